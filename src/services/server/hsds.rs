//! Services in the shape of HSDS 3.0: pure projections of what the store keeps.
//!
//! The standard has no translations, so texts are in the source language; the others are attributes. Every part has an
//! id of its own, a UUID of version 5 of the service's id and what the part says: the same answer has the same ids.

mod schedule;
pub(crate) mod shape;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use uuid::Uuid;

use self::{
    schedule::schedules,
    shape::{
        Accessibility, Address, Attribute, CostOption, Language, Location, Organization, Phone, RequiredDocument, Service as Shape,
        ServiceArea, ServiceAtLocation, Status, TaxonomyTerm,
    },
};
use crate::{
    content::{Item, State},
    locale::{Lang, Text},
    search::Level,
    services::model::{self, Service},
    territory::server::{Gazetteer, NATION},
};

/// The name of the taxonomy that the portal's topics make.
const TAXONOMY: &str = "Portolano";
// The words that stand where the record only says yes or no, in the source language as all texts of HSDS.
const FREE: &str = "Gratuito";
const PAID: &str = "A pagamento";
const FREE_CALL: &str = "Chiamata gratuita";
const ALWAYS: &str = "Risponde giorno e notte";
const WHEELCHAIR: &str = "Accessibile in sedia a rotelle";
const NO_WHEELCHAIR: &str = "Non accessibile in sedia a rotelle";
const UNDOCUMENTED: &str = "Anche per persone senza documenti.";
const DOCUMENTED: &str = "Non per persone senza documenti.";

/// What is said of a category: its topic's title, summary and page in the source language.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// Its name.
    pub(crate) name: String,
    /// What it is about.
    pub(crate) description: String,
    /// The address of its page.
    pub(crate) uri: Option<String>,
}

/// A service as it stands in a list: without the fields that hold many things.
pub(crate) fn listed(item: &Item<Service>) -> Shape {
    let service = &item.fields;
    let undocumented = service.undocumented.map(|yes| if yes { UNDOCUMENTED } else { DOCUMENTED });
    Shape {
        id: item.id.to_string(),
        name: source(&service.name).unwrap_or(&item.slug).to_owned(),
        description: joined([source(&service.description), source(&service.achieved)]),
        url: service.website.as_deref().and_then(uri),
        email: service.email.as_deref().and_then(email),
        status: if item.state == State::Published { Status::Active } else { Status::Inactive },
        application_process: joined([source(&service.how_to), source(&service.access)]),
        fees_description: joined([source(&service.cost)]),
        wait_time: joined([source(&service.times)]),
        eligibility_description: joined([source(&service.addressed), source(&service.conditions), undocumented]),
        assured_date: service.verified.as_ref().map(|verified| verified.on.to_string()),
        last_modified: jiff::Timestamp::from_second(item.updated).ok().map(|at| format!("{at:.3}")),
        organization: service.organisation.as_ref().and_then(organization),
        ..Shape::default()
    }
}

/// A service with all that belongs to it; `term` finds what is said of a category by its slug.
pub(crate) fn full(item: &Item<Service>, gazetteer: &Gazetteer, term: impl Fn(&str) -> Option<Term>) -> Shape {
    let service = &item.fields;
    let id = Uuid::from_bytes(item.id.0);
    let lines = source(&service.needed).into_iter().flat_map(str::lines).map(|line| line.trim_start_matches(['-', '•', ' ']).trim());
    Shape {
        phones: service.phones.iter().filter(|phone| !phone.number.trim().is_empty()).map(|number| phone(id, number)).collect(),
        schedules: service.schedule.as_ref().map(|hours| schedules(id, hours)).unwrap_or_default(),
        service_areas: areas(id, service, gazetteer),
        service_at_locations: service
            .locations
            .iter()
            .filter(|place| has_door(place))
            .map(|place| at_location(id, place, gazetteer))
            .collect(),
        languages: service.languages.iter().map(|code| language(id, code)).collect(),
        cost_options: cost(id, service).into_iter().collect(),
        required_documents: lines
            .filter(|line| !line.is_empty())
            .map(|line| RequiredDocument { id: part(id, "document", line), document: line.to_owned() })
            .collect(),
        attributes: attributes(id, service, term),
        ..listed(item)
    }
}

/// The id of a part of a service, from what it is and what it says.
fn part(service: Uuid, what: &str, says: &str) -> String {
    Uuid::new_v5(&service, format!("{what}:{says}").as_bytes()).to_string()
}

/// A text in the source language, or in another if there is none.
fn source(text: &Text) -> Option<&str> {
    text.get(Lang::SOURCE).map(|(text, _)| text.trim()).filter(|text| !text.is_empty())
}

