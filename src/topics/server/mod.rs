//! The list of topics, and the page of one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    content::{Item, kinds::Topic},
    locale::{Lang, Text, server::t},
    portal,
    server::{App, Page},
    ui::server::{crumbs, icon, other_language, paragraphs, pictogram, search_form},
};

/// The five axes, in the order of the home page.
pub(crate) const AXES: [&str; 5] = ["services", "learning", "work", "housing", "minors"];

/// One square in a grid of topics.
pub(crate) struct Tile {
    slug: String,
    title: String,
    count: Option<String>,
    href: String,
}

impl Tile {
    /// A topic's own page.
    pub(crate) fn new(topic: &Item<Topic>, lang: Lang) -> Self {
        Self { slug: topic.slug.clone(), title: name(topic, lang), count: None, href: href(topic, lang) }
    }

    /// How many services a topic has somewhere, and where they are listed.
    pub(crate) fn counted(topic: &Item<Topic>, lang: Lang, count: String, href: String) -> Self {
        Self { count: Some(count), href, ..Self::new(topic, lang) }
    }
}

/// A grid of topics with their pictograms.
pub(crate) fn tiles(tiles: Vec<Tile>) -> AnyView {
    let tile = |Tile { slug, title, count, href }| view! { <li><a href=href>{pictogram(&slug)}{title}{count.map(|n| view! { " " <small>{n}</small> })}</a></li> };
    view! { <ul class="tiles">{tiles.into_iter().map(tile).collect_view()}</ul> }.into_any()
}

/// The title of a topic in a language.
pub(crate) fn name(topic: &Item<Topic>, lang: Lang) -> String {
    topic.fields.title.get(lang).map_or_else(|| topic.slug.clone(), |(title, _)| title.to_owned())
}

/// The address of a topic.
pub(crate) fn href(topic: &Item<Topic>, lang: Lang) -> String {
    format!("/{lang}/topics/{}", topic.slug)
}

/// The topics by axis, a section each.
pub(crate) fn by_axis(app: &App, lang: Lang) -> impl IntoView + use<> {
    let topics = app.topics();
    AXES.map(|axis| {
        let own: Vec<_> = topics.iter().filter(|topic| topic.fields.axis == axis).map(|topic| Tile::new(topic, lang)).collect();
        (!own.is_empty()).then(|| {
            let sign = format!("axis-{axis}");
            view! { <section class="axis" id=axis><h2>{icon(&sign)}{t!(lang, &sign)}</h2>{tiles(own)}</section> }
        })
    })
    .into_iter()
    .collect_view()
}

/// All topics.
pub(crate) fn list(app: &Arc<App>, lang: Lang) -> Page {
    let app = Arc::clone(app);
    Page::new(lang, "/topics", t!(lang, "topics"), move || {
        view! { <div class="in"><h1>{t!(lang, "topics")}</h1></div>{by_axis(&app, lang)} }
    })
}

/// One topic.
pub(crate) fn topic(app: &Arc<App>, lang: Lang, slug: &str) -> Page {
    let topics = app.topics();
    let Some(topic) = topics.iter().find(|topic| topic.slug == slug).cloned() else { return portal::server::not_found(lang) };
    let related: Vec<_> = topic.fields.related.iter().filter_map(|slug| topics.iter().find(|t| t.slug == *slug).cloned()).collect();
    let title = name(&topic, lang);
    let description = topic.fields.summary.get(lang).map(|(text, _)| text.to_owned()).unwrap_or_default();
    let updated = jiff::Timestamp::from_second(topic.updated).ok().map(|at| crate::services::hours::local(at).date());
    let shown = std::iter::once(topic.id).chain(related.iter().map(|t| t.id)).collect();
    let mut page = Page::new(lang, format!("/topics/{slug}"), title, {
        let (topic, related) = (topic.clone(), related);
        move || article(&topic, &related, lang)
    })
    .shows(shown);
    page.description = description;
    page.written_in = Some(topic.fields.title.iter().map(|(lang, _)| lang).collect());
    page.danger = topic.fields.danger;
    page.rated = true;
    page.updated = updated;
    page
}

