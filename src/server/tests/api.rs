//! The open data, as a program reads them over HTTP.

use std::collections::BTreeSet;

use insta::assert_json_snapshot;
use jsonschema::Validator;
use serde_json::json;

use super::*;
use crate::content::server::Draft;

fn results(answer: &Value) -> &Vec<Value> {
    answer["results"].as_array().expect("results")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}"))
}

#[test]
fn a_search_answers_in_the_agreed_shape() {
    run(async {
        let portal = shared().await;
        let answer = portal.json("/api/v1/search?lang=en&q=residence%20permit&near=45.07,7.68&size=30").await;
        let keys: BTreeSet<_> = answer.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["results", "took_us", "total"].into());
        assert!(answer["total"].as_u64().is_some_and(|n| n > 0) && answer["took_us"].is_u64());
        for found in results(&answer) {
            let keys: Vec<_> = found.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(BTreeSet::from_iter(keys), ["kind", "id", "category", "name", "lang", "place", "distance_m", "url"].into());
            assert!(text(found, "id").parse::<Id>().is_ok() && text(found, "lang").parse::<Lang>().is_ok(), "{found}");
            assert!(!text(found, "name").is_empty() && portal.app.category(text(found, "category")).is_some(), "{found}");
            assert_eq!(portal.get(text(found, "url")).await.status, StatusCode::OK, "{found}");
            match text(found, "kind") {
                "topic" => assert!(found["distance_m"].is_null() && found["place"] == "", "{found}"),
                kind => assert_eq!(kind, "service"),
            }
        }
    });
}

#[test]
fn the_best_topic_stands_first_and_only_on_the_first_page() {
    run(async {
        let portal = shared().await;
        for (lang, query, topic) in [
            ("it", "permesso di soggiorno", "residence-permit"),
            ("ar", "تعلم اللغة الإيطالية", "italian-language"),
            ("zh", "看病", "health"),
        ] {
            let first = portal.json(&format!("/api/v1/search?lang={lang}&q={}&size=5", encode(query))).await;
            let best = &results(&first)[0];
            assert_eq!((text(best, "kind"), text(best, "category"), text(best, "lang")), ("topic", topic, lang), "{query}");
            assert_eq!(results(&first).iter().filter(|found| found["kind"] == "service").count(), 5, "{query}");
            let second = portal.json(&format!("/api/v1/search?lang={lang}&q={}&size=5&page=2", encode(query))).await;
            assert!(results(&second).iter().all(|found| found["kind"] == "service"), "{query}");
            let ids = |answer: &Value| results(answer).iter().map(|found| text(found, "id").to_owned()).collect::<BTreeSet<_>>();
            assert!(ids(&first).is_disjoint(&ids(&second)) && !ids(&second).is_empty(), "{query}");
            assert_eq!(first["total"], second["total"]);
        }
    });
}

#[test]
fn the_page_and_the_api_find_the_same_in_the_same_order() {
    run(async {
        let portal = shared().await;
        for (lang, query) in [
            ("it", "q=permesso+di+soggiorno"),
            ("it", "q=il+padrone+non+mi+paga"),
            ("en", "q=doctor+torino"),
            ("fr", "category=housing&region=toscana"),
            ("uk", "q=&near=41.9,12.5&free=1"),
            ("sq", "speaks=ar&open=now"),
            ("bn", "region=lombardia&page=2"),
        ] {
            let page = portal.get(&format!("/{lang}/services?{query}")).await.text();
            let page = html::Page::read(&page);
            let answer = portal.json(&format!("/api/v1/search?lang={lang}&{query}")).await;
            let urls: Vec<_> = results(&answer).iter().map(|found| text(found, "url")).collect();
            assert_eq!(page.hits(), urls, "{lang} {query}");
            assert!(!urls.is_empty(), "{lang} {query}");
        }
    });
}

