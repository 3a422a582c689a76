//! The page of one service. Its first screen on a phone answers: is it for me, is it open now, call, directions.
//!
//! Order and `data-element` names are those of the Italian model for service pages, which public validators look for.

use std::{fmt::Write as _, sync::Arc};

use anyhow::Result;
use jiff::{Timestamp, civil::Time};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::card::{moment, place_name, status_chip};
use crate::{
    content::{Item, State, kinds::Topic},
    locale::{
        Lang, Text,
        server::{date, t, weekday},
    },
    portal,
    server::{App, Page},
    services::{
        hours::{self, Schedule},
        island::Keep,
        model::{Service, dialled},
    },
    topics::server::{Tile, href, name, tiles},
    ui::server::{crumbs, icon, other_language, paragraphs},
};

/// What the page is made of.
struct View {
    item: Item<Service>,
    topics: Vec<Item<Topic>>,
    place: Option<String>,
    /// The addresses with their comune, as they are written on an envelope.
    addresses: Vec<String>,
    url: String,
}

/// The page of a service; of one that was withdrawn it says so.
pub(crate) async fn service(app: &Arc<App>, lang: Lang, id: &str, origin: &str) -> Result<Page> {
    let Ok(id) = id.parse() else { return Ok(portal::server::not_found(lang)) };
    let Some(item) = app.store.find::<Service>(id).await? else { return Ok(portal::server::not_found(lang)) };
    if item.state == State::Withdrawn {
        return Ok(withdrawn(lang, &item));
    }
    let fields = &item.fields;
    let all = app.topics();
    let slugs = std::iter::once(&fields.category).chain(&fields.also);
    let topics: Vec<_> = slugs.filter_map(|slug| all.iter().find(|t| t.slug == *slug).cloned()).collect();
    let now = hours::local(Timestamp::now());
    let status = fields.schedule.as_ref().and_then(|s| s.status(now));
    // The table marks today, so the page is true until midnight at most.
    let midnight = now.date().tomorrow().ok().and_then(|day| moment(day.to_datetime(Time::midnight())));
    let until = status.and_then(|s| s.until).and_then(moment).into_iter().chain(midnight).min();
    let title = fields.name.get(lang).map(|(name, _)| name.to_owned()).unwrap_or_default();
    let description = fields.description.get(lang).map(|(text, _)| text.chars().take(200).collect()).unwrap_or_default();
    let danger = topics.first().is_some_and(|t| t.fields.danger);
    let url = format!("{origin}/{lang}/services/{id}");
    let view = View { place: place_name(app, fields, lang), addresses: addresses(app, fields), url, topics, item: item.clone() };
    let mut page = Page::new(lang, format!("/services/{id}"), title, move || article(lang, &view)).shows(vec![id]).until(until);
    page.description = description;
    // The name of an office is often the same in every language: what is said of it tells where it is translated.
    let told = if item.fields.description.is_empty() { &item.fields.name } else { &item.fields.description };
    page.written_in = Some(told.iter().map(|(lang, _)| lang).collect());
    page.json_ld = Some(json_ld(&item, lang));
    page.danger = danger;
    page.rated = true;
    page.island = Some("keep");
    page.updated = Timestamp::from_second(item.updated).ok().map(|at| hours::local(at).date());
    Ok(page)
}

fn withdrawn(lang: Lang, item: &Item<Service>) -> Page {
    let (title, slug) = (item.fields.name.get(lang).map(|(name, _)| name.to_owned()).unwrap_or_default(), item.fields.category.clone());
    let heading = title.clone();
    let mut page = Page::new(lang, format!("/services/{}", item.id), title, move || {
        view! {
            <div class="in">
                <h1>{heading}</h1>
                <div class="note bad">{icon("warning")}<p>{t!(lang, "withdrawn")}</p></div>
                <p><a class="btn" href=format!("/{lang}/services?category={slug}")>{t!(lang, "withdrawn-others")}</a></p>
            </div>
        }
    })
    .shows(vec![item.id]);
    page.status = axum::http::StatusCode::GONE;
    page.indexed = false;
    page
}

fn addresses(app: &App, service: &Service) -> Vec<String> {
    service
        .locations
        .iter()
        .filter_map(|location| {
            let street = location.address.clone()?;
            let comune = location.place.as_deref().filter(|code| code.len() == 6);
            let town = comune.and_then(|code| app.gazetteer.name(code, Lang::SOURCE)).unwrap_or_default();
            let sigla = comune.and_then(|code| app.gazetteer.sigla(code)).map(|sigla| format!(" {sigla}")).unwrap_or_default();
            let rest = format!("{} {town}{sigla}", location.cap.as_deref().unwrap_or_default());
            Some(format!("{street}, {}", rest.trim()).trim_end_matches([',', ' ']).to_owned())
        })
        .collect()
}

