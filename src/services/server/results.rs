//! The search page: the words, the filters, and what was found.

use std::sync::Arc;

use anyhow::Result;
use leptos::prelude::*;

use super::{
    Card, Params, card, missed,
    params::{PER_PAGE, QUERY_LIMIT},
};
use crate::{
    content::{Id, Item, kinds::Topic},
    locale::{
        Lang,
        server::{number, t},
    },
    search::{self, Outcome, SuggestionKind},
    server::{App, Page, cache::Policy, page::render},
    services::island::{Finder, SavedList},
    topics::server::{all_tiles, href, name},
    ui::server::{icon, near_me, other_language, pager, pictogram, search_form},
};

/// All that a results page is made of.
struct Found {
    params: Params,
    outcome: Outcome,
    cards: Vec<Card>,
    topics: Vec<Item<Topic>>,
    /// Names of the place in use, of the wider one if nothing was there, and of the topic chosen.
    place: Option<String>,
    widened: Option<String>,
    category: Option<String>,
}

async fn find(app: &App, lang: Lang, query: &str) -> Result<Found> {
    let params = Params::read(query, app);
    let outcome = params.search(app, lang);
    let cards = Card::load(app, lang, &outcome.hits).await?;
    if outcome.total == 0 && outcome.topics.is_empty() && !params.q.is_empty() && params.page == 1 {
        // A reader does not wait for the count, and does not see that it failed.
        let (pool, q) = (app.pool.clone(), params.q.clone());
        tokio::spawn(async move {
            if let Err(error) = missed(&pool, &q, lang).await {
                tracing::warn!(%error, "a query that found nothing was not counted");
            }
        });
    }
    let catalogue = app.catalogue();
    let place_name = |place| {
        let code = &catalogue.index.places().get(place)?.code;
        app.gazetteer.name(code, lang).map(str::to_owned)
    };
    Ok(Found {
        place: outcome.within.and_then(place_name),
        widened: outcome.widened.and_then(place_name),
        category: params.category.as_deref().and_then(|slug| app.topics().iter().find(|t| t.slug == slug).map(|t| name(t, lang))),
        topics: outcome.topics.iter().filter_map(|hit| app.topic(hit.category)).collect(),
        params,
        outcome,
        cards,
    })
}

/// The page with the results of a search.
pub(crate) async fn results(app: &Arc<App>, lang: Lang, query: &str) -> Result<Page> {
    let found = find(app, lang, query).await?;
    let until = Card::until(&found.cards);
    let title = title(lang, &found);
    let (public, query, bare) = (found.params.is_public(), found.params.to_query(), found.params.is_empty());
    let first = found.params.page == 1;
    let filters = filters(app, lang, &found);
    let danger = found.topics.first().is_some_and(|topic| topic.fields.danger);
    let app = Arc::clone(app);
    let heading = title.clone();
    let mut page = Page::new(lang, "/services", title, move || {
        let form = search_form(lang, &found.params.q, Vec::new(), found.params.near, Some(t!(lang, "need")));
        let list = list(&app, lang, found);
        view! {
            <Finder>
                <div class="in seek">
                    <h1 class="off">{heading}</h1>
                    {form}
                    {near_me(lang)}
                    {filters}
                    <div id="results">{list}</div>
                </div>
            </Finder>
        }
    })
    .until(until);
    page.island = Some("finder");
    page.query = query;
    page.danger = danger;
    page.indexed = bare && first;
    page.rated = true;
    if !public {
        page.policy = Policy::Private;
    }
    Ok(page)
}

/// Only what stands in `#results`.
pub(crate) async fn results_fragment(app: &Arc<App>, lang: Lang, query: &str) -> Result<String> {
    let found = find(app, lang, query).await?;
    let app = Arc::clone(app);
    Ok(render(move || list(&app, lang, found)))
}

fn title(lang: Lang, found: &Found) -> String {
    match (&found.params.q, &found.category, &found.place) {
        (q, _, _) if !q.is_empty() => t!(lang, "results-for", query = q.clone()),
        (_, Some(category), Some(place)) => format!("{category}, {place}"),
        (_, Some(category), None) => category.clone(),
        (_, None, Some(place)) => t!(lang, "services-in", place = place.clone()),
        _ => t!(lang, "services"),
    }
}

