//! The home page: search first, then the topics, then the territories.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::json;

use crate::{
    locale::{Lang, server::t},
    regions::server::ports,
    server::{App, Page},
    services::island::Finder,
    topics::server::by_axis,
    ui::server::{emergency, icon, near_me, rhumb, search_form},
};

/// The home page.
pub(crate) fn home(app: &Arc<App>, lang: Lang) -> Page {
    let name = t!(lang, "portal-name");
    let search = format!("/{lang}/services?q={{search_term_string}}");
    let json_ld = json!({
        "@context": "https://schema.org", "@type": "WebSite", "name": name, "inLanguage": lang.code(),
        "potentialAction": { "@type": "SearchAction", "target": search, "query-input": "required name=search_term_string" },
    });
    let app = Arc::clone(app);
    let mut page = Page::new(lang, "", t!(lang, "need"), move || {
        let example = |key: &str| {
            let text = t!(lang, key);
            let query = form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            view! { <a href=format!("/{lang}/services?q={query}")>{text}</a> " " }
        };
        let form = search_form(lang, "", Vec::new(), None, None);
        view! {
            <section class="hero">
                {rhumb()}
                <h1><label r#for="q">{t!(lang, "need")}</label></h1>
                <p class="lead">{t!(lang, "need-lead")}</p>
                <Finder>{form}{near_me(lang)}</Finder>
                <p class="eg">{t!(lang, "for-example")} " " {example("example-1")}{example("example-2")}{example("example-3")}</p>
            </section>
            {emergency(lang)}
            {by_axis(&app, lang)}
            <section class="axis" id="territories"><h2>{icon("place")}{t!(lang, "choose-territory")}</h2>{ports(&app, lang)}</section>
        }
    });
    page.island = Some("finder");
    page.json_ld = Some(json_ld);
    page
}
