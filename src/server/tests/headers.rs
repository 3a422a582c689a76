//! What stands on every answer, and what no page may hold.

use super::*;

/// The answers of every kind, by what they are.
async fn answers(portal: &TestApp) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for address in addresses() {
        let answer = portal.get(&address).await;
        answers.push((address, answer));
    }
    for address in ["/it/nothing", "/nothing", "/pkg/nothing", "/api/v1/nothing", "/api/v1/services/nothing", "/api/v1/search?page=x"] {
        answers.push((format!("{address}, which is not there"), portal.get(address).await));
    }
    let tag = portal.get("/it/faq").await.header("etag").to_owned();
    answers.push(("304".to_owned(), portal.request(Method::GET, "/it/faq").header("if-none-match", &tag).send().await));
    for address in ["/it", "/api/v1/search", "/pkg/style.0.css", "/healthz"] {
        answers.push((format!("405, {address}"), portal.request(Method::DELETE, address).send().await));
    }
    answers.push(("422".to_owned(), portal.post("/it/report", &[("what", "")]).await));
    let far = portal.form("/it/report", &[("what", "qualcosa")]).header("sec-fetch-site", "cross-site").send().await;
    answers.push(("403".to_owned(), far));
    answers.push(("413".to_owned(), portal.form("/it/report", &[("what", &"x".repeat(50_000))]).send().await));
    answers.push(("414".to_owned(), portal.get(&format!("/it/services?q={}", "x".repeat(5_000))).await));
    let head = portal.request(Method::HEAD, "/it").send().await;
    answers.push(("HEAD".to_owned(), head));
    answers
}

/// What must be on an answer of any kind.
pub(super) fn check(what: &str, answer: &Answer) {
    let csp = answer.header("content-security-policy");
    for part in
        ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "script-src 'self' 'wasm-unsafe-eval';"]
    {
        assert!(csp.contains(part), "{what}: {csp}");
    }
    assert!(!csp.contains("unsafe-inline") && !csp.contains("http") && !csp.contains('*'), "{what}: {csp}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ] {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
    assert!(answer.header("permissions-policy").contains("geolocation=(self)"), "{what}");
    assert!(!answer.headers.contains_key("set-cookie"), "{what} sets a cookie");
    assert!(!answer.headers.contains_key("server") && !answer.headers.contains_key("x-powered-by"), "{what}");
}

#[test]
fn every_answer_is_guarded_and_none_sets_a_cookie() {
    run(async {
        let portal = shared().await;
        let mut seen = std::collections::BTreeSet::new();
        for (what, answer) in answers(portal).await {
            check(&what, &answer);
            seen.insert(answer.status.as_u16());
        }
        assert_eq!(Vec::from_iter(seen), [200, 303, 304, 400, 403, 404, 405, 413, 414, 422]);
    });
}

#[test]
fn a_page_holds_no_script_and_no_style_of_its_own_and_asks_nobody_else() {
    run(async {
        let portal = shared().await;
        let mut bad =
            ["/ar/nothing", "/ur/services?q=xyzzyqwv", "/ar/services?page=9999&q=casa", "/ar/report?page=\"><script>alert(1)</script>"]
                .map(str::to_owned)
                .to_vec();
        bad.extend(["it", "ar"].map(lang).into_iter().flat_map(pages));
        for address in bad {
            let text = portal.get(&address.replace('"', "%22").replace('<', "%3C").replace('>', "%3E")).await.text();
            let page = html::Page::read(&text);
            for tag in page.tags() {
                assert!(!tag.has("style"), "{address}: <{} style>", tag.name);
                assert!(!tag.names().any(|name| name.starts_with("on")), "{address}: <{} on…>", tag.name);
                assert!(!matches!(tag.name.as_str(), "style" | "iframe" | "object" | "embed" | "base"), "{address}: <{}>", tag.name);
                if tag.name == "script" && tag.get("type") != "application/ld+json" {
                    assert!(tag.get("src").starts_with("/pkg/"), "{address}: a script that is no file of ours");
                }
                if matches!(tag.name.as_str(), "script" | "img" | "source" | "video" | "audio") {
                    assert!(!tag.get("src").contains("//"), "{address}: {}", tag.get("src"));
                }
                if tag.name == "link" && matches!(tag.get("rel"), "stylesheet" | "preload" | "modulepreload" | "icon" | "manifest") {
                    assert!(tag.get("href").starts_with("/pkg/"), "{address}: {}", tag.get("href"));
                }
                assert!(!tag.get("href").trim_start().to_ascii_lowercase().starts_with("javascript:"), "{address}");
                if tag.name == "form" {
                    assert!(tag.get("action").starts_with('/') && !tag.get("action").starts_with("//"), "{address}: {}", tag.get("action"));
                }
            }
            let json_ld = text.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
            if let Some(json) = json_ld {
                let json: Value = serde_json::from_str(json).expect("JSON-LD is JSON");
                assert_eq!(json["@context"], "https://schema.org", "{address}");
            }
        }
    });
}

#[test]
fn a_page_without_an_island_starts_no_script() {
    run(async {
        let portal = shared().await;
        for path in ["/topics/health", "/topics", "/regions/lazio", "/regions", "/report", "/about", "/faq", "/privacy"] {
            let page = html::Page::read(&portal.get(&format!("/en{path}")).await.text());
            assert!(page.all("script").all(|script| script.get("type") == "application/ld+json"), "{path}");
            assert!(!page.all("link").any(|link| link.get("rel").contains("preload")), "{path}");
        }
        let page = html::Page::read(&portal.get("/en").await.text());
        assert!(page.all("script").any(|script| script.get("src") == "/pkg/islands.0/islands.js"));
    });
}

#[test]
fn any_site_may_read_the_open_data_and_nothing_else() {
    run(async {
        let portal = shared().await;
        for (what, answer) in answers(portal).await {
            let open = answer.header("access-control-allow-origin");
            assert_eq!(open, if what.contains("/api/") && !what.starts_with("405") { "*" } else { open }, "{what}");
            assert!(what.contains("/api/") || open.is_empty(), "{what}");
        }
    });
}
