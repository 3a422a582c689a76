//! Every page in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

#[test]
fn every_page_answers_in_every_language_with_its_name_and_direction() {
    run(async {
        let portal = shared().await;
        for lang in Lang::all() {
            for address in pages(lang) {
                let answer = portal.get(&address).await;
                assert_eq!(answer.status, StatusCode::OK, "{address}");
                assert!(answer.is_page_in(lang), "{address} is no page in {lang}");
                assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{address}");
                assert_eq!(answer.header("content-language"), lang.code(), "{address}");
                let page = html::Page::read(&answer.text());
                let title = page.first("title").map(|title| title.text.clone()).unwrap_or_default();
                let (before, after) = title.split_once(" · ").unwrap_or_default();
                assert!(!before.trim().is_empty() && !after.trim().is_empty(), "{address}: the title is `{title}`");
                let ids: Vec<_> = page.tags().iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
                assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{address}: an id stands twice in {ids:?}");
                let menu: Vec<_> = page.all("a").filter(|a| a.has("hreflang")).map(|a| (a.get("hreflang"), a.text.as_str())).collect();
                assert_eq!(menu, Lang::all().map(|l| (l.code(), l.name())).collect::<Vec<_>>(), "{address}: languages by their own names");
            }
        }
    });
}

#[test]
fn every_topic_and_territory_has_a_page() {
    run(async {
        let portal = shared().await;
        let topics: Vec<_> = portal.app.topics().iter().map(|topic| format!("/topics/{}", topic.slug)).collect();
        let territories: Vec<_> =
            portal.app.gazetteer.territories().iter().map(|territory| format!("/regions/{}", territory.slug)).collect();
        assert_eq!((topics.len(), territories.len()), (25, 21));
        for lang in ["it", "ur"].map(lang) {
            for path in topics.iter().chain(&territories) {
                let answer = portal.get(&format!("/{lang}{path}")).await;
                assert!(answer.status == StatusCode::OK && answer.is_page_in(lang), "/{lang}{path}");
            }
        }
    });
}

#[test]
fn no_link_of_a_page_leads_nowhere() {
    run(async {
        let portal = shared().await;
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for address in pages(lang("it")).into_iter().chain(pages(lang("ar"))) {
            let page = html::Page::read(&portal.get(&address).await.text());
            for tag in page.tags() {
                for target in [tag.get("href"), tag.get("data-suggest"), tag.get("data-saved"), tag.get("src")] {
                    if target.starts_with('/') && (!tag.has("hreflang") || address.ends_with("/about")) {
                        found.insert(target.to_owned(), address.clone());
                    }
                }
                if tag.get("href").starts_with('#') {
                    let target = &tag.get("href")[1..];
                    assert!(page.tags().iter().any(|tag| tag.get("id") == target), "{address}: nothing is called {target}");
                }
            }
        }
        assert!(found.len() > 150, "{} links", found.len());
        for (target, address) in found {
            let status = portal.get(&target).await.status;
            assert_eq!(status, StatusCode::OK, "{target}, on {address}");
        }
    });
}

#[test]
fn search_engines_are_told_one_address_in_each_language() {
    run(async {
        let portal = shared().await;
        let origin = format!("http://{HOST}");
        for path in ["", "/services", "/topics", "/topics/health", "/regions/sardegna", "/about"] {
            let mut said = BTreeSet::new();
            for lang in Lang::all() {
                let page = html::Page::read(&portal.get(&format!("/{lang}{path}")).await.text());
                let canonical: Vec<_> = page.links("canonical").iter().map(|link| link.get("href")).collect();
                assert_eq!(canonical, [format!("{origin}/{lang}{path}")]);
                let alternates = page.links("alternate");
                let own = format!("{origin}/{lang}{path}");
                assert!(
                    alternates.iter().any(|link| (link.get("hreflang"), link.get("href")) == (lang.code(), &own)),
                    "{own} names itself"
                );
                said.insert(
                    alternates.iter().map(|link| (link.get("hreflang").to_owned(), link.get("href").to_owned())).collect::<Vec<_>>(),
                );
            }
            assert_eq!(said.len(), 1, "{path}: each language names the same others");
            let said = said.pop_first().expect("one");
            assert_eq!(said.len(), Lang::all().len() + 1);
            assert!(said.contains(&("x-default".to_owned(), format!("{origin}/it{path}"))));
        }
        for path in ["/saved", "/thanks", "/services?q=casa", "/services?category=health", "/services?free=1"] {
            let page = html::Page::read(&portal.get(&format!("/fr{path}")).await.text());
            assert!(page.all("meta").any(|meta| meta.get("name") == "robots" && meta.get("content") == "noindex"), "{path}");
            assert!(page.links("canonical").is_empty() && page.links("alternate").is_empty(), "{path}");
        }
    });
}

