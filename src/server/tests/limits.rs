//! How much one client may ask for. All of these share an app; each has clients of its own.

use super::*;

const LIMIT: u32 = 5;

async fn limited() -> &'static TestApp {
    static LIMITED: OnceCell<TestApp> = OnceCell::const_new();
    LIMITED
        .get_or_init(async || {
            TestApp::open(copy_for_all("limited").await, |_, serve| {
                serve.rate_limit = LIMIT;
                serve.form_limit = 2;
                serve.trusted_proxies = vec!["10.0.0.0/8".parse().expect("a network")];
                serve.origin = Some("https://portal.example".to_owned());
            })
            .await
        })
        .await
}

/// Uses up what a client may have, and one more.
async fn use_up(portal: &TestApp, client: &str) -> Answer {
    for n in 0..LIMIT {
        let answer = portal.request(Method::GET, &format!("/it/services?q=casa{n}")).by(client).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{n}");
    }
    portal.request(Method::GET, "/uk/services?q=casa").by(client).send().await
}

#[test]
fn who_asks_too_much_is_told_when_to_come_back_in_their_language() {
    run(async {
        let portal = limited().await;
        let answer = use_up(portal, "192.0.2.10").await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(answer.is_page_in(lang("uk")));
        assert!((1..=60).contains(&answer.header("retry-after").parse::<u32>().expect("seconds")));
        super::headers::check("429", &answer);
        let api = portal.request(Method::GET, "/api/v1/search?q=casa").by("192.0.2.10").send().await;
        assert_eq!((api.status, api.header("content-type")), (StatusCode::TOO_MANY_REQUESTS, "application/problem+json"));
        assert!(!api.header("retry-after").is_empty() && api.header("access-control-allow-origin") == "*");
        for dear in ["/uk/suggest?q=ca", "/uk/nothing", "/uk/services?near=45,9", "/api/v1/services", "/uk/saved/list?ids=1"] {
            let answer = portal.request(Method::GET, dear).by("192.0.2.10").send().await;
            assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{dear}");
        }
        let other = portal.request(Method::GET, "/uk/services?q=casa").by("192.0.2.11").send().await;
        assert_eq!(other.status, StatusCode::OK, "another client is not concerned");
    });
}

#[test]
fn pages_that_are_kept_and_files_cost_nothing() {
    run(async {
        let portal = limited().await;
        assert_eq!(portal.request(Method::GET, "/sq/topics").by("192.0.2.21").send().await.status, StatusCode::OK);
        let answer = use_up(portal, "192.0.2.20").await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        for kept in ["/sq/topics", "/sq/topics?utm=1", "/pkg/style.0.css", "/healthz", "/readyz", "/", "/robots.txt"] {
            let answer = portal.request(Method::GET, kept).by("192.0.2.20").send().await;
            assert!(answer.status.as_u16() < 400, "{kept}: {}", answer.status);
        }
    });
}

#[test]
fn a_household_is_one_client_and_so_is_its_ipv4_written_as_ipv6() {
    run(async {
        let portal = limited().await;
        use_up(portal, "2001:db8:1:2::1").await;
        let get = async |client| portal.request(Method::GET, "/it/services?q=x").by(client).send().await.status;
        assert_eq!(get("2001:db8:1:2:ffff::9").await, StatusCode::TOO_MANY_REQUESTS, "the same /64");
        assert_eq!(get("2001:db8:1:3::1").await, StatusCode::OK);
        use_up(portal, "192.0.2.30").await;
        assert_eq!(get("::ffff:192.0.2.30").await, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn only_a_trusted_proxy_says_who_is_behind_it() {
    run(async {
        let portal = limited().await;
        let get = async |peer, forwarded: &str| {
            portal.request(Method::GET, "/it/services?q=x").by(peer).header("x-forwarded-for", forwarded).send().await.status
        };
        use_up(portal, "192.0.2.40").await;
        assert_eq!(get("192.0.2.40", "198.51.100.1").await, StatusCode::TOO_MANY_REQUESTS, "anybody can write the header");
        assert_eq!(get("10.0.0.1", "192.0.2.40").await, StatusCode::TOO_MANY_REQUESTS, "the proxy says who it is");
        assert_eq!(get("10.0.0.1", "198.51.100.2, 192.0.2.40").await, StatusCode::TOO_MANY_REQUESTS, "the nearest that is not ours");
        assert_eq!(get("10.0.0.1", "192.0.2.40, 198.51.100.3").await, StatusCode::OK, "what stands further left may be invented");
        assert_eq!(get("10.0.0.1", "192.0.2.40, 198.51.100.4, 10.2.2.2").await, StatusCode::OK, "a chain of our own proxies");
        for nonsense in ["", ",,,", "unknown", "1.2.3", "::::", "\"<script>\""] {
            assert!(get("10.9.9.9", nonsense).await.as_u16() < 500, "{nonsense}");
        }
    });
}

#[test]
fn forms_have_a_limit_of_their_own() {
    run(async {
        let portal = limited().await;
        let send = async |client| portal.form("/ar/feedback", &[("score", "9")]).by(client).send().await;
        for _ in 0..10 {
            let answer = portal.request(Method::GET, "/ar/report").by("192.0.2.51").send().await;
            assert!(answer.status == StatusCode::OK || !answer.header("retry-after").is_empty(), "to look at the form is no sending");
        }
        for client in ["192.0.2.50", "192.0.2.51"] {
            assert_eq!((send(client).await.status, send(client).await.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
            let answer = send(client).await;
            assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
            assert!(answer.is_page_in(lang("ar")));
            assert!((1..=60).contains(&answer.header("retry-after").parse::<u32>().expect("seconds")));
        }
        let page = portal.request(Method::GET, "/ar/services?q=x").by("192.0.2.50").send().await;
        assert_eq!(page.status, StatusCode::OK, "pages do not count there");
    });
}

#[test]
fn the_configured_origin_is_the_only_one() {
    run(async {
        let portal = limited().await;
        let answer = portal.request(Method::GET, "/es/legal").by("192.0.2.60").header("host", "evil.example").send().await;
        let text = answer.text();
        assert!(text.contains("https://portal.example/es/legal") && !text.contains("evil.example"));
        let form = portal.form("/es/feedback", &[("score", "9")]).by("192.0.2.60");
        assert_eq!(
            form.header("origin", "https://portal.example").header("host", "127.0.0.1:3000").send().await.status,
            StatusCode::SEE_OTHER
        );
    });
}