fn article(lang: Lang, view: &View) -> AnyView {
    let service = &view.item.fields;
    let (title, own) = service.name.get(lang).map_or((String::new(), lang), |(name, own)| (name.to_owned(), own));
    let mark = other_language(lang, own);
    let trail = view.topics.first().map(|topic| (href(topic, lang), name(topic, lang)));
    let organisation = service.organisation.clone().filter(|o| !o.name.is_empty());
    let prose = [&service.description, &service.addressed, &service.how_to, &service.conditions];
    let fallback = prose
        .iter()
        .any(|text| !text.is_empty() && text.exactly(lang).is_none())
        .then(|| view! { <p class="note">{icon("languages")}<span>{t!(lang, "in-source-language")}</span></p> });
    let status = service.schedule.as_ref().and_then(|s| s.status(hours::local(Timestamp::now())));
    let closure = service.schedule.as_ref().and_then(|s| s.closure(hours::local(Timestamp::now()).date())).map(|closure| {
        let text = t!(lang, "closure", from = date(lang, closure.from), to = date(lang, closure.to));
        let reason = (!closure.reason.is_empty()).then(|| view! { " " <bdi lang="it">{closure.reason.clone()}</bdi> });
        view! { <p class="note care">{icon("calendar")}<span>{text}{reason}</span></p> }
    });
    let part = |sign: &'static str, key: &str, element: &'static str, text: &Text| {
        paragraphs(text, lang).map(
            |body| view! { <section class="part"><h2>{icon(sign)}{t!(lang, key)}</h2><div data-element=element>{body}</div></section> },
        )
    };
    let needed = service.needed.get(lang).map(|(text, own)| {
        let mark = other_language(lang, own);
        let items: Vec<_> = text.lines().map(|item| view! { <li>{item.to_owned()}</li> }).collect();
        view! { <section class="part"><h2>{icon("bag")}{t!(lang, "service-needed")}</h2><ul class="bring" data-element="service-needed" lang=mark.map(|m| m.0) dir=mark.map(|m| m.1)>{items}</ul></section> }
    });
    let times = paragraphs(&service.times, lang);
    let week = service.schedule.as_ref().map(|schedule| week(lang, schedule));
    let times = (week.is_some() || times.is_some()).then(|| {
        view! { <section class="part"><h2>{icon("clock")}{t!(lang, "service-times")}</h2><div data-element="service-calendar-text">{week}{times}{closure}</div></section> }
    });
    let cost = paragraphs(&service.cost, lang);
    let cost = (cost.is_some() || service.free.is_some()).then(|| {
        let free = service.free.filter(|_| cost.is_none()).map(|free| view! { <p>{t!(lang, if free { "free" } else { "not-free" })}</p> });
        view! { <section class="part"><h2>{icon("cost")}{t!(lang, "service-cost")}</h2><div data-element="service-cost">{free}{cost}</div></section> }
    });
    let topics = (!view.topics.is_empty()).then(|| {
        let grid = tiles(view.topics.iter().map(|topic| Tile::new(topic, lang)).collect());
        view! { <section class="part" data-element="service-topic"><h2>{t!(lang, "topics")}</h2>{grid}</section> }
    });
    view! {
        <article class="record">
            {crumbs(lang, trail.into_iter().collect())}
            <header>
                <h1 data-element="service-title"><bdi lang=mark.map(|m| m.0)>{title}</bdi></h1>
                {organisation.map(|o| view! { <p class="org"><bdi lang="it">{o.name}</bdi></p> })}
                {fallback}
            </header>
            <div class="key">
                <p>{status_chip(lang, status, true, Some("service-status"))}</p>
                {whom(lang, service)}
                {actions(lang, view)}
                {facts(lang, view)}
            </div>
            {part("info", "service-description", "service-description", &service.description)}
            {part("people", "service-addressed", "service-addressed", &service.addressed)}
            {part("steps", "service-how-to", "service-how-to", &service.how_to)}
            {needed}
            {part("check", "service-achieved", "service-achieved", &service.achieved)}
            {times}
            {cost}
            {part("directions", "service-access", "service-generic-access", &service.access)}
            {part("document", "service-conditions", "service-file", &service.conditions)}
            {contacts(lang, view)}
            {topics}
            {missing(lang, service)}
            {provenance(lang, view)}
        </article>
    }
    .into_any()
}

