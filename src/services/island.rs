//! What the browser adds to finding a service. Each island stands around a form or a link that works without it.

//!
//! # Why
//! Texts and addresses come from `data-` attributes of the server's markup and not from props, and the finder keeps
//! no signals: that leaves serde and the reactive graph out of the page that a slow phone opens first.

#![expect(missing_docs, reason = "`#[island]` makes functions that it gives no documentation")]

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlElement, HtmlFormElement, HtmlInputElement, KeyboardEvent, ShareData};

use crate::ui::browser;

/// Suggestions while typing, "near me", and filters without a new page, around the search form and its results.
///
/// The form is any `form[data-search]` inside; `data-suggest` is the address that answers with suggestions for `?q=`.
/// With a `#results` on the page the answers replace that element, without one the form is sent as forms are.
/// Links marked `data-swap` (pages, chips) are followed in place.
#[island(lazy)]
pub fn Finder(children: Children) -> impl IntoView {
    if !is_server() {
        browser::show("[data-near]", browser::window().navigator().geolocation().is_ok());
        on_history();
    }
    let newest = Rc::new(Cell::new(0_u32)); // which keystroke is the newest: older answers are dropped
    let sent = Rc::clone(&newest);

    let on_input = move |event: web_sys::Event| {
        let Some(field) = browser::closest::<HtmlInputElement>(&event, "[type=search]") else { return };
        let mine = newest.get() + 1;
        newest.set(mine);
        let newest = Rc::clone(&newest);
        spawn_local(async move {
            browser::sleep(160).await;
            let text = field.value();
            if newest.get() != mine {
                return;
            }
            let html = match browser::data(&field, "suggest") {
                Some(suggest) if text.trim().chars().count() > 1 => {
                    browser::fetch(&format!("{suggest}?q={}", js_sys::encode_uri_component(&text))).await.unwrap_or_default()
                }
                _ => String::new(),
            };
            if newest.get() == mine {
                browser::fill("[data-suggestions]", &html);
            }
        });
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => browser::fill("[data-suggestions]", ""),
        "ArrowDown" => step(&event, true),
        "ArrowUp" => step(&event, false),
        _ => {}
    };
    let on_change = move |event: web_sys::Event| {
        if browser::find("#results").is_none() || browser::closest::<HtmlInputElement>(&event, "[type=search]").is_some() {
            return;
        }
        if let Some(form) = browser::find("#find").and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            form.request_submit().ok();
        }
    };
    let on_submit = move |event: web_sys::SubmitEvent| {
        sent.set(sent.get() + 1);
        browser::fill("[data-suggestions]", "");
        let Some(form) = browser::closest::<HtmlFormElement>(&event, "form[data-search]") else { return };
        if browser::find("#results").is_some()
            && let Some(query) = browser::query_of(&form)
        {
            event.prevent_default();
            let path = form.get_attribute("action").unwrap_or_default();
            spawn_local(swap(format!("{path}?{query}"), true));
        }
    };
    let on_click = move |event: web_sys::MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        if let Some(button) = browser::closest::<HtmlElement>(&event, "[data-near]") {
            spawn_local(near(button));
        } else if let Some(link) = browser::closest::<HtmlAnchorElement>(&event, "a[data-swap]") {
            event.prevent_default();
            spawn_local(swap(format!("{}{}", link.pathname(), link.search()), true));
        }
    };
    view! {
        <div class="finder" on:input=on_input on:keydown=on_key on:change=on_change on:submit=on_submit on:click=on_click>
            {children()}
        </div>
    }
}

/// Asks the browser where it is, and sends the form with that; says so where it does not tell.
async fn near(button: HtmlElement) {
    browser::announce(&browser::data(&button, "locating").unwrap_or_default());
    let form = browser::find("#find").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    if let (Some(place), Some(form)) = (browser::locate().await, form) {
        browser::announce("");
        browser::set_field(&form, "near", &place);
        form.request_submit().ok();
    } else {
        browser::announce(&browser::data(&button, "unlocated").unwrap_or_default());
    }
}

/// Moves the focus along the suggestions, from the field and back to it.
fn step(event: &KeyboardEvent, down: bool) {
    let Ok(links) = browser::document().query_selector_all("[data-suggestions] a") else { return };
    let now = browser::document().active_element();
    let place =
        (0..links.length()).find(|i| links.item(*i).is_some_and(|link| now.as_ref().is_some_and(|now| link.is_same_node(Some(now)))));
    let next = match (place, down) {
        (None, true) => Some(0),
        (Some(i), true) => Some((i + 1).min(links.length().saturating_sub(1))),
        (Some(i), false) if i > 0 => Some(i - 1),
        _ => None,
    };
    let target = match next {
        Some(i) => links.item(i).map(wasm_bindgen::JsCast::unchecked_into::<HtmlElement>),
        None => browser::find("input[name=q]").map(wasm_bindgen::JsCast::unchecked_into::<HtmlElement>),
    };
    if links.length() > 0
        && let Some(target) = target
    {
        event.prevent_default();
        target.focus().ok();
    }
}