/// What was found: what was understood, then topics and services, then the pages.
fn list(app: &App, lang: Lang, found: Found) -> AnyView {
    let full_title = format!("{} · {}", title(lang, &found), t!(lang, "portal-name"));
    let Found { params, outcome, cards, topics, place, widened, category } = found;
    let count = number(lang, f64::from(u32::try_from(outcome.total).unwrap_or(u32::MAX)));
    let summary = match (&place, outcome.total) {
        (_, 0) if topics.is_empty() => t!(lang, "found-nothing"),
        (Some(place), _) if widened.is_none() => t!(lang, "found-in", count = outcome.total, shown = count, place = place.clone()),
        _ => t!(lang, "found", count = outcome.total, shown = count),
    };
    let nothing = outcome.total == 0 && topics.is_empty();
    let last = outcome.total.div_ceil(PER_PAGE).max(1);
    let beyond = params.page > last;
    let pages = pager(lang, params.page.min(last + 1), last, &|page| {
        let mut params = params.clone();
        params.page = page;
        format!("/{lang}/services{}", params.to_query())
    });
    let (filtered, mut split) = (params.is_filtered(), false);
    let services = cards
        .into_iter()
        .map(|hit| {
            let first_unknown = filtered && !hit.certain && !split;
            split |= first_unknown;
            let divider = first_unknown.then(|| view! { <li class="split">{t!(lang, "split-unknown")}</li> });
            view! { {divider}{card(lang, hit, false)} }
        })
        .collect_view()
        .into_any();
    let topics = (params.page == 1).then(|| topics.iter().map(|topic| topic_hit(lang, topic)).collect_view()).into_any();
    let (first, second) = if outcome.services_first { (services, topics) } else { (topics, services) };
    let corrected = (!outcome.corrected.is_empty()).then(|| {
        let pairs = outcome.corrected.iter().map(|(typed, meant)| t!(lang, "corrected", typed = typed.clone(), meant = meant.clone()));
        view! { <p>{pairs.collect::<Vec<_>>().join(" ")}</p> }
    });
    let bare = params.is_empty(); // nothing was asked: that is no failure to find
    let none = nothing.then(|| if bare { all_tiles(app, lang) } else { no_result(app, lang, &params) });
    view! {
        {chips(lang, &params, &outcome, place.clone(), category)}
        {params.cut.then(|| view! { <p class="note">{t!(lang, "query-cut", limit = QUERY_LIMIT)}</p> })}
        {corrected}
        {(!bare).then(|| view! { <p class="sum" data-summary="" data-title=full_title><b>{summary}</b></p> })}
        {widened.zip(place).map(|(wider, place)| view! { <p class="note">{icon("info")}<span>{t!(lang, "widened", place = place, wider = wider)}</span></p> })}
        {beyond.then(|| view! { <p class="note">{icon("info")}<span>{t!(lang, "page-beyond")} " " <a href=params.with(lang, |_| {})>{t!(lang, "page-first")}</a></span></p> })}
        {(!nothing).then(|| view! { <ol class="hits">{first}{second}</ol> })}
        {none}
        {pages}
    }.into_any()
}

fn topic_hit(lang: Lang, topic: &Item<Topic>) -> AnyView {
    let summary = topic.fields.summary.get(lang).map(|(text, own)| {
        let mark = other_language(lang, own);
        view! { <p lang=mark.map(|m| m.0) dir=mark.map(|m| m.1)>{text.to_owned()}</p> }
    });
    view! {
        <li class="hit topic">
            {pictogram(&topic.slug)}
            <span class="kind">{t!(lang, "topic")}</span>
            <h2><a href=href(topic, lang)>{name(topic, lang)}</a></h2>
            {summary}
        </li>
    }
    .into_any()
}