/// Is it for me? In a sentence, if anything is known.
fn whom(lang: Lang, service: &Service) -> impl IntoView + use<> {
    let first =
        service.addressed.get(lang).map(|(text, own)| (text.lines().next().unwrap_or_default().to_owned(), other_language(lang, own)));
    first.map(|(text, mark)| view! { <p class="whom">{icon("people")}<span lang=mark.map(|m| m.0) dir=mark.map(|m| m.1)>{text}</span></p> })
}

/// Call, directions, share, save.
fn actions(lang: Lang, view: &View) -> AnyView {
    let service = &view.item.fields;
    let call = service.phones.first().map(|phone| {
        view! { <a class="btn" href=format!("tel:{}", dialled(&phone.number))>{icon("phone")}{t!(lang, "call")}" "<bdi>{phone.number.clone()}</bdi></a> }.into_any()
    });
    let call = call.or_else(|| {
        service
            .email
            .as_ref()
            .map(|mail| view! { <a class="btn" href=format!("mailto:{mail}")>{icon("mail")}{t!(lang, "write")}</a> }.into_any())
    });
    let call = call.or_else(|| {
        service
            .website
            .as_ref()
            .map(|url| view! { <a class="btn" href=url.clone()>{icon("website")}{t!(lang, "open-website")}</a> }.into_any())
    });
    let directions = directions(view).map(|href| view! { <a class="act" href=href>{icon("directions")}{t!(lang, "directions")}</a> });
    let name = service.name.get(lang).map(|(name, _)| name).unwrap_or_default();
    let phone = service.phones.first().map(|p| format!(" {}", p.number)).unwrap_or_default();
    let text: String =
        form_urlencoded::byte_serialize(format!("{name}{phone} {}", view.url).as_bytes()).collect::<String>().replace('+', "%20");
    let id = view.item.id.to_string();
    let qr = format!("/{lang}/services/{id}/qr");
    view! {
        <Keep>
            <div class="acts">
                {call}
                {directions}
                <details>
                    <summary class="act">{icon("share")}<span>{t!(lang, "share")}</span></summary>
                    <div class="menu">
                        <a href=format!("https://wa.me/?text={text}") rel="noreferrer">{icon("message")}"WhatsApp"</a>
                        <a href=format!("sms:?body={text}")>{icon("phone")}"SMS"</a>
                        <a href=qr>{icon("qr")}{t!(lang, "qr")}</a>
                        <button type="button" hidden=true data-share="">{icon("share")}{t!(lang, "share-other")}</button>
                    </div>
                </details>
                <button type="button" class="act" hidden=true data-save=id aria-pressed="false">{icon("save")}{t!(lang, "save")}</button>
            </div>
        </Keep>
    }
    .into_any()
}

/// A map, from the coordinates or else the address. `geo:` opens the phone's own map; an address needs a site that knows it.
fn directions(view: &View) -> Option<String> {
    let address = view.addresses.first();
    if let Some((lat, lon)) = view.item.fields.position() {
        let label = address.map(|a| format!("({})", form_urlencoded::byte_serialize(a.as_bytes()).collect::<String>())).unwrap_or_default();
        return Some(format!("geo:{lat:.5},{lon:.5}?q={lat:.5},{lon:.5}{label}"));
    }
    let query: String = form_urlencoded::byte_serialize(address?.as_bytes()).collect();
    Some(format!("https://www.openstreetmap.org/search?query={query}"))
}

/// What a person wants to know at a glance; only what is known.
fn facts(lang: Lang, view: &View) -> AnyView {
    let service = &view.item.fields;
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    facts.push(("place", view.place.clone().unwrap_or_else(|| t!(lang, "all-italy"))));
    if service.free == Some(true) {
        facts.push(("free", t!(lang, "free")));
    }
    if !service.languages.is_empty() {
        let names: Vec<String> = service
            .languages
            .iter()
            .map(|code| code.parse::<Lang>().map_or_else(|_| code.to_uppercase(), |l| l.name().to_owned()))
            .collect();
        facts.push(("languages", t!(lang, "spoken", languages = names.join(t!(lang, "list-separator").as_str()))));
    }
    if service.undocumented == Some(true) {
        facts.push(("no-documents", t!(lang, "without-documents-long")));
    }
    if service.schedule.as_ref().is_some_and(|s| s.appointment == Some(true)) {
        facts.push(("calendar", t!(lang, "by-appointment")));
    }
    match service.locations.iter().find_map(|l| l.wheelchair) {
        Some(true) => facts.push(("accessible", t!(lang, "wheelchair"))),
        Some(false) => facts.push(("accessible", t!(lang, "no-wheelchair"))),
        None => {}
    }
    view! { <ul class="facts">{facts.into_iter().map(|(sign, text)| view! { <li>{icon(sign)}{text}</li> }).collect_view()}</ul> }.into_any()
}