#[test]
fn a_service_that_is_not_translated_says_so_and_names_only_its_own_languages() {
    run(async {
        let portal = shared().await;
        let address = |lang: &str| format!("/{lang}/services/{}", full_id());
        let answer = portal.get(&address("fr")).await;
        let page = html::Page::read(&answer.text());
        assert!(answer.is_page_in(lang("fr")));
        assert!(
            page.tags().windows(2).any(|pair| pair[0].get("data-element") == "service-title" && pair[1].get("lang") == "it"),
            "the Italian name is marked as Italian"
        );
        let canonical: Vec<_> = page.links("canonical").iter().map(|link| link.get("href").to_owned()).collect();
        assert_eq!(canonical, [format!("http://{HOST}{}", address("it"))]);
        let langs: Vec<_> = page.links("alternate").iter().map(|link| link.get("hreflang").to_owned()).collect();
        assert_eq!(langs, ["it", "ar", "x-default"]);
        let arabic = html::Page::read(&portal.get(&address("ar")).await.text());
        assert!(arabic.all("h1").all(|h1| !h1.has("lang")), "what is in the page's own language needs no mark");
    });
}

#[test]
fn only_the_front_door_asks_the_browser_for_its_language() {
    run(async {
        let portal = shared().await;
        for (wanted, got) in
            [("ur-PK,ur;q=0.9,en;q=0.5", "ur"), ("de, fr;q=0.3", "fr"), ("zh-CN", "zh"), ("de", "it"), ("", "it"), (";;q=,*", "it")]
        {
            let answer = portal.request(Method::GET, "/").header("accept-language", wanted).send().await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, format!("/{got}").as_str()), "{wanted}");
            assert_eq!(answer.header("vary"), "accept-language");
            let deep = portal.request(Method::GET, "/sq/topics/health").header("accept-language", wanted).send().await;
            assert!(deep.status == StatusCode::OK && deep.is_page_in(lang("sq")), "{wanted}");
        }
        assert_eq!(portal.get("/").await.header("location"), "/it", "a client that names no language");
    });
}

#[test]
fn what_is_not_there_is_404_in_the_readers_language() {
    run(async {
        let portal = shared().await;
        let unknown = Id([7; 16]);
        for lang in Lang::all() {
            for path in
                ["/nothing", "/topics/nothing", "/regions/atlantide", "/services/nothing", "/about/more", "/topics/health/more", "/de"]
            {
                let answer = portal.get(&format!("/{lang}{path}")).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "/{lang}{path}");
                assert!(answer.is_page_in(lang), "/{lang}{path}");
                assert!(!portal.keeps(&format!("/{lang}{path}")), "/{lang}{path}");
            }
            assert_eq!(portal.get(&format!("/{lang}/services/{unknown}")).await.status, StatusCode::NOT_FOUND);
        }
        for address in ["/de", "/IT", "/nothing", "/de/topics", "/index.php", "/wp-login.php", "/api", "/it-IT/"] {
            let answer = portal.request(Method::GET, address).header("accept-language", "uk,en;q=0.2").send().await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert!(answer.is_page_in(lang("uk")), "{address}: in the language the browser asks for");
        }
    });
}

#[test]
fn in_danger_the_numbers_to_call_are_there_and_a_way_out() {
    run(async {
        let portal = shared().await;
        for address in ["/ru/topics/women-violence", "/ru/nothing", "/ru"] {
            let page = html::Page::read(&portal.get(address).await.text());
            for number in ["tel:112", "tel:1522", "tel:800290290"] {
                assert!(page.all("a").any(|a| a.get("href") == number), "{address}: {number}");
            }
            let exit = page.all("a").find(|a| a.get("class").contains("leave"));
            assert_eq!(exit.is_some(), address != "/ru", "{address}");
            assert!(exit.is_none_or(|a| a.get("href") == "https://example.org/" && a.get("rel") == "noreferrer"));
        }
    });
}

#[test]
fn programs_find_the_map_of_the_site() {
    run(async {
        let portal = shared().await;
        let robots = portal.get("/robots.txt").await.text();
        assert!(robots.contains(&format!("Sitemap: http://{HOST}/sitemap.xml")) && robots.contains("Disallow: /*?q="));
        let map = portal.get("/sitemap.xml").await;
        assert_eq!(map.header("content-type"), "application/xml");
        let text = map.text();
        assert_eq!(text.matches("<url>").count(), Lang::all().len() * (8 + 25 + 21));
        assert_eq!(text.matches("hreflang=\"x-default\"").count(), text.matches("<url>").count());
        let address = text.split("<loc>").last().and_then(|rest| rest.split("</loc>").next()).expect("an address");
        assert_eq!(portal.get(address.strip_prefix(&format!("http://{HOST}")).expect("of ours")).await.status, StatusCode::OK);
        let search = portal.get("/opensearch.xml?lang=zh").await.text();
        assert!(search.contains(&format!("http://{HOST}/zh/services?q={{searchTerms}}")));
        assert_eq!(portal.get("/speculation.json").await.header("content-type"), "application/speculationrules+json");
    });
}

#[test]
fn the_machine_says_how_it_is() {
    run(async {
        let portal = shared().await;
        portal.get("/it").await;
        assert_eq!(portal.get("/healthz").await.text(), "ok\n");
        assert_eq!(portal.get("/readyz").await.text(), "ready\n");
        let metrics = portal.get("/metrics").await.text();
        assert!(metrics.contains("portolano_pages_total"), "{metrics}");
    });
}