/// What is asked for besides words, each with a link that takes it away.
fn chips(lang: Lang, params: &Params, outcome: &Outcome, place: Option<String>, category: Option<String>) -> impl IntoView + use<> {
    let mut chips: Vec<(String, &'static str, String)> = Vec::new();
    if let Some(place) = place {
        let recognised = outcome.place.is_some();
        let href = params.with(lang, |p| {
            p.place = None;
            p.anywhere = recognised;
        });
        chips.push((place, "place", href));
    }
    if let Some(category) = category {
        chips.push((category, "check", params.with(lang, |p| p.category = None)));
    }
    if params.near.is_some() {
        chips.push((t!(lang, "near-me"), "near-me", params.with(lang, |p| p.near = None)));
    }
    if params.open {
        chips.push((t!(lang, "open-now"), "clock", params.with(lang, |p| p.open = false)));
    }
    if params.free {
        chips.push((t!(lang, "free"), "free", params.with(lang, |p| p.free = false)));
    }
    if params.undocumented {
        chips.push((t!(lang, "without-documents"), "no-documents", params.with(lang, |p| p.undocumented = false)));
    }
    if let Some(speaks) = &params.speaks {
        let spoken = speaks.parse::<Lang>().map_or_else(|_| speaks.clone(), |l| l.name().to_owned());
        chips.push((spoken, "languages", params.with(lang, |p| p.speaks = None)));
    }
    let remove = t!(lang, "remove");
    let chips = chips
        .into_iter()
        .map(|(text, sign, href)| view! { <a class="pill" href=href data-swap="">{icon(sign)}<bdi>{text}</bdi><span class="off">" " {remove.clone()}</span>{icon("close")}</a> })
        .collect::<Vec<_>>();
    (!chips.is_empty()).then(|| view! { <div class="row">{chips}</div> })
}

/// Why there is nothing, and what to try.
fn no_result(app: &App, lang: Lang, params: &Params) -> AnyView {
    let tips = [
        Some("nothing-spelling"),
        Some("nothing-simple"),
        (params.place.is_some() || params.is_filtered() || params.category.is_some()).then_some("nothing-filters"),
    ];
    let query = params.q.clone();
    view! {
        <div class="note">
            {icon("info")}
            <div>
                {(!query.is_empty()).then(|| view! { <p><b>{t!(lang, "nothing-for", query = query)}</b></p> })}
                <ul>{tips.into_iter().flatten().map(|key| view! { <li>{t!(lang, key)}</li> }).collect_view()}</ul>
            </div>
        </div>
        {all_tiles(app, lang)}
    }
    .into_any()
}

/// The filters, each with how many services it would leave; a plain form of its own.
fn filters(app: &App, lang: Lang, found: &Found) -> AnyView {
    let (params, facets) = (&found.params, &found.outcome.facets);
    let count = |n: u32| number(lang, f64::from(n));
    let tick = |field: &'static str, key: &str, on: bool, n: u32| {
        let value = if field == "open" { "now" } else { "1" };
        view! { <label class="tick"><input type="checkbox" name=field value=value checked=on form="find"/>{t!(lang, key)}" "<small>{count(n)}</small></label> }
    };
    let languages = Lang::all()
        .map(|l| {
            let n = facets.languages.iter().find(|(code, _)| code == l.code()).map_or(0, |(_, n)| *n);
            let text = if n > 0 { format!("{} ({})", l.name(), count(n)) } else { l.name().to_owned() };
            view! { <option value=l.code() lang=l.code() selected=params.speaks.as_deref() == Some(l.code())>{text}</option> }
        })
        .collect_view();
    let topics = app.topics();
    let categories = topics
        .iter()
        .zip(0..)
        .map(|(topic, n)| {
            let n = facets.categories.iter().find(|(category, _)| category.0 == n).map_or(0, |(_, n)| *n);
            let text = if n > 0 { format!("{} ({})", name(topic, lang), count(n)) } else { name(topic, lang) };
            view! { <option value=topic.slug.clone() selected=params.category.as_ref() == Some(&topic.slug)>{text}</option> }
        })
        .collect_view();
    let current = params.place.as_deref().and_then(|code| app.gazetteer.territory_of(code)).map(|t| t.slug.clone());
    let catalogue = app.catalogue();
    let territories = app
        .gazetteer
        .territories()
        .iter()
        .map(|territory| {
            let place = catalogue.index.places().find(&territory.code);
            let counts = if territory.code.len() == 2 { &facets.regions } else { &facets.provinces };
            let n = counts.iter().find(|(other, _)| Some(*other) == place).map_or(0, |(_, n)| *n);
            let text = if n > 0 { format!("{} ({})", territory.name(lang), count(n)) } else { territory.name(lang).to_owned() };
            view! { <option value=territory.slug.clone() selected=current.as_ref() == Some(&territory.slug)>{text}</option> }
        })
        .collect_view();
    let any = t!(lang, "any");
    let unknown = (facets.free.unknown + facets.open.unknown > 0).then(|| view! { <p class="hint">{t!(lang, "filters-unknown")}</p> });
    view! {
        <details class="fold filters">
            <summary>{icon("filter")}{t!(lang, "filters")}{icon("down")}</summary>
            <div>
                <fieldset>
                    <legend class="off">{t!(lang, "filters")}</legend>
                    {tick("open", "open-now", params.open, facets.open.yes)}
                    {tick("free", "free", params.free, facets.free.yes)}
                    {tick("undocumented", "without-documents", params.undocumented, facets.undocumented.yes)}
                </fieldset>
                {unknown}
                <div class="field"><label r#for="f-speaks">{t!(lang, "filter-speaks")}</label><select id="f-speaks" name="speaks" form="find"><option value="">{any.clone()}</option>{languages}</select></div>
                <div class="field"><label r#for="f-category">{t!(lang, "topic")}</label><select id="f-category" name="category" form="find"><option value="">{any.clone()}</option>{categories}</select></div>
                <div class="field"><label r#for="f-region">{t!(lang, "territory")}</label><select id="f-region" name="region" form="find"><option value="">{any}</option>{territories}</select></div>
                <button type="submit" class="btn" form="find">{t!(lang, "apply")}</button>
            </div>
        </details>
    }.into_any()
}

