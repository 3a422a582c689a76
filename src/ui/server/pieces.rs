//! Pieces that several pages share.

use leptos::prelude::*;

use super::{icon, way};
use crate::locale::{Lang, Text, server::t};

/// Where the page stands: links from the home page down to its parent.
pub(crate) fn crumbs(lang: Lang, links: Vec<(String, String)>) -> AnyView {
    let items = std::iter::once((format!("/{lang}"), t!(lang, "home"))).chain(links);
    view! {
        <nav class="crumbs" aria-label=t!(lang, "crumbs")>
            <ol>{items.map(|(href, text)| view! { <li><a href=href>{text}</a></li> }).collect_view()}</ol>
        </nav>
    }
    .into_any()
}

/// The numbers to call in danger.
pub(crate) fn emergency(lang: Lang) -> AnyView {
    let line = |number: &'static str, key: &str| {
        let href = format!("tel:{}", number.replace(' ', ""));
        view! { <li><a href=href><b><bdi>{number}</bdi></b>{t!(lang, key)}</a></li> }
    };
    view! {
        <aside class="sos" aria-label=t!(lang, "danger")>
            <p>{t!(lang, "danger")}</p>
            <ul>{line("112", "danger-112")}{line("1522", "danger-1522")}{line("800 290 290", "danger-trafficking")}</ul>
        </aside>
    }
    .into_any()
}

/// The search form, which has a label of its own unless the page's heading is one: one field, and what is kept from page to page in hidden ones. Filters elsewhere on the page are
/// fields of it too, by `form="find"`.
pub(crate) fn search_form(
    lang: Lang,
    query: &str,
    hidden: Vec<(&'static str, String)>,
    near: Option<(f64, f64)>,
    label: Option<String>,
) -> AnyView {
    let query = query.to_owned();
    let position = near.map(|(lat, lon)| format!("{lat:.3},{lon:.3}"));
    view! {
        <form id="find" class="find" role="search" action=format!("/{lang}/services") data-search="">
            <input
                id="q" type="search" name="q" value=query autocomplete="off" enterkeyhint="search" maxlength="200"
                aria-label=label data-suggest=format!("/{lang}/suggest")
            />
            {hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
            <input type="hidden" name="near" disabled=near.is_none() value=position/>
            <button type="submit" class="btn">{icon("search")}<span>{t!(lang, "search")}</span></button>
            <div data-suggestions=""></div>
        </form>
    }
    .into_any()
}

/// "Near me", which an island shows where the browser can tell the place, and the line where it speaks to the reader.
pub(crate) fn near_me(lang: Lang) -> AnyView {
    view! {
        <div class="row" hidden=true data-near="" data-locating=t!(lang, "near-locating") data-unlocated=t!(lang, "near-unlocated")>
            <button type="button" class="btn alt">{icon("near-me")}{t!(lang, "near-me")}</button>
        </div>
        <p role="status" data-status=""></p>
    }
    .into_any()
}

/// Paragraphs of a text, in the reader's language or marked as being in another.
pub(crate) fn paragraphs(text: &Text, lang: Lang) -> Option<impl IntoView + use<>> {
    let (text, own) = text.get(lang)?;
    let mark = other_language(lang, own);
    let paragraphs: Vec<_> = text.split('\n').map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
    Some(paragraphs.into_iter().map(|p| view! { <p lang=mark.map(|m| m.0) dir=mark.map(|m| m.1)>{p}</p> }).collect_view())
}

/// The `lang` and `dir` of a text, where it is not in the page's language.
pub(crate) fn other_language(page: Lang, text: Lang) -> Option<(&'static str, &'static str)> {
    (page != text).then(|| (text.code(), text.dir()))
}

/// "How clear is this page?", as Italian public sites ask it (C.SI.2.5); a plain form.
pub(crate) fn rate(lang: Lang, page: &str) -> AnyView {
    let score = |n: u8| view! { <label><input type="radio" name="score" value=n required=n == 1/>{n}</label> };
    view! {
        <form class="rate" method="post" action=format!("/{lang}/feedback")>
            <input type="hidden" name="page" value=page.to_owned()/>
            <fieldset>
                <legend>{t!(lang, "rate")}</legend>
                {(1..=5).map(score).collect_view()}
            </fieldset>
            <p class="ends" aria-hidden="true"><span>{t!(lang, "rate-1")}</span><span>{t!(lang, "rate-5")}</span></p>
            <button type="submit" class="btn alt">{t!(lang, "send")}</button>
        </form>
    }
    .into_any()
}

/// Links to the pages before and after.
pub(crate) fn pager(lang: Lang, page: usize, pages: usize, href: &dyn Fn(usize) -> String) -> impl IntoView + use<> {
    let label = t!(lang, "page-of", page = page, pages = pages);
    let before = (page > 1)
        .then(|| view! { <a class="btn alt" href=href(page - 1) rel="prev" data-swap="">{way("back")}{t!(lang, "page-previous")}</a> });
    let after = (page < pages)
        .then(|| view! { <a class="btn alt" href=href(page + 1) rel="next" data-swap="">{t!(lang, "page-next")}{way("next")}</a> });
    (pages > 1).then(|| view! { <nav class="pager" aria-label=label.clone()>{before}<span>{label.clone()}</span>{after}</nav> })
}