#[test]
fn a_filter_leaves_what_it_says() {
    run(async {
        let portal = shared().await;
        let all = portal.json("/api/v1/services?per_page=1").await;
        let total = all["total_items"].as_u64().expect("a number");
        assert!(total >= 250, "{total}");
        let health = portal.json("/api/v1/search?category=health&size=100").await;
        assert!(health["total"].as_u64().is_some_and(|n| 0 < n && n < total));
        assert!(results(&health).iter().any(|found| found["category"] == "health"));
        // A region: what lies in it comes with its place, what serves all of Italy without.
        for place in [
            "region=piemonte",
            "region=01",
            "province=TO",
            "province=001",
            "comune=Torino",
            "comune=001272",
            "region=piemonte&province=TO&comune=001272",
        ] {
            let answer = portal.json(&format!("/api/v1/search?{place}&size=100")).await;
            assert!(answer["total"].as_u64().is_some_and(|n| 0 < n && n < total), "{place}");
            let full = results(&answer).iter().any(|found| text(found, "id") == full_id().to_string());
            assert!(full, "{place}: the service in Torino");
            for found in results(&answer) {
                let place_of = text(found, "place");
                assert!(!place_of.contains("(RM)") && !place_of.contains("(MI)"), "{place}: {found}");
            }
        }
        let named = portal.json("/api/v1/search?q=sportello+stranieri+torino&size=3").await;
        let service = results(&named).iter().find(|found| found["kind"] == "service").expect("a service");
        assert!(text(service, "place").starts_with("Torino"), "{service}");
        let near = portal.json("/api/v1/search?near=45.0701,7.6801&size=100&category=residence-permit").await;
        let distances: Vec<_> = results(&near).iter().filter_map(|found| found["distance_m"].as_u64()).collect();
        assert!(!distances.is_empty() && distances.is_sorted(), "{distances:?}");
        let undocumented = portal.json("/api/v1/search?undocumented=1&region=piemonte&size=5").await;
        assert_eq!(text(&results(&undocumented)[0], "id"), full_id().to_string(), "what is certain comes before what is not known");
        assert_eq!(
            results(&portal.json("/api/v1/search?free=1&size=1").await).iter().filter(|found| found["kind"] == "service").count(),
            1
        );
    });
}

#[test]
fn a_filter_alone_is_a_search() {
    run(async {
        let portal = shared().await;
        for filter in ["free=1", "undocumented=1", "speaks=ar", "open=now"] {
            let answer = portal.json(&format!("/api/v1/search?{filter}&size=100")).await;
            assert!(answer["total"].as_u64().is_some_and(|n| n >= 250), "{filter}: unknown is not no");
            let page = portal.get(&format!("/es/services?{filter}")).await.text();
            assert_eq!(html::Page::read(&page).hits().len(), 20, "{filter}");
        }
    });
}

#[test]
fn names_come_in_the_language_asked_for_where_they_have_one() {
    run(async {
        let portal = shared().await;
        for (lang, own) in [("ar", "ar"), ("zh", "it"), ("it", "it")] {
            let answer = portal.json(&format!("/api/v1/search?lang={lang}&q=Sportello+per+stranieri+torino&size=20")).await;
            let found = results(&answer).iter().find(|found| text(found, "id") == full_id().to_string()).expect("found");
            assert_eq!(text(found, "lang"), own);
            assert_eq!(text(found, "name").ends_with('ع'), own == "ar", "{found}");
            assert_eq!(text(found, "url"), format!("/{lang}/services/{}", full_id()));
        }
    });
}

#[test]
fn a_value_that_means_nothing_is_named_in_a_problem() {
    run(async {
        let portal = shared().await;
        let wrong = [
            ("search?category=nothing", "category"),
            ("search?region=atlantide", "region"),
            ("search?province=XX", "province"),
            ("search?comune=999999", "comune"),
            ("search?near=45", "near"),
            ("search?near=91,0", "near"),
            ("search?near=NaN,NaN", "near"),
            ("search?page=0", "page"),
            ("search?page=x", "page"),
            ("search?size=0", "size"),
            ("search?size=101", "size"),
            ("search?speaks=arabic", "speaks"),
            ("search?lang=de", "de"),
            ("services?page=0", "page"),
            ("services?page=1000001", "page"),
            ("services?per_page=101", "per_page"),
            ("services?modified_after=yesterday", "modified_after"),
            ("services?category=nothing", "category"),
        ];
        for (call, name) in wrong {
            let answer = portal.get(&format!("/api/v1/{call}")).await;
            assert_eq!((answer.status, answer.header("content-type")), (StatusCode::BAD_REQUEST, "application/problem+json"), "{call}");
            let problem = answer.json();
            assert_eq!(
                (text(&problem, "type"), text(&problem, "title"), problem["status"].as_u64()),
                ("about:blank", "Bad Request", Some(400))
            );
            assert!(text(&problem, "detail").contains(name), "{call}: {problem}");
        }
        let strange = portal.json("/api/v1/search?q=casa&utm_source=x&limit=3&page=&category=&near=").await;
        let plain = portal.json("/api/v1/search?q=casa").await;
        assert_eq!(strange["results"], plain["results"], "what is unknown or empty has no effect");
    });
}

