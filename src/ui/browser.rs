//! What the islands ask of the browser. Everything here is called from handlers and effects only, so none of it runs
//! on the server.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, HtmlElement, HtmlFormElement, HtmlInputElement, Position, PositionOptions, Response, Storage, UrlSearchParams,
    Window,
};

/// The window; an island always has one.
pub(crate) fn window() -> Window {
    leptos::prelude::window()
}

/// The document; an island always has one.
pub(crate) fn document() -> Document {
    leptos::prelude::document()
}

/// The first element that matches a selector.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The element an event came from, or the nearest one around it that matches a selector.
pub(crate) fn closest<T: wasm_bindgen::JsCast>(event: &web_sys::Event, selector: &str) -> Option<T> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??.dyn_into().ok()
}

/// The value of an element's `data-NAME` attribute.
pub(crate) fn data(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(&format!("data-{name}"))
}

/// Shows or hides an element.
pub(crate) fn show(selector: &str, visible: bool) {
    if let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.set_hidden(!visible);
    }
}

/// Replaces what an element holds with HTML that our own server rendered.
pub(crate) fn fill(selector: &str, html: &str) {
    if let Some(element) = find(selector) {
        element.set_inner_html(html);
    }
}

/// Says something to those who use a screen reader, and shows it to everyone.
pub(crate) fn announce(text: &str) {
    if let Some(status) = find("[data-status]") {
        status.set_text_content(Some(text));
    }
}

/// Fetches an HTML fragment of ours; nothing when the network or the server fails.
pub(crate) async fn fetch(url: &str) -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(url)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Waits some milliseconds.
pub(crate) async fn sleep(ms: i32) {
    let promise = Promise::new(&mut |resolve: Function, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms).ok();
    });
    JsFuture::from(promise).await.ok();
}

/// Asks where the reader is, rounded to three decimals (about 100 m): `"45.070,7.687"`.
pub(crate) async fn locate() -> Option<String> {
    let geolocation = window().navigator().geolocation().ok()?;
    let options = PositionOptions::new();
    options.set_timeout(10_000);
    options.set_maximum_age(300_000);
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        if geolocation.get_current_position_with_error_callback_and_options(&resolve, Some(&reject), &options).is_err() {
            reject.call0(&JsValue::NULL).ok();
        }
    });
    let position: Position = JsFuture::from(promise).await.ok()?.unchecked_into();
    let at = position.coords();
    Some(format!("{:.3},{:.3}", at.latitude(), at.longitude()))
}

/// Keeps a value in a form's hidden field.
pub(crate) fn set_field(form: &HtmlFormElement, name: &str, value: &str) {
    if let Some(field) = form.query_selector(&format!("[name={name}]")).ok().flatten() {
        field.remove_attribute("disabled").ok();
        field.unchecked_into::<HtmlInputElement>().set_value(value);
    }
}

/// What a form would send by GET, without its empty fields.
pub(crate) fn query_of(form: &HtmlFormElement) -> Option<String> {
    let data = web_sys::FormData::new_with_form(form).ok()?;
    let all = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    let filled = UrlSearchParams::new().ok()?;
    for entry in all.entries() {
        let pair: js_sys::Array = entry.ok()?.unchecked_into();
        let (name, value) = (pair.get(0).as_string()?, pair.get(1).as_string()?);
        if !value.is_empty() {
            filled.append(&name, &value);
        }
    }
    filled.to_string().as_string()
}

/// Sets the search form to what an address asks for, after a link or the way back has changed it.
pub(crate) fn fill_form(url: &str) {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let (Ok(params), Ok(fields)) = (UrlSearchParams::new_with_str(query), document().query_selector_all("#find [name], [form=find][name]"))
    else {
        return;
    };
    for field in (0..fields.length()).filter_map(|n| fields.item(n)) {
        let field: Element = field.unchecked_into();
        let name = field.get_attribute("name").unwrap_or_default();
        let value = params.get(&name);
        if field.get_attribute("type").as_deref() == Some("checkbox") {
            js_sys::Reflect::set(&field, &"checked".into(), &value.is_some().into()).ok();
        } else {
            js_sys::Reflect::set(&field, &"disabled".into(), &(name == "near" && value.is_none()).into()).ok();
            js_sys::Reflect::set(&field, &"value".into(), &value.unwrap_or_default().into()).ok();
        }
    }
}

/// The address of the page without what follows `#`.
pub(crate) fn address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// This device's own memory, where the browser allows it.
pub(crate) fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
