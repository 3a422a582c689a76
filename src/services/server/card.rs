//! A service in a list: what it is, where, whether it is open, and the telephone.

use anyhow::Result;
use jiff::{Timestamp, civil::DateTime};
use leptos::prelude::*;

use crate::{
    content::{Id, Item},
    locale::{
        Lang,
        server::{number, t},
    },
    search::Hit,
    server::App,
    services::{
        hours::{self, Status},
        model::{Service, dialled},
    },
    ui::server::{icon, other_language},
};

/// What a card shows.
#[derive(Clone)]
pub(crate) struct Card {
    pub(crate) item: Item<Service>,
    pub(crate) place: Option<String>,
    pub(crate) status: Option<Status>,
    pub(crate) distance_m: Option<u32>,
    /// Every filter asked for is known to hold.
    pub(crate) certain: bool,
}

impl Card {
    /// Reads the services that a search found, in its order.
    pub(crate) async fn load(app: &App, lang: Lang, hits: &[Hit]) -> Result<Vec<Self>> {
        let ids: Vec<Id> = hits.iter().map(|hit| Id(hit.id)).collect();
        let mut cards = Self::of(app, lang, &ids).await?;
        for card in &mut cards {
            if let Some(hit) = hits.iter().find(|hit| hit.id == card.item.id.0) {
                card.distance_m = hit.distance_m;
                card.certain = hit.certain;
            }
        }
        Ok(cards)
    }

    /// Reads services by id, in that order.
    pub(crate) async fn of(app: &App, lang: Lang, ids: &[Id]) -> Result<Vec<Self>> {
        let now = hours::local(Timestamp::now());
        let card = |item: Item<Service>| Self {
            place: place_name(app, &item.fields, lang),
            status: item.fields.schedule.as_ref().and_then(|s| s.status(now)),
            distance_m: None,
            certain: true,
            item,
        };
        Ok(app.store.list::<Service>(ids).await?.into_iter().map(card).collect())
    }

    /// The first moment at which one of the cards says something else.
    pub(crate) fn until(cards: &[Self]) -> Option<Timestamp> {
        cards.iter().filter_map(|card| moment(card.status?.until?)).min()
    }
}

/// A time in Rome as a moment.
pub(crate) fn moment(at: DateTime) -> Option<Timestamp> {
    at.to_zoned(hours::rome()).ok().map(|zoned| zoned.timestamp())
}

/// The place that a service lies in or serves, in the reader's language; `None` = all of the country.
pub(crate) fn place_name(app: &App, service: &Service, lang: Lang) -> Option<String> {
    let code = service.place()?;
    let name = app.gazetteer.name(code, lang)?.to_owned();
    let sigla = app.gazetteer.sigla(code).filter(|_| code.len() == 6);
    Some(sigla.map_or_else(|| name.clone(), |sigla| format!("{name} ({sigla})")))
}

/// "Open now", "closed", or that nobody knows.
pub(crate) fn status_chip(lang: Lang, state: Option<Status>, in_full: bool, element: Option<&'static str>) -> AnyView {
    let (class, text) = match state {
        Some(Status { open: true, until }) => {
            let text = match until {
                Some(until) if in_full => t!(lang, "open-until", time = until.time().strftime("%H:%M").to_string()),
                _ => t!(lang, "open-now"),
            };
            ("chip open", text)
        }
        Some(Status { open: false, until }) => {
            let text = match until {
                Some(until) if in_full => {
                    let day = crate::locale::server::weekday(lang, until.date().weekday());
                    t!(lang, "closed-until", day = day, time = until.time().strftime("%H:%M").to_string())
                }
                _ => t!(lang, "closed"),
            };
            ("chip shut", text)
        }
        None => ("chip maybe", t!(lang, "hours-unknown")),
    };
    let class = if in_full { format!("{class} now") } else { class.to_owned() };
    view! { <span class=class data-element=element>{icon("clock")}{text}</span> }.into_any()
}

/// A distance in the reader's form: metres below one kilometre.
pub(crate) fn distance(lang: Lang, metres: u32) -> String {
    let metres = f64::from(metres);
    if metres < 950.0 {
        t!(lang, "metres", n = number(lang, (metres / 50.0).round() * 50.0))
    } else {
        t!(lang, "kilometres", n = number(lang, (metres / 100.0).round() / 10.0))
    }
}

/// A service in a list; below a heading of its own a list's cards have smaller ones.
pub(crate) fn card(lang: Lang, card: Card, below_heading: bool) -> AnyView {
    let Card { item, place, status, distance_m, .. } = card;
    let service = item.fields;
    let (name, own) = service.name.get(lang).map_or((String::new(), Lang::SOURCE), |(name, own)| (name.to_owned(), own));
    let mark = other_language(lang, own);
    let organisation = service.organisation.filter(|o| !o.name.is_empty() && o.name != name);
    let place = place.unwrap_or_else(|| t!(lang, "all-italy"));
    let distance = distance_m.map(|metres| view! { ", " <bdi>{distance(lang, metres)}</bdi> });
    let speaks = service.languages.iter().map(|code| code.to_uppercase()).collect::<Vec<_>>().join(", ");
    let call = service.phones.first().map(|phone| {
        let label = t!(lang, "call-who", who = name.clone());
        view! { <a class="call" href=format!("tel:{}", dialled(&phone.number)) aria-label=label>{icon("phone")}{t!(lang, "call")}</a> }
    });
    let link = view! { <a href=format!("/{lang}/services/{}", item.slug) lang=mark.map(|m| m.0) dir=mark.map(|m| m.1)>{name}</a> };
    view! {
        <li class="hit">
            {if below_heading { view! { <h3>{link}</h3> }.into_any() } else { view! { <h2>{link}</h2> }.into_any() }}
            {organisation.map(|o| view! { <p><bdi lang="it">{o.name}</bdi></p> })}
            <p class="where">{icon("place")}<span>{place}{distance}</span></p>
            <div class="row">
                {status_chip(lang, status, false, None)}
                {(service.free == Some(true)).then(|| view! { <span class="chip">{icon("free")}{t!(lang, "free")}</span> })}
                {(!speaks.is_empty()).then(|| view! { <span class="chip">{icon("languages")}<bdi>{speaks}</bdi></span> })}
            </div>
            {call}
        </li>
    }
    .into_any()
}