/// The standard's schemas, where they are at hand.
fn schemas() -> Option<[Validator; 2]> {
    let dir = samples()?.join("hsds/schema");
    Some(["service_list.json", "service_with_definitions.json"].map(|name| {
        let schema = serde_json::from_str(&fs::read_to_string(dir.join(name)).expect(name)).expect(name);
        jsonschema::options().should_validate_formats(true).build(&schema).expect(name)
    }))
}

fn valid(validator: &Validator, value: &Value) {
    let errors: Vec<_> = validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?} in {value:#}");
}

#[test]
fn every_service_comes_in_the_shape_of_the_standard() {
    run(async {
        let portal = shared().await;
        let schemas = schemas();
        let (mut ids, mut page) = (Vec::new(), 1);
        let total = loop {
            let list = portal.json(&format!("/api/v1/services?page={page}&per_page=100&full={}", page == 1)).await;
            let contents = list["contents"].as_array().expect("contents");
            assert_eq!((list["page_number"].as_u64(), list["size"].as_u64()), (Some(page), Some(contents.len() as u64)));
            assert_eq!((list["first_page"].as_bool(), list["empty"].as_bool()), (Some(page == 1), Some(false)));
            for service in contents {
                if let Some([listed, whole]) = &schemas {
                    valid(if page == 1 { whole } else { listed }, service);
                }
                ids.push(text(service, "id").to_owned());
            }
            if list["last_page"] == true {
                assert_eq!(list["total_pages"].as_u64(), Some(page));
                break list["total_items"].as_u64().expect("a number");
            }
            page += 1;
        };
        assert_eq!((ids.len() as u64, ids.iter().collect::<BTreeSet<_>>().len() as u64), (total, total), "each service once");
        assert!(ids.iter().all(|id| uuid::Uuid::parse_str(id).is_ok_and(|id| id.get_version_num() == 5)));
        for id in ids.iter().step_by(40) {
            let service = portal.json(&format!("/api/v1/services/{id}")).await;
            assert_eq!(text(&service, "id"), id);
            if let Some([_, whole]) = &schemas {
                valid(whole, &service);
            }
        }
    });
}

#[test]
fn filters_of_the_list_hold_together() {
    run(async {
        let portal = shared().await;
        let total = async |query: &str| {
            portal.json(&format!("/api/v1/services?per_page=1&{query}")).await["total_items"].as_u64().expect("a number")
        };
        let all = total("").await;
        let (health, lazio, both) =
            (total("category=health").await, total("region=lazio").await, total("category=health&region=lazio").await);
        assert!(all > health && health > both && lazio > both && both > 0, "{all} {health} {lazio} {both}");
        assert_eq!(total("modified_after=2000-01-01").await, all);
        assert_eq!(total("modified_after=2999-01-01").await, 0);
        let full = portal.json("/api/v1/services?region=piemonte&category=residence-permit&per_page=100").await;
        assert!(full["contents"].as_array().expect("contents").iter().any(|service| text(service, "id") == full_id().to_string()));
    });
}

#[test]
fn a_service_that_is_not_there_is_a_problem() {
    run(async {
        let portal = shared().await;
        for address in ["services/nothing", "services/00000000-0000-0000-0000-000000000000", "nothing", "services/1/2"] {
            let answer = portal.get(&format!("/api/v1/{address}")).await;
            assert_eq!((answer.status, answer.header("content-type")), (StatusCode::NOT_FOUND, "application/problem+json"));
            assert_eq!(answer.json()["status"], 404);
        }
    });
}