/// Paragraphs, those that are there; `None` if none is.
fn joined<const N: usize>(texts: [Option<&str>; N]) -> Option<String> {
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    (!texts.is_empty()).then(|| texts.join("\n\n"))
}

fn organization(organisation: &model::Organisation) -> Option<Organization> {
    let name = organisation.name.trim();
    (!name.is_empty()).then(|| Organization {
        id: Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("organisation:{name}").as_bytes()).to_string(),
        name: name.to_owned(),
        description: name.to_owned(),
        website: organisation.website.as_deref().and_then(uri),
    })
}

fn phone(service: Uuid, phone: &model::Phone) -> Phone {
    let says = [(phone.free, FREE_CALL), (phone.always, ALWAYS)].into_iter().filter(|(is, _)| *is == Some(true)).map(|(_, words)| words);
    let says = says.collect::<Vec<_>>().join(". ");
    Phone {
        id: part(service, "phone", &phone.number),
        number: phone.number.clone(),
        kind: "voice",
        description: Some(says).filter(|says| !says.is_empty()),
    }
}

/// Whether people can go there: a location of which only the place is known is the area that the service is for.
fn has_door(location: &model::Location) -> bool {
    location.address.is_some() || location.lat.zip(location.lon).is_some() || location.wheelchair.is_some()
}

fn at_location(service: Uuid, location: &model::Location, gazetteer: &Gazetteer) -> ServiceAtLocation {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let says = [text(&location.address), text(&location.cap), text(&location.place), number(location.lat), number(location.lon)].join("|");
    let id = part(service, "location", &says);
    let address = address(service, location, gazetteer);
    let known = || {
        let place = location.place.as_deref().and_then(|code| gazetteer.name(code, Lang::SOURCE));
        let parts: Vec<&str> = [location.address.as_deref(), location.cap.as_deref(), place].into_iter().flatten().collect();
        parts.join(", ")
    };
    let position = location.lat.zip(location.lon);
    let accessibility = location.wheelchair.map(|yes| Accessibility {
        id: part(service, "accessibility", &id),
        description: if yes { WHEELCHAIR } else { NO_WHEELCHAIR }.to_owned(),
    });
    ServiceAtLocation {
        id: part(service, "at", &id),
        service_id: service.to_string(),
        location: Location {
            location_type: "physical",
            description: address.is_none().then(known).filter(|text| !text.is_empty()),
            latitude: position.map(|(lat, _)| lat),
            longitude: position.map(|(_, lon)| lon),
            external_identifier: location.place.clone(),
            external_identifier_type: location.place.as_ref().map(|_| "ISTAT"),
            addresses: address.into_iter().collect(),
            accessibility: accessibility.into_iter().collect(),
            id,
        },
    }
}

/// An address, if everything that the standard requires of one is known.
fn address(service: Uuid, location: &model::Location, gazetteer: &Gazetteer) -> Option<Address> {
    let code = location.place.as_deref().filter(|code| gazetteer.level(code) == Some(Level::Comune))?;
    let street = location.address.as_deref().map(str::trim).filter(|street| !street.is_empty())?;
    let cap = location.cap.as_deref().filter(|cap| cap.len() == 5 && cap.bytes().all(|b| b.is_ascii_digit()))?;
    let region = gazetteer.around(code).find(|around| gazetteer.level(around) == Some(Level::Region));
    Some(Address {
        id: part(service, "address", &format!("{street}|{cap}|{code}")),
        address_1: street.to_owned(),
        city: gazetteer.name(code, Lang::SOURCE)?.to_owned(),
        region: region.and_then(|code| gazetteer.name(code, Lang::SOURCE)).map(str::to_owned),
        state_province: gazetteer.sigla(code)?.to_owned(),
        postal_code: cap.to_owned(),
        country: NATION,
        address_type: "physical",
    })
}

/// The places that a service is for where no door of it is known; the whole country if it names no place at all.
fn areas(service: Uuid, fields: &Service, gazetteer: &Gazetteer) -> Vec<ServiceArea> {
    let mut codes: Vec<&str> =
        fields.locations.iter().filter(|location| !has_door(location)).filter_map(|location| location.place.as_deref()).collect();
    if fields.locations.is_empty() {
        codes.push(NATION);
    }
    let area = |code: &str| {
        let extent = if code == NATION { code.to_owned() } else { format!("ISTAT {code}") };
        let name = gazetteer.name(code, Lang::SOURCE)?.to_owned();
        Some(ServiceArea { id: part(service, "area", code), name, extent, extent_type: "text" })
    };
    codes.into_iter().filter_map(area).collect()
}

