//! Requests that no browser of a reader sends.

use super::*;

/// What is put where a value is expected.
fn values() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        "%00",
        "%ff",
        "%C3%28",
        "%ED%A0%80",
        "%",
        "%zz",
        "%u0041",
        "%0d%0aSet-Cookie:%20a=b",
        "%1b%5b31m",
        "%e2%80%ae",
        "../../../../etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%252e%252e",
        "99999999",
        "-1",
        "0",
        "1e999",
        "NaN",
        "inf",
        "18446744073709551616",
        "-9223372036854775808",
        "0x10",
        "%D9%A1%D9%A2",
        "999,999",
        "NaN,NaN",
        "inf,-inf",
        "45.07",
        "45.07,7.68,1",
        "1e308,1e308",
        "-90,-180",
        ",",
        "'%20OR%201=1--",
        "%22%3E%3Cscript%3E",
        "%7B%7B7*7%7D%7D",
        "$%7Bjndi:ldap://x%7D",
        "%F0%9F%87%AE%F0%9F%87%B9",
        "a%CC%81%CC%81%CC%81%CC%81",
        "%E0%A6%95%E0%A7%8D",
        "true",
        "null",
        "[]",
        "*",
        "%2A%3F",
        "~~",
        "a%09b",
    ]
    .map(str::to_owned)
    .to_vec();
    values.push("%F0%9F%92%A9".repeat(300));
    values.push("a".repeat(3_000));
    values.push("a+".repeat(1_500));
    values.push("%D8%A7".repeat(600));
    values.push("e%CC%81".repeat(500));
    values.push("%E5%AD%A9".repeat(400));
    values
}

async fn check(portal: &TestApp, address: &str) -> Answer {
    let answer = portal.get(address).await;
    let shown: String = address.chars().take(120).collect();
    assert!(answer.status.as_u16() < 500, "{}: {shown}", answer.status);
    super::headers::check(&shown, &answer);
    answer
}

#[test]
fn no_value_of_any_parameter_breaks_a_page() {
    run(async {
        let portal = shared().await;
        let names = [
            "q",
            "category",
            "region",
            "province",
            "comune",
            "near",
            "open",
            "free",
            "undocumented",
            "speaks",
            "anywhere",
            "page",
            "size",
            "fragment",
        ];
        for name in names {
            for value in values() {
                let answer = check(portal, &format!("/ur/services?q=casa&{name}={value}")).await;
                assert_eq!(answer.status, StatusCode::OK, "{name}={value}");
                assert!(name == "fragment" && !value.is_empty() || answer.is_page_in(lang("ur")), "{name}={value}");
                assert!(!answer.text().contains("<script>"), "{name}={value}");
            }
        }
        for value in values() {
            for address in ["suggest?q=", "saved/list?ids=", "report?page=", "topics?x=", "services?"] {
                check(portal, &format!("/it/{address}{value}")).await;
            }
            check(portal, &format!("/opensearch.xml?lang={value}")).await;
        }
    });
}

#[test]
fn no_value_of_any_parameter_breaks_the_api() {
    run(async {
        let portal = shared().await;
        let search = ["lang", "q", "category", "region", "province", "comune", "near", "open", "free", "speaks", "size", "page"];
        let list = ["page", "per_page", "modified_after", "category", "region", "full"];
        let search = search.iter().map(|name| format!("search?{name}"));
        for call in search.chain(list.iter().map(|name| format!("services?per_page=1&{name}"))) {
            for value in values() {
                let answer = check(portal, &format!("/api/v1/{call}={value}")).await;
                let kind = if answer.status == StatusCode::OK { "application/json" } else { "application/problem+json" };
                assert!(matches!(answer.status.as_u16(), 200 | 400), "{call}={value}: {}", answer.status);
                assert_eq!(answer.header("content-type"), kind, "{call}={value}");
                answer.json();
            }
        }
        for page in ["1000000", "999999", "500000"] {
            for more in ["", "&category=health", "&region=lazio&full=true", "&modified_after=2020-01-01"] {
                let answer = portal.json(&format!("/api/v1/services?page={page}&per_page=100{more}")).await;
                assert_eq!(answer["contents"], serde_json::json!([]), "{page}{more}");
            }
        }
    });
}