/// Puts the results at an address in place of those shown; where that fails, goes there as a link does.
async fn swap(url: String, push: bool) {
    let join = if url.contains('?') { '&' } else { '?' };
    match browser::fetch(&format!("{url}{join}fragment=1")).await {
        Some(html) => {
            browser::fill("#results", &html);
            browser::fill_form(&url);
            if let Some(results) = browser::find("#results") {
                results.set_attribute(SHOWN, &url).ok();
            }
            if push && let Ok(history) = browser::window().history() {
                history.push_state_with_url(&"swap".into(), "", Some(&url)).ok();
            }
            if let Some(heading) = browser::find("#results [data-summary]") {
                let text = heading.text_content().unwrap_or_default();
                browser::announce(&text);
                browser::document().set_title(&heading.get_attribute("data-title").unwrap_or(text));
            }
            if push && let Some(results) = browser::find("#results") {
                results.scroll_into_view();
            }
        }
        None => {
            browser::window().location().set_href(&url).ok();
        }
    }
}

/// Back and forward among swapped results: the address has changed, so what it names is fetched again. A link to a part
/// of the page moves in the history too, and changes nothing.
fn on_history() {
    let Some(results) = browser::find("#results") else { return };
    results.set_attribute(SHOWN, &browser::address()).ok();
    let handle = window_event_listener(leptos::ev::popstate, move |_| {
        let url = browser::address();
        if results.get_attribute(SHOWN).as_ref() != Some(&url) {
            spawn_local(swap(url, false));
        }
    });
    std::mem::forget(handle); // the page's own life is the listener's
}

/// On `#results`: the address whose results it shows.
const SHOWN: &str = "data-shown";

/// The key under which this device keeps the services a reader saved: their ids with commas between.
const SAVED: &str = "saved";

fn saved() -> Vec<String> {
    let text = browser::storage().and_then(|s| s.get_item(SAVED).ok().flatten()).unwrap_or_default();
    text.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// Save on this device, and share with the phone's own sheet: shows the buttons that the server's markup keeps hidden
/// where scripts are off (`[data-save]` with the service's id, `[data-share]`).
#[island(lazy)]
pub fn Keep(children: Children) -> impl IntoView {
    if !is_server() {
        browser::show("[data-save]", browser::storage().is_some());
        let share = js_sys::Reflect::has(&browser::window().navigator(), &"share".into());
        browser::show("[data-share]", share.unwrap_or(false));
        if let Some(id) = browser::find("[data-save]").and_then(|button| browser::data(&button, "save")) {
            mark(saved().contains(&id));
        }
    }
    let on_click = move |event: web_sys::MouseEvent| {
        if let Some(button) = browser::closest::<HtmlElement>(&event, "[data-save]") {
            toggle(&browser::data(&button, "save").unwrap_or_default());
        } else if browser::closest::<HtmlElement>(&event, "[data-share]").is_some() {
            share();
        }
    };
    view! { <div class="keep" on:click=on_click>{children()}</div> }
}

/// Shows whether the service is saved.
fn mark(is_saved: bool) {
    if let Some(button) = browser::find("[data-save]") {
        button.set_attribute("aria-pressed", if is_saved { "true" } else { "false" }).ok();
    }
}

/// Saves a service on this device, or forgets it.
fn toggle(id: &str) {
    let mut list = saved();
    let there = list.iter().any(|other| other == id);
    list.retain(|other| other != id);
    if !there {
        list.insert(0, id.to_owned());
    }
    if browser::storage().is_some_and(|storage| storage.set_item(SAVED, &list.join(",")).is_ok()) {
        mark(!there);
    }
}

/// Opens the phone's own share sheet; a reader who changes their mind is no error.
fn share() {
    let data = ShareData::new();
    data.set_title(&browser::document().title());
    if let Ok(url) = browser::window().location().href() {
        data.set_url(&url);
    }
    let shared = browser::window().navigator().share_with_data(&data);
    spawn_local(async move {
        wasm_bindgen_futures::JsFuture::from(shared).await.ok();
    });
}

/// The services saved on this device, fetched as one fragment into `[data-saved]`, whose value is the address.
#[island(lazy)]
pub fn SavedList(children: Children) -> impl IntoView {
    if !is_server()
        && let Some(list) = browser::find("[data-saved]").and_then(|list| browser::data(&list, "saved"))
    {
        let ids = saved().join(",");
        spawn_local(async move {
            if !ids.is_empty()
                && let Some(html) = browser::fetch(&format!("{list}?ids={ids}")).await
            {
                browser::fill("[data-saved]", &html);
            }
        });
    }
    children()
}
