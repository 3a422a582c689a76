//! A service with every field filled, one with hardly any, and the standard's own schema where it is at hand.

use std::path::{Path, PathBuf};

use jiff::civil::{date, time};
use serde_json::{Value, json};

use super::*;
use crate::{
    content::Id,
    services::hours::{Closure, Exception, Opening, Schedule},
};

fn gazetteer() -> Gazetteer {
    Gazetteer::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the territories")
}

fn term(slug: &str) -> Option<Term> {
    (slug == "health").then(|| Term {
        name: "Salute".to_owned(),
        description: "Medico, tessera sanitaria, ospedale.".to_owned(),
        uri: Some("https://example.org/it/topics/health".to_owned()),
    })
}

fn item(fields: Service) -> Item<Service> {
    let id = Id(Uuid::new_v5(&Uuid::NAMESPACE_URL, b"example").into_bytes());
    Item { id, slug: id.to_string(), state: State::Published, revision: 1, updated: 1_780_000_000, fields }
}

fn both(it: &str, en: &str) -> Text {
    let mut text = Text::from(it);
    text.set("en".parse().expect("a language"), en);
    text
}

fn everything() -> Service {
    let nine = time(9, 0, 0, 0);
    let one = time(13, 0, 0, 0);
    Service {
        name: both("Ambulatorio di prova", "Test clinic"),
        description: both("Visite di base.", "Basic visits."),
        addressed: both("Persone straniere.", "Foreign people."),
        how_to: both("Si presenti di persona.", "Come in person."),
        needed: both("Un documento\n- Il codice fiscale\n", "A document\nThe tax code"),
        achieved: both("Una visita.", "A visit."),
        times: both("Lo stesso giorno.", "The same day."),
        cost: both("Non si paga.", "Nothing."),
        access: both("Suoni al piano terra.", "Ring on the ground floor."),
        conditions: both("Avere più di 18 anni.", "Over 18."),
        category: "health".to_owned(),
        also: vec!["mediation-translation".to_owned()],
        subtype: "ambulatorio".to_owned(),
        organisation: Some(model::Organisation {
            name: "Associazione di prova".to_owned(),
            website: Some("https://example.org".to_owned()),
        }),
        locations: vec![
            model::Location {
                address: Some("Via di Prova 1".to_owned()),
                cap: Some("10122".to_owned()),
                place: Some("001272".to_owned()),
                lat: Some(45.07),
                lon: Some(7.68),
                wheelchair: Some(true),
            },
            model::Location { address: Some("Via senza CAP 2".to_owned()), place: Some("001272".to_owned()), ..model::Location::default() },
            model::Location { place: Some("001".to_owned()), ..model::Location::default() },
        ],
        phones: vec![model::Phone { number: "011 000000".to_owned(), free: Some(true), always: Some(true) }],
        email: Some("info@example.org".to_owned()),
        website: Some("https://example.org/più info?a=[b]#c#d".to_owned()),
        schedule: Some(Schedule {
            weekly: (1..=5).map(|day| Opening { day, from: nine, to: one }).collect(),
            exceptions: vec![
                Exception { date: date(2026, 12, 24), slots: vec![(nine, time(11, 0, 0, 0))] },
                Exception { date: date(2026, 12, 26), slots: vec![] },
            ],
            closures: vec![Closure { from: date(2026, 8, 10), to: date(2026, 8, 21), reason: "ferie".to_owned() }],
            appointment: Some(true),
            always: true,
            text: "il martedì anche di sera".to_owned(),
        }),
        languages: vec!["it".to_owned(), "fr".to_owned(), "wo".to_owned()],
        free: Some(true),
        undocumented: Some(true),
        source: model::Provenance {
            name: "Registro di prova".to_owned(),
            url: Some("https://example.org/registro".to_owned()),
            licence: Some("CC BY 4.0".to_owned()),
            date: Some("2026".to_owned()),
        },
        verified: Some(model::Verified { on: date(2026, 11, 1), by: "Redazione".to_owned() }),
    }
}