/// What may come next while typing, as links.
pub(crate) fn suggest_fragment(app: &App, lang: Lang, query: &str) -> String {
    let params = Params::read(query, app);
    let catalogue = app.catalogue();
    let search_lang = search::Lang::from_code(lang.code()).unwrap_or(search::Lang::It);
    let suggestions = catalogue.index.suggest(&params.q, search_lang, 6);
    render(move || {
        let items = suggestions
            .into_iter()
            .map(|suggestion| {
                let to = match suggestion.kind {
                    SuggestionKind::Topic(category) => app.topic(category).map(|topic| href(&topic, lang)),
                    SuggestionKind::Service(id) => Some(format!("/{lang}/services/{}", Id(id))),
                    SuggestionKind::Phrase(_) | SuggestionKind::Place(_) => None,
                };
                let sign = match suggestion.kind {
                    SuggestionKind::Topic(_) | SuggestionKind::Phrase(_) => "search",
                    SuggestionKind::Place(_) => "place",
                    SuggestionKind::Service(_) => "office",
                };
                let to = to.unwrap_or_else(|| {
                    format!("/{lang}/services{}", Params { q: suggestion.text.clone(), page: 1, ..Params::default() }.to_query())
                });
                view! { <li><a href=to>{icon(sign)}<bdi>{suggestion.text}</bdi></a></li> }
            })
            .collect::<Vec<_>>();
        (!items.is_empty()).then(|| view! { <ul>{items}</ul> })
    })
}

/// The page of the services saved on this device; what they are, only the device knows.
pub(crate) fn saved(lang: Lang) -> Page {
    let mut page = Page::new(lang, "/saved", t!(lang, "saved-title"), move || {
        view! {
            <div class="in">
                <h1>{t!(lang, "saved-title")}</h1>
                <div class="note">{icon("info")}<p>{t!(lang, "saved-note")}</p></div>
                <SavedList>
                    <div data-saved=format!("/{lang}/saved/list")>
                        <div class="empty">
                            {icon("save")}
                            <p>{t!(lang, "saved-empty")}</p>
                            <noscript><p>{t!(lang, "saved-noscript")}</p></noscript>
                            <a class="btn alt" href=format!("/{lang}/services")>{t!(lang, "search-services")}</a>
                        </div>
                    </div>
                </SavedList>
            </div>
        }
    });
    page.island = Some("saved_list");
    page.indexed = false;
    page
}

/// The cards of the services in `?ids=`, at most fifty.
pub(crate) async fn saved_fragment(app: &App, lang: Lang, query: &str) -> Result<String> {
    let ids = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "ids").map(|(_, ids)| ids.into_owned()).unwrap_or_default();
    let ids: Vec<Id> = ids.split(',').filter_map(|id| id.parse().ok()).take(50).collect();
    let cards = Card::of(app, lang, &ids).await?;
    Ok(render(move || view! { <ol class="hits">{cards.into_iter().map(|c| card(lang, c, false)).collect_view()}</ol> }))
}
