//! The territories: the list, and a page each.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    locale::{
        Lang,
        server::{number, t},
    },
    portal,
    search::{self, Query},
    server::{App, Page},
    services::server::{Card, card},
    topics::server::{Tile, tiles},
    ui::server::{crumbs, icon, rhumb, search_form},
};

/// Services shown on a territory's page.
const SHOWN: usize = 8;

/// Links to every territory, in the order of the reader's alphabet.
pub(crate) fn ports(app: &App, lang: Lang) -> AnyView {
    let mut territories: Vec<(String, String)> =
        app.gazetteer.territories().iter().map(|t| (t.name(lang).to_owned(), t.slug.clone())).collect();
    crate::locale::server::sort(lang, &mut territories);
    let items = territories.into_iter().map(|(name, slug)| view! { <li><a href=format!("/{lang}/regions/{slug}")>{name}</a></li> });
    view! { <ul class="ports">{items.collect_view()}</ul> }.into_any()
}

/// All territories.
pub(crate) fn list(app: &Arc<App>, lang: Lang) -> Page {
    let app = Arc::clone(app);
    Page::new(lang, "/regions", t!(lang, "territories"), move || {
        view! { <div class="in"><h1>{t!(lang, "territories")}</h1><p class="lead">{t!(lang, "territories-lead")}</p>{ports(&app, lang)}</div> }
    })
}

/// One territory: its official link first, then its services.
pub(crate) async fn region(app: &Arc<App>, lang: Lang, slug: &str) -> anyhow::Result<Page> {
    let Some(territory) = app.gazetteer.territory(slug).cloned() else { return Ok(portal::server::not_found(lang)) };
    let (outcome, cards) = {
        let catalogue = app.catalogue();
        let place = catalogue.index.places().find(&territory.code);
        let states = app.open_states();
        let query = Query { place, open_states: &states.1, limit: SHOWN, ..Query::new("", search::Lang::It) };
        let outcome = catalogue.index.search(&query);
        let cards = Card::load(app, lang, &outcome.hits).await?;
        (outcome, cards)
    };
    let until = Card::until(&cards);
    let name = territory.name(lang).to_owned();
    let app = Arc::clone(app);
    let page = Page::new(lang, format!("/regions/{slug}"), name.clone(), move || {
        let topics = app.topics();
        let counted = outcome.facets.categories.iter().filter_map(|(category, count)| {
            let topic = topics.get(usize::from(category.0))?;
            let href = format!("/{lang}/services?category={}&region={}", topic.slug, territory.slug);
            Some(Tile::counted(topic, lang, number(lang, f64::from(*count)), href))
        });
        let tiles = tiles(counted.collect());
        let label = t!(lang, "search-in", place = name.clone());
        view! {
            <section class="hero">
                {rhumb()}
                {crumbs(lang, vec![(format!("/{lang}/regions"), t!(lang, "territories"))])}
                <h1>{name}</h1>
                <p id="official-links">
                    {territory.portal.map(|(url, title)| view! { <a class="btn alt" href=url>{icon("website")}<bdi lang="it">{title}</bdi></a> " " })}
                    <a class="btn alt" href=territory.site>{icon("website")}{t!(lang, "official-site")}</a>
                </p>
                {search_form(lang, "", vec![("region", territory.slug.clone())], None, Some(label))}
            </section>
            <section class="axis" id="topics"><h2>{icon("axis-services")}{t!(lang, "topics")}</h2>{tiles}</section>
            <section class="axis" id="services">
                <h2>{icon("place")}{t!(lang, "services")}</h2>
                <ol class="hits">{cards.into_iter().map(|c| card(lang, c, true)).collect_view()}</ol>
                <p><a class="btn alt" href=format!("/{lang}/services?region={}", territory.slug)>{t!(lang, "all-services")}</a></p>
            </section>
        }
    });
    Ok(page.until(until))
}
