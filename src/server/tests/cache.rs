//! What is kept, for whom, and how it is sent.

use super::*;

#[test]
fn a_browser_that_has_the_page_hears_304_and_gets_nothing() {
    run(async {
        let portal = shared().await;
        for address in ["/it/topics/health", "/it/services?q=casa"] {
            let first = portal.get(address).await;
            let tag = first.header("etag").to_owned();
            assert!(tag.len() > 6 && tag.ends_with('"'), "{address}: {tag}");
            for sent in [tag.clone(), format!("W/{}", tag.trim_start_matches("W/")), format!("\"other\", {tag}")] {
                let again = portal.request(Method::GET, address).header("if-none-match", &sent).send().await;
                assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address}, {sent}");
                assert_eq!((again.header("etag"), again.header("vary")), (tag.as_str(), "accept-encoding, save-data"), "{address}");
            }
            let other = portal.request(Method::GET, address).header("if-none-match", "\"other\"").send().await;
            assert_eq!(other.status, StatusCode::OK, "{address}");
        }
        let missing = portal.get("/it/nothing").await;
        let again = portal.request(Method::GET, "/it/nothing").header("if-none-match", missing.header("etag")).send().await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "an error stays one");
    });
}

#[test]
fn every_encoding_carries_the_same_page() {
    run(async {
        let portal = shared().await;
        for address in ["/ar/topics/housing", "/ar/services?q=casa", "/ar/nothing", "/ar/suggest?q=cas"] {
            let plain = portal.get(address).await;
            assert_eq!(plain.header("content-encoding"), "", "{address}");
            let cases = [
                ("gzip, deflate, br, zstd", "br"),
                ("gzip", "gzip"),
                ("br;q=0, gzip;q=0.5", "gzip"),
                ("BR", "br"),
                ("identity", ""),
                ("deflate", ""),
                ("", ""),
            ];
            for (accepts, sent) in cases {
                let answer = portal.request(Method::GET, address).header("accept-encoding", accepts).send().await;
                assert_eq!(answer.header("content-encoding"), sent, "{address}, {accepts}");
                assert_eq!(answer.header("vary"), "accept-encoding, save-data", "{address}, {accepts}");
                assert_eq!(answer.text(), plain.text(), "{address}, {accepts}");
                assert!(sent.is_empty() || plain.body.len() < 300 || answer.body.len() * 2 < plain.body.len(), "{address}, {accepts}");
            }
        }
    });
}

#[test]
fn a_file_is_sent_as_the_browser_takes_it_and_never_asked_for_again() {
    run(async {
        let portal = shared().await;
        let get = |accepts| portal.request(Method::GET, "/pkg/style.0.css").header("accept-encoding", accepts).send();
        assert_eq!(get("gzip, br").await.body, "as if it were brotli");
        assert_eq!(get("gzip").await.body, "as if it were gzip");
        let plain = get("identity").await;
        assert_eq!((plain.body.as_ref(), plain.header("content-type")), (&b"main { color: navy }"[..], "text/css; charset=utf-8"));
        assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
        let wasm = portal.request(Method::GET, "/pkg/islands.0/chunk_1.wasm").header("accept-encoding", "br").send().await;
        assert_eq!((wasm.header("content-type"), wasm.header("content-encoding")), ("application/wasm", ""), "there is no compressed one");
        for missing in
            ["/pkg/", "/pkg/manifest.json", "/pkg/style.0.css.br", "/pkg/../manifest.json", "/pkg/islands.0/", "/pkg/%2e%2e/content"]
        {
            let answer = portal.get(missing).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{missing}");
            assert!(!answer.header("cache-control").contains("immutable"), "{missing}");
        }
    });
}

#[test]
fn what_everybody_may_see_is_kept_and_one_readers_words_and_place_are_not() {
    run(async {
        let portal = own(|_, _| {}).await;
        for address in [
            "/es",
            "/es/topics",
            "/es/topics/health",
            "/es/services",
            "/es/services?category=health",
            "/es/services?free=1&page=2",
            "/es/faq",
        ] {
            let answer = portal.get(address).await;
            assert!(portal.keeps(address), "{address}");
            assert_eq!(answer.header("cache-control"), "no-cache", "{address}");
        }
        let before = portal.get("/es/services?category=health").await.text();
        for same in [
            "/es/services?utm_source=x&category=health",
            "/es/services?category=health&page=1&q=&open=0&lang=it",
            "/es/services?category=health&region=atlantide",
        ] {
            let answer = portal.get(same).await;
            assert_eq!(answer.text(), before, "{same}: what the page does not know makes no other page");
            assert!(!portal.keeps(same), "{same}: it is not kept under another name");
        }
        let private = [
            "/es/services?q=casa",
            "/es/services?near=45.07,7.68",
            "/es/services?category=health&near=45.07,7.68",
            "/es/services?category=health&fragment=1",
            "/es/services?page=21",
            "/es/suggest?q=cas",
            "/es/saved/list?ids=1",
            "/es/report",
            "/es/report?page=/x",
        ];
        for address in private {
            let answer = portal.get(address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert_eq!(answer.header("cache-control"), "private, no-cache", "{address}");
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            assert!(!portal.keeps(address) && (!portal.keeps(path) || path == "/es/services"), "{address} {query}");
        }
        assert!(!portal.get("/es").await.text().contains("casa"), "nobody reads another's words");
    });
}

#[test]
fn one_page_has_one_place_in_the_cache_however_it_is_written() {
    run(async {
        let portal = own(|_, _| {}).await;
        let plain = portal.get("/ro/topics").await.text();
        for same in ["/ro/topics/", "/ro/topics//", "//ro/topics"] {
            assert_eq!(portal.get(same).await.text(), plain, "{same}");
            assert!(!portal.keeps(same), "{same} would be kept as a page of its own, and so would any number of slashes");
        }
    });
}

#[test]
fn two_hosts_do_not_share_links() {
    run(async {
        let portal = shared().await;
        let get = async |host: &str| {
            let answer = portal.request(Method::GET, "/it/legal").header("host", host).send().await;
            let page = html::Page::read(&answer.text());
            (answer.status, page.links("canonical").iter().map(|link| link.get("href").to_owned()).collect::<Vec<_>>())
        };
        for _ in 0..2 {
            assert_eq!(get("one.example").await, (StatusCode::OK, vec!["http://one.example/it/legal".to_owned()]));
            assert_eq!(get("two.example:8080").await, (StatusCode::OK, vec!["http://two.example:8080/it/legal".to_owned()]));
        }
        for bad in ["\"><script>", "a b", "a/b?c", "user@evil.example"] {
            assert_eq!(get(bad).await, (StatusCode::OK, vec!["/it/legal".to_owned()]), "{bad}");
        }
    });
}
