//! The fixed texts, from `content/pages/SLUG/LANG.toml`: whoever runs the portal edits them as files.

use leptos::prelude::*;
use serde::Deserialize;

use super::not_found;
use crate::{
    content::server::read,
    locale::{Lang, server::t},
    server::{App, Page},
    ui::server::{crumbs, icon},
};

#[derive(Deserialize)]
struct Text {
    title: String,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    reviewed: bool,
    #[serde(default)]
    section: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    heading: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    list: Vec<String>,
}

/// A fixed text; in the source language where it is not translated.
pub(crate) fn text(app: &App, lang: Lang, slug: &str) -> Page {
    let dir = app.common.content.join("pages").join(slug);
    let found = [lang, Lang::SOURCE].into_iter().find_map(|lang| Some((read::<Text>(&dir.join(format!("{lang}.toml"))).ok()?, lang)));
    let Some((text, own)) = found else { return not_found(lang) };
    let folded = slug == "faq";
    let mut page = Page::new(lang, format!("/{slug}"), text.title.clone(), move || {
        let sections = text.section.into_iter().map(|section| {
            let paragraphs =
                section.text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(|p| view! { <p>{p.to_owned()}</p> }).collect_view();
            let list = (!section.list.is_empty())
                .then(|| view! { <ul>{section.list.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul> });
            if folded {
                view! { <details class="fold"><summary>{section.heading}{icon("down")}</summary>{paragraphs}{list}</details> }.into_any()
            } else {
                view! { <h2>{section.heading}</h2>{paragraphs}{list} }.into_any()
            }
        });
        view! {
            <article class="record">
                {crumbs(lang, Vec::new())}
                <header lang=own.code() dir=own.dir()><h1>{text.title}</h1><p class="lead">{text.lead}</p></header>
                <div class="text" lang=own.code() dir=own.dir()>{sections.collect_view()}</div>
                {(!text.reviewed && own != Lang::SOURCE).then(|| view! { <p class="note care">{icon("languages")}<span>{t!(lang, "not-reviewed")}</span></p> })}
            </article>
        }
    });
    page.rated = true;
    page
}