/// The hours of the week, today's first to see; or the source's own words.
fn week(lang: Lang, schedule: &Schedule) -> AnyView {
    let today = hours::local(Timestamp::now()).date();
    let time = |t: Time| t.strftime("%H:%M").to_string();
    let rows = schedule.week().into_iter().map(|(day, slots)| {
        let is_today = day == today.weekday();
        let slots = if is_today { schedule.slots(today) } else { slots };
        let name = weekday(lang, day);
        let name = if is_today { format!("{name} ({})", t!(lang, "today")) } else { name };
        let spans = slots.iter().map(|(from, to)| view! { <bdi>{format!("{}–{}", time(*from), time(*to))}</bdi> " " }).collect_view();
        let closed = slots.is_empty().then(|| t!(lang, "closed-day"));
        let row = view! { <dt>{name}</dt><dd>{spans}{closed}</dd> };
        if is_today { view! { <div class="today">{row}</div> }.into_any() } else { view! { <div>{row}</div> }.into_any() }
    });
    let table = (!schedule.weekly.is_empty()).then(|| view! { <dl class="week">{rows.collect_view()}</dl> });
    let always = schedule.always.then(|| view! { <p>{t!(lang, "always-open")}</p> });
    let own = (!schedule.text.is_empty()).then(|| view! { <p lang="it" dir="ltr">{schedule.text.clone()}</p> });
    view! { {always}{table}{own} }.into_any()
}

fn contacts(lang: Lang, view: &View) -> impl IntoView + use<> {
    let service = &view.item.fields;
    let addresses = view
        .addresses
        .iter()
        .map(|address| view! { <div><dt>{t!(lang, "address")}</dt><dd><bdi lang="it">{address.clone()}</bdi></dd></div> })
        .collect_view();
    let phones = service.phones.iter().map(|phone| {
        let note = [(phone.free == Some(true)).then_some("phone-free"), (phone.always == Some(true)).then_some("phone-always")];
        let note = note.into_iter().flatten().map(|key| t!(lang, key)).collect::<Vec<_>>().join(", ");
        let note = (!note.is_empty()).then(|| view! { " " <small>{note}</small> });
        view! { <div><dt>{t!(lang, "phone")}</dt><dd><a href=format!("tel:{}", dialled(&phone.number))><bdi>{phone.number.clone()}</bdi></a>{note}</dd></div> }
    });
    let mail = service.email.clone().map(
        |mail| view! { <div><dt>{t!(lang, "email")}</dt><dd><a href=format!("mailto:{mail}")><bdi>{mail.clone()}</bdi></a></dd></div> },
    );
    let site = |url: String| view! { <div><dt>{t!(lang, "website")}</dt><dd><a href=url.clone()><bdi>{short(&url)}</bdi></a></dd></div> };
    let website = service.website.clone().map(site);
    let theirs =
        service.organisation.as_ref().and_then(|o| o.website.clone()).filter(|url| Some(url) != service.website.as_ref()).map(site);
    let any = !view.addresses.is_empty()
        || !service.phones.is_empty()
        || service.email.is_some()
        || service.website.is_some()
        || theirs.is_some();
    let phones = phones.collect_view();
    any.then(|| {
        view! { <section class="part" data-element="service-area"><h2>{icon("phone")}{t!(lang, "contacts")}</h2><dl class="list">{addresses}{phones}{mail}{website}{theirs}</dl></section> }
    })
}

/// An address of a site without what everybody can do without.
fn short(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned()
}

/// What is not known, in one sentence, and where to ask.
fn missing(lang: Lang, service: &Service) -> impl IntoView + use<> {
    let unknown = [
        (!service.schedule.as_ref().is_some_and(Schedule::is_known), "missing-hours"),
        (service.free.is_none() && service.cost.is_empty(), "missing-cost"),
        (service.languages.is_empty(), "missing-languages"),
        (service.undocumented.is_none(), "missing-documents"),
    ];
    let names: Vec<String> = unknown.into_iter().filter(|(unknown, _)| *unknown).map(|(_, key)| t!(lang, key)).collect();
    let ask = match () {
        () if !service.phones.is_empty() => "ask-phone",
        () if service.email.is_some() => "ask-mail",
        () if service.website.is_some() => "ask-website",
        () => "ask-there",
    };
    (!names.is_empty()).then(|| {
        let names = names.join(t!(lang, "list-separator").as_str());
        view! { <div class="note care">{icon("info")}<p>{t!(lang, "missing", what = names)} " " {t!(lang, ask)}</p></div> }
    })
}