fn minimal() -> Service {
    Service { name: Text::from("Numero di prova"), category: "health".to_owned(), ..Service::default() }
}

fn json_of(fields: Service) -> Value {
    serde_json::to_value(full(&item(fields), &gazetteer(), term)).expect("JSON")
}

#[test]
fn every_field_has_its_place() {
    let json = json_of(everything());
    assert_eq!(json["url"], "https://example.org/pi%C3%B9%20info?a=%5Bb%5D#c%23d");
    assert_eq!(json["last_modified"], "2026-05-28T20:26:40.000Z");
    assert_eq!(json["eligibility_description"], format!("Persone straniere.\n\nAvere più di 18 anni.\n\n{UNDOCUMENTED}"));
    assert_eq!(json["required_documents"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["required_documents"][1]["document"], "Il codice fiscale");
    let address = &json["service_at_locations"][0]["location"]["addresses"][0];
    assert_eq!(address["city"], "Torino");
    assert_eq!(address["state_province"], "TO");
    assert_eq!(address["region"], "Piemonte");
    assert_eq!(address["country"], "IT");
    assert_eq!(json["languages"][1]["name"], "Français");
    assert_eq!(json["languages"][2].get("name"), None, "a language the portal does not speak has its code alone");
    assert_eq!(json["cost_options"][0]["amount"], 0);
    let attributes = json["attributes"].as_array().expect("attributes");
    assert_eq!(attributes[0]["taxonomy_term"]["name"], "Salute");
    assert_eq!(attributes[1]["taxonomy_term"]["name"], "mediation-translation", "a category without a topic");
    assert!(attributes.iter().any(|a| a["link_type"] == "name@en" && a["value"] == "Test clinic"));
    for kind in ["type", "undocumented", "source", "source-url", "source-date", "licence", "verified-by", "conditions@en"] {
        assert!(attributes.iter().any(|a| a["link_type"] == kind), "{kind}");
    }
}

#[test]
fn an_address_without_its_parts_is_left_out_but_not_forgotten() {
    let json = json_of(everything());
    let second = &json["service_at_locations"][1]["location"];
    assert_eq!(second.get("addresses"), None);
    assert_eq!(second["description"], "Via senza CAP 2, Torino");
    assert_eq!(json["service_at_locations"].as_array().map(Vec::len), Some(2), "a place alone is an area");
    assert_eq!(
        json["service_areas"],
        json!([{ "id": json["service_areas"][0]["id"], "name": "Torino", "extent": "ISTAT 001", "extent_type": "text" }])
    );
}

#[test]
fn hours_are_weeks_days_and_words() {
    let json = json_of(everything());
    let schedules = json["schedules"].as_array().expect("schedules");
    let brief: Vec<Value> =
        schedules.iter().map(|s| json!([s["byday"], s["valid_from"], s["opens_at"], s["closes_at"], s["description"]])).collect();
    assert_eq!(
        json!(brief),
        json!([
            ["MO,TU,WE,TH,FR", null, "09:00", "13:00", null],
            ["MO,TU,WE,TH,FR,SA,SU", null, "00:00", "23:59", "Giorno e notte, tutto l’anno"],
            [null, "2026-12-24", "09:00", "11:00", null],
            [null, "2026-12-26", null, null, "Chiuso"],
            [null, "2026-08-10", null, null, "Chiuso: ferie"],
            [null, null, null, null, "il martedì anche di sera"],
        ])
    );
    assert_eq!(schedules[4]["attributes"][0]["link_type"], "closed");
    let only = Schedule { appointment: Some(true), ..Schedule::default() };
    let json = json_of(Service { schedule: Some(only), ..minimal() });
    assert_eq!(json["schedules"][0]["description"], "Solo su appuntamento");
}

#[test]
fn what_is_not_known_is_not_there() {
    let json = json_of(minimal());
    let mut keys: Vec<&String> = json.as_object().expect("an object").keys().collect();
    keys.sort();
    assert_eq!(keys, ["attributes", "id", "last_modified", "name", "service_areas", "status"]);
    assert_eq!(json["service_areas"][0]["name"], "Italia", "no place at all: the whole country");
}

#[test]
fn no_is_said_and_is_not_unknown() {
    let json = json_of(Service { free: Some(false), undocumented: Some(false), ..minimal() });
    assert_eq!(json["cost_options"][0]["option"], PAID);
    assert_eq!(json["eligibility_description"], DOCUMENTED);
}

#[test]
fn addresses_of_the_net_are_clean_or_left_out() {
    for bad in [
        "http//example.org",
        "www.example.org",
        "javascript:alert(1)",
        "https://",
        "https://exa mple.org",
        "https://user@example.org",
        "ftp://example.org",
    ] {
        assert_eq!(uri(bad), None, "{bad}");
    }
    assert_eq!(uri("http://example.org:80/a%20b%"), Some("http://example.org:80/a%20b%25".to_owned()));
    for bad in ["", "a@b", "a b@example.org", "a@@example.org", ".a@example.org", "a@-example.org", "a@example.org; b@example.org"] {
        assert_eq!(email(bad), None, "{bad}");
    }
    assert_eq!(email(" ufficio.a-b@comune.example.org "), Some("ufficio.a-b@comune.example.org".to_owned()));
}

#[test]
fn ids_are_stable_and_all_different() {
    fn ids(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("id").and_then(Value::as_str).map(str::to_owned));
                object.values().for_each(|value| ids(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
            _ => {}
        }
    }
    let json = json_of(everything());
    assert_eq!(json, json_of(everything()));
    let mut found = Vec::new();
    ids(&json, &mut found);
    assert!(found.iter().all(|id| Uuid::parse_str(id).is_ok_and(|id| id.get_version_num() == 5)));
    let count = found.len();
    found.sort();
    found.dedup();
    assert_eq!(found.len(), count);
}

#[test]
fn a_withdrawn_service_is_inactive() {
    let item = Item { state: State::Withdrawn, ..item(minimal()) };
    assert_eq!(listed(&item).status, Status::Inactive);
}

#[test]
fn pages_know_their_place() {
    let brief = |total, number| {
        let page = shape::Page::new(vec![(); usize::from(total > 0)], total, number, 10);
        (page.total_pages, page.first_page, page.last_page, page.empty)
    };
    assert_eq!(brief(0, 1), (0, true, true, true));
    assert_eq!(brief(10, 1), (1, true, true, false));
    assert_eq!(brief(11, 1), (2, true, false, false));
    assert_eq!(brief(11, 2), (2, false, true, false));
}

/// The standard's schemas, which lie beside a checkout that has the sample data.
fn schemas() -> Option<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/hsds/schema");
    if dir.is_dir() {
        return Some(dir);
    }
    println!("skipped: the schemas of HSDS 3.0 are not at hand ({})", dir.display());
    None
}

#[test]
fn answers_fit_the_schema_of_the_standard() {
    let Some(dir) = schemas() else { return };
    let validator = |name: &str| {
        let schema = serde_json::from_str(&std::fs::read_to_string(dir.join(name)).expect(name)).expect(name);
        jsonschema::options().should_validate_formats(true).build(&schema).expect(name)
    };
    let (whole, list) = (validator("service_with_definitions.json"), validator("service_list.json"));
    for fields in [everything(), minimal()] {
        let entry = serde_json::to_value(listed(&item(fields.clone()))).expect("JSON");
        for (validator, json) in [(&whole, &json_of(fields)), (&whole, &entry), (&list, &entry)] {
            let errors: Vec<String> = validator.iter_errors(json).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert!(errors.is_empty(), "{errors:#?}");
        }
    }
    assert!(!whole.is_valid(&json!({ "id": "1", "name": "x", "status": "open" })), "the schema refuses something");
}