fn article(topic: &Item<Topic>, related: &[Item<Topic>], lang: Lang) -> AnyView {
    let fields = &topic.fields;
    let part = |sign: &'static str, key: &str, text: &Text, names: &[String]| {
        let body = paragraphs(text, lang);
        (body.is_some() || !names.is_empty())
            .then(|| view! { <section class="part"><h2>{icon(sign)}{t!(lang, key)}</h2>{body}{tags(names)}</section> })
    };
    let bring = fields.bring.get(lang).map(|(text, own)| {
        let mark = other_language(lang, own);
        let items: Vec<String> = text.lines().map(str::to_owned).collect();
        view! {
            <section class="part">
                <h2>{icon("bag")}{t!(lang, "topic-bring")}</h2>
                <ul class="bring" lang=mark.map(|m| m.0) dir=mark.map(|m| m.1)>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
                {tags(&fields.documents)}
            </section>
        }
    });
    let tip = fields.tip.get(lang).map(|(tip, _)| {
        view! { <section class="part"><h2>{icon("tip")}{t!(lang, "topic-tip")}</h2><p class="note"><span>{tip.to_owned()}</span></p></section> }
    });
    let near = t!(lang, "topic-near");
    let place = t!(lang, "town-or-cap");
    let related = (!related.is_empty()).then(|| {
        let related = tiles(related.iter().map(|topic| Tile::new(topic, lang)).collect());
        view! { <section class="part"><h2>{t!(lang, "topic-related")}</h2>{related}</section> }
    });
    let sources = fields
        .sources
        .iter()
        .map(|source| view! { <li><a href=source.url.clone() lang="it" dir="ltr">{source.title.clone()}</a></li> })
        .collect_view();
    let reviewed = lang == Lang::SOURCE || fields.reviewed.iter().any(|code| code == lang.code());
    view! {
        <article class="record">
            {crumbs(lang, vec![(format!("/{lang}/topics"), t!(lang, "topics"))])}
            <header class="about">
                {pictogram(&topic.slug)}
                <h1>{name(topic, lang)}</h1>
                <p class="lead">{fields.summary.get(lang).map(|(text, _)| text.to_owned())}</p>
            </header>
            <section class="near">
                <h2>{near}</h2>
                {search_form(lang, "", vec![("category", topic.slug.clone())], None, Some(place))}
                <p><a href=format!("/{lang}/services?category={}", topic.slug)>{t!(lang, "topic-all-services")}</a></p>
            </section>
            {part("info", "topic-what", &fields.what, &[])}
            {part("office", "topic-office", &fields.office, &fields.offices)}
            {bring}
            {part("cost", "topic-cost", &fields.cost, &[])}
            {part("document", "topic-rule", &fields.rule, &[])}
            {tip}
            {related}
            {(!reviewed).then(|| view! { <p class="note care">{icon("languages")}<span>{t!(lang, "not-reviewed")}</span></p> })}
            <footer class="meta">{(!fields.sources.is_empty()).then(|| view! { <p>{t!(lang, "sources")}</p><ul>{sources}</ul> })}</footer>
        </article>
    }
    .into_any()
}

/// Italian names of offices and documents, as they stand on doors and forms.
fn tags(names: &[String]) -> impl IntoView + use<> {
    let tags = names.iter().map(|name| view! { <li class="tag">{name.clone()}</li> }).collect_view();
    (!names.is_empty()).then(|| view! { <ul class="names" lang="it" dir="ltr">{tags}</ul> })
}

/// For pages that say "nothing found": every topic to choose from.
pub(crate) fn all_tiles(app: &App, lang: Lang) -> AnyView {
    let all = app.topics().iter().map(|topic| Tile::new(topic, lang)).collect();
    view! { <section class="axis"><h2>{t!(lang, "choose-topic")}</h2>{tiles(all)}</section> }.into_any()
}