/// Who says so, since when, and where to say that it is wrong.
fn provenance(lang: Lang, view: &View) -> AnyView {
    let service = &view.item.fields;
    let checked = match &service.verified {
        Some(verified) => view! { {t!(lang, "checked-on")} " " <time datetime=verified.on.to_string()>{date(lang, verified.on)}</time> ", " <bdi lang="it">{verified.by.clone()}</bdi> }.into_any(),
        None => t!(lang, "to-be-confirmed").into_any(),
    };
    let source = service.source.clone();
    let named = match source.url {
        Some(url) => view! { <a href=url><bdi lang="it">{source.name}</bdi></a> }.into_any(),
        None => view! { <bdi lang="it">{source.name}</bdi> }.into_any(),
    };
    let rest = [source.date, source.licence].into_iter().flatten().map(|text| view! { " · " <bdi>{text}</bdi> }).collect_view();
    let report = format!("/{lang}/report?page=/services/{}", view.item.id);
    view! {
        <footer class="meta">
            <p>{checked}</p>
            <p>{t!(lang, "source")} " " {named}{rest}</p>
            <p><a href=report>{t!(lang, "report-error")}</a></p>
        </footer>
    }
    .into_any()
}

/// schema.org's `GovernmentService`; what is unknown is left out.
fn json_ld(item: &Item<Service>, lang: Lang) -> Value {
    let service = &item.fields;
    let text = |text: &Text| text.get(lang).map(|(text, _)| text.to_owned());
    let channel = json!({
        "@type": "ServiceChannel",
        "serviceUrl": service.website,
        "servicePhone": service.phones.first().map(|p| json!({ "@type": "ContactPoint", "telephone": p.number })),
        "availableLanguage": (!service.languages.is_empty()).then_some(&service.languages),
    });
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": text(&service.name),
        "description": text(&service.description),
        "serviceType": service.category,
        "serviceOperator": service.organisation.as_ref().map(|o| json!({ "@type": "Organization", "name": o.name, "url": o.website })),
        "areaServed": service.place().unwrap_or("IT"),
        "audience": text(&service.addressed).map(|audience| json!({ "@type": "Audience", "audienceType": audience })),
        "availableChannel": channel,
    });
    prune(&mut value);
    value
}

/// Takes the nulls out.
fn prune(value: &mut Value) {
    if let Value::Object(object) = value {
        object.retain(|_, value| !value.is_null());
        object.values_mut().for_each(prune);
    }
}

/// The service's address as a code to be read by another phone.
pub(crate) async fn qr(app: &Arc<App>, lang: Lang, id: &str, origin: &str) -> Result<Page> {
    let Ok(id) = id.parse() else { return Ok(portal::server::not_found(lang)) };
    let Some(item) = app.store.find::<Service>(id).await?.filter(|item| item.state == State::Published) else {
        return Ok(portal::server::not_found(lang));
    };
    let address = format!("{origin}/{lang}/services/{id}");
    let code = qrcode::QrCode::new(&address)?;
    let side = code.width();
    let dark = code.to_colors();
    let path = (0..side * side).filter(|n| dark[*n] == qrcode::Color::Dark).fold(String::new(), |mut path, n| {
        write!(path, "M{} {}h1v1h-1z", n % side, n / side).ok();
        path
    });
    let title = item.fields.name.get(lang).map(|(name, _)| name.to_owned()).unwrap_or_default();
    let heading = title.clone();
    let mut page = Page::new(lang, format!("/services/{id}/qr"), title, move || {
        let label = t!(lang, "qr");
        view! {
            <div class="in">
                <h1>{heading}</h1>
                <p class="lead">{t!(lang, "qr-lead")}</p>
                <svg class="qr" role="img" aria-label=label viewBox=format!("-4 -4 {0} {0}", side + 8)><path d=path/></svg>
                <p><a class="btn alt" href=format!("/{lang}/services/{id}")>{t!(lang, "qr-back")}</a></p>
            </div>
        }
    })
    .shows(vec![item.id]);
    page.indexed = false;
    Ok(page)
}