fn language(service: Uuid, code: &str) -> Language {
    let name = code.parse().ok().map(|lang: Lang| lang.name().to_owned());
    Language { id: part(service, "language", code), name, code: code.to_owned() }
}

fn cost(service: Uuid, fields: &Service) -> Option<CostOption> {
    let words = source(&fields.cost).map(str::to_owned);
    let free = fields.free == Some(true);
    (fields.free.is_some() || words.is_some()).then(|| CostOption {
        id: part(service, "cost", ""),
        option: fields.free.map(|free| if free { FREE } else { PAID }),
        currency: free.then_some("EUR"),
        amount: free.then_some(0),
        amount_description: words,
    })
}

/// What the standard has no field for: categories, the source, people without documents, other languages.
fn attributes(service: Uuid, fields: &Service, term: impl Fn(&str) -> Option<Term>) -> Vec<Attribute> {
    let attribute = |link_type: &str, value: Option<&str>, taxonomy_term: Option<TaxonomyTerm>| Attribute {
        id: part(service, "attribute", &format!("{link_type}={}", taxonomy_term.as_ref().map_or("", |term| &term.code))),
        link_id: service.to_string(),
        link_type: link_type.to_owned(),
        link_entity: "service",
        value: value.map(str::to_owned),
        taxonomy_term,
    };
    let categories = std::iter::once(("category", &fields.category)).chain(fields.also.iter().map(|slug| ("also", slug)));
    let categories = categories.filter(|(_, slug)| !slug.is_empty());
    let mut all: Vec<Attribute> =
        categories.map(|(kind, slug)| attribute(kind, Some(slug), Some(taxonomy_term(slug, term(slug))))).collect();
    let from = &fields.source;
    let plain = [
        ("type", Some(fields.subtype.as_str())),
        ("undocumented", fields.undocumented.map(|yes| if yes { "yes" } else { "no" })),
        ("source", Some(from.name.as_str())),
        ("source-url", from.url.as_deref()),
        ("source-date", from.date.as_deref()),
        ("licence", from.licence.as_deref()),
        ("verified-by", fields.verified.as_ref().map(|verified| verified.by.as_str())),
    ];
    all.extend(
        plain
            .into_iter()
            .filter(|(_, value)| value.is_some_and(|value| !value.is_empty()))
            .map(|(kind, value)| attribute(kind, value, None)),
    );
    let texts = [
        ("name", &fields.name),
        ("description", &fields.description),
        ("addressed", &fields.addressed),
        ("how_to", &fields.how_to),
        ("needed", &fields.needed),
        ("achieved", &fields.achieved),
        ("times", &fields.times),
        ("cost", &fields.cost),
        ("access", &fields.access),
        ("conditions", &fields.conditions),
    ];
    for (field, text) in texts {
        let shown = text.get(Lang::SOURCE).map(|(_, lang)| lang);
        let others = text.iter().filter(|(lang, _)| Some(*lang) != shown);
        all.extend(others.map(|(lang, words)| attribute(&format!("{field}@{lang}"), Some(words), None)));
    }
    all
}

/// A category as a term; its id is that of its topic. A category without a topic is known by its slug alone.
fn taxonomy_term(slug: &str, term: Option<Term>) -> TaxonomyTerm {
    let term = term.unwrap_or_else(|| Term { name: slug.to_owned(), description: slug.to_owned(), uri: None });
    TaxonomyTerm {
        id: Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("topic:{slug}").as_bytes()).to_string(),
        code: slug.to_owned(),
        name: term.name,
        description: term.description,
        taxonomy: TAXONOMY,
        language: Lang::SOURCE.code().to_owned(),
        term_uri: term.uri,
    }
}

/// A web address as RFC 3986 writes it, other characters in percent form; `None` if it is none.
fn uri(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !host.contains('.') || !host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '_')) {
        return None;
    }
    let mut out = text[..text.len() - rest.len()].to_owned();
    let bytes = rest.as_bytes();
    let mut in_fragment = false;
    for (i, byte) in bytes.iter().enumerate() {
        let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        let plain = match byte {
            b'%' => hex(i + 1) && hex(i + 2),
            b'#' => !std::mem::replace(&mut in_fragment, true),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(byte),
        };
        if plain {
            out.push(char::from(*byte));
        } else {
            write!(out, "%{byte:02X}").ok()?;
        }
    }
    Some(out)
}

/// An e-mail address in the plain form of RFC 5321; `None` if it is none.
fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@')?;
    let atom = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b));
    let label = |part: &str| {
        !part.is_empty() && !part.starts_with('-') && !part.ends_with('-') && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    (local.split('.').all(atom) && domain.contains('.') && domain.split('.').all(label)).then(|| text.to_owned())
}