#[test]
fn no_path_breaks_out_or_breaks_down() {
    run(async {
        let portal = shared().await;
        let deep = "/a".repeat(5_000);
        let long = "x".repeat(20_000);
        let paths = [
            "/it/../it",
            "/it/%2e%2e/etc/passwd",
            "/../../etc/passwd",
            "/it/about/../../../content/README.md",
            "/pkg/../../Cargo.toml",
            "/pkg/..%2f..%2fCargo.toml",
            "//evil.example/it",
            "/it//",
            "/it/%00",
            "/it/%ff",
            "/%ff/report",
            "/it/services/%00",
            "/it/services/..",
            "/it/topics/%2e%2e%2fabout",
            "/it/regions/'",
            "/it;a=b",
            "/it/services/00000000-0000-0000-0000-000000000000",
            "/it/services/------------------------------------",
            "/it/services/0000000000000000000000000000000000000",
            "/api/v1/services/%ff",
            "/api/v1/services/%00",
            "/api/v1//search",
            "/api/v2/search",
            "/api/",
            "/.env",
            "/.git/config",
            "/it/about.toml",
            "/content/topics/health/it.toml",
            "/data/portolano.db",
            "/portolano.db",
            "/search.index",
            &deep,
            &format!("/it{deep}"),
            &format!("/it/{long}"),
            &format!("/{long}"),
            &format!("/it/topics/{long}"),
            &format!("/api/v1/services/{long}"),
            "/it/services/é",
            "/%F0%9F%92%A9",
        ];
        for path in paths {
            let answer = check(portal, path).await;
            let text = answer.text();
            assert!(!text.contains("root:x:") && !text.contains("[package]") && !text.contains("SQLite format"), "{path}");
            assert!(matches!(answer.status.as_u16(), 200 | 400 | 404), "{path}: {}", answer.status);
        }
    });
}

#[test]
fn a_query_longer_than_anybody_types_gets_a_page_that_says_so() {
    run(async {
        let portal = shared().await;
        let answer = check(portal, &format!("/zh/services?q={}", "a".repeat(10_240))).await;
        assert_eq!(answer.status, StatusCode::URI_TOO_LONG);
        assert!(answer.is_page_in(lang("zh")));
        let cut = check(portal, &format!("/zh/services?q={}", "casa+".repeat(100))).await;
        assert!(cut.status == StatusCode::OK && cut.is_page_in(lang("zh")));
        assert!(cut.text().contains("200"), "it says how much it read");
        let many: Vec<_> = (0..300).map(|n| format!("p{n}=1")).collect();
        assert_eq!(check(portal, &format!("/zh/services?{}&q=casa", many.join("&"))).await.status, StatusCode::OK);
        let repeated = "category=health&region=lazio&near=1,1&".repeat(80);
        assert_eq!(check(portal, &format!("/zh/services?{repeated}")).await.status, StatusCode::OK);
        let api = check(portal, &format!("/api/v1/search?q={}", "a".repeat(60_000))).await;
        assert!(api.status.as_u16() < 500);
    });
}

#[test]
fn no_header_breaks_an_answer() {
    run(async {
        let portal = shared().await;
        let names = [
            "host",
            "accept-language",
            "accept-encoding",
            "if-none-match",
            "x-forwarded-for",
            "sec-fetch-site",
            "origin",
            "content-length",
            "range",
            "cookie",
            "accept",
            "te",
        ];
        let long = "en;q=0.1,".repeat(2_000);
        for name in names {
            for value in ["", "*", "\"", "\u{fffd}é", "br;q=;q=x", "../..", "-1", "zz-ZZ-ZZ-ZZ,;;=", "bytes=0-1", &long] {
                for address in ["/", "/it", "/de", "/api/v1/search?q=casa", "/pkg/style.0.css"] {
                    let answer = portal.request(Method::GET, address).header(name, value).send().await;
                    assert!(answer.status.as_u16() < 500, "{name}: {value} on {address}: {}", answer.status);
                    assert!(!answer.body.is_empty() || answer.status != StatusCode::OK, "{name}: {value} on {address}");
                }
            }
        }
    });
}

#[test]
fn what_is_typed_is_shown_as_text() {
    run(async {
        let portal = shared().await;
        let typed = "<img src=x onerror=alert(1)>\"'&</title>";
        let answer = portal.get(&format!("/it/services?q={}", encode(typed))).await;
        let text = answer.text();
        assert!(!text.contains("<img"));
        let page = html::Page::read(&text);
        let field = page.tags().iter().find(|tag| tag.get("id") == "q").expect("the field");
        assert_eq!(field.get("value"), typed);
        assert!(page.all("title").all(|title| title.text.contains(typed)));
    });
}