#[test]
fn every_route_that_is_described_answers() {
    run(async {
        let portal = shared().await;
        let document = portal.json("/api/openapi.json").await;
        assert_eq!(document["servers"][0]["url"], format!("http://{HOST}"));
        let root = portal.json("/api/v1").await;
        assert_eq!((text(&root, "version"), text(&root, "openapi_url")), ("3.0", format!("http://{HOST}/api/openapi.json").as_str()));
        for (path, operations) in document["paths"].as_object().expect("paths") {
            let address = path.replace("{id}", &full_id().to_string());
            let methods: Vec<_> = operations.as_object().expect("operations").keys().filter(|key| *key != "parameters").collect();
            assert_eq!(methods, ["get"], "{path}: open data are only read");
            assert_eq!(portal.get(&address).await.status, StatusCode::OK, "{path}");
            for parameter in operations["get"]["parameters"].as_array().into_iter().flatten().filter(|parameter| parameter["in"] == "query")
            {
                let name = text(parameter, "name");
                let example = parameter["example"].as_str().or(parameter["schema"]["example"].as_str()).unwrap_or("1");
                let answer = portal.get(&format!("{address}?{name}={}", encode(example))).await;
                assert!(answer.status == StatusCode::OK || name == "speaks" || name == "modified_after", "{path}: {name}={example}");
            }
        }
    });
}

#[test]
fn a_service_with_every_field_as_json() {
    run(async {
        let portal = shared().await;
        let mut service = portal.json(&format!("/api/v1/services/{}", full_id())).await;
        assert!(text(&service, "last_modified").ends_with('Z'));
        service["last_modified"] = json!("[a time]");
        assert_json_snapshot!("full_service", service);
        let search = portal.json("/api/v1/search?lang=ar&q=Sportello+per+stranieri&comune=001272&near=45.07,7.68").await;
        let found = results(&search).iter().find(|found| text(found, "id") == full_id().to_string()).expect("found");
        assert_json_snapshot!("full_service_found", found);
    });
}

#[test]
fn a_service_with_every_field_as_a_page() {
    use crate::services::hours::{Closure, Exception, Schedule};
    run(async {
        let portal = own(|_, _| {}).await;
        let mut service = full_service();
        // The page says what is special today: what is special stands in the past.
        service.schedule = service.schedule.map(|schedule| Schedule {
            exceptions: vec![Exception { date: jiff::civil::date(2020, 12, 24), slots: Vec::new() }],
            closures: vec![Closure {
                from: jiff::civil::date(2020, 12, 27),
                to: jiff::civil::date(2020, 12, 31),
                reason: "ferie".to_owned(),
            }],
            ..schedule
        });
        let drafts = vec![Draft { source_id: "page".to_owned(), slug: None, fields: service }];
        portal.app.store.apply(&Author::importer("test"), drafts, false, |_| {}).await.expect("stored");
        for lang in ["it", "ar"].map(lang) {
            let text = portal.get(&format!("/{lang}/services/{}", id_of("service", "page"))).await.text();
            insta::assert_snapshot!(format!("full_service_page_{lang}"), lines(&text, lang));
        }
    });
}

/// The main part of a page, an element a line, without drawings and without what depends on the day or the build.
fn lines(html: &str, lang: Lang) -> String {
    let main = html.split_once("<main").expect("a main part").1.split_once("</main>").expect("its end").0;
    let mut lines = String::new();
    let mut rest = main.split_once('>').expect("its start").1;
    while let Some((before, drawing)) = rest.split_once("<svg") {
        lines += before;
        rest = drawing.split_once("</svg>").expect("its end").1;
    }
    lines += rest;
    let today = format!(" ({})", crate::locale::server::t!(lang, "today"));
    let mut lines = lines.replace(&today, "").replace(" class=\"today\"", "");
    for (start, end, instead) in [("class=\"chip ", "</span>", "class=\"[open or not]\">"), ("\"Keep_", "\">", "\"Keep_[hash]")] {
        while let Some(at) = lines.find(start).filter(|at| !lines[*at..].starts_with(instead)) {
            let length = lines[at..].find(end).expect("its end");
            lines.replace_range(at..at + length, instead);
        }
    }
    lines.replace("><", ">\n<")
}
