//! Who may write, where, and what becomes of it.

use super::*;

#[test]
fn nothing_but_the_two_forms_takes_a_write() {
    run(async {
        let portal = own(|_, _| {}).await;
        let before = portal.app.store.seq().await.expect("a number");
        let service = full_service();
        let body = serde_json::to_string(&service).expect("JSON");
        let mut known = addresses();
        known.extend(
            ["/it/feedback", "/it/nothing", "/nothing", "/api/v1/nothing", "/pkg/nothing", "/it/services/new", "/admin"].map(str::to_owned),
        );
        for address in &known {
            for method in [
                Method::POST,
                Method::PUT,
                Method::DELETE,
                Method::PATCH,
                Method::OPTIONS,
                Method::TRACE,
                Method::from_bytes(b"MKCOL").expect("a method"),
            ] {
                let form = matches!(address.as_str(), "/it/report" | "/it/feedback");
                if form && method == Method::POST {
                    continue;
                }
                let answer =
                    portal.request(method.clone(), address).header("content-type", "application/json").body(body.clone()).send().await;
                if address == "/api/v1/nothing" {
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {address}");
                    continue;
                }
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
                assert!(!answer.header("allow").is_empty(), "{method} {address} says what is allowed");
                assert!(form || !answer.header("allow").contains("POST"), "{method} {address}: {}", answer.header("allow"));
            }
            let overridden = portal.request(Method::GET, address).header("x-http-method-override", "DELETE").send().await;
            assert_ne!(overridden.status, StatusCode::NO_CONTENT, "{address}");
        }
        assert_eq!(portal.app.store.seq().await.expect("a number"), before, "nothing changed");
        assert_eq!(portal.messages().await.len(), 0);
        let now = portal.app.store.find::<Service>(full_id()).await.expect("read").expect("there");
        assert_eq!(now.fields, service);
    });
}

#[test]
fn asking_for_the_head_alone_is_answered_like_asking_for_all() {
    run(async {
        let portal = shared().await;
        for address in addresses() {
            let (get, head) = (portal.get(&address).await, portal.request(Method::HEAD, &address).send().await);
            assert_eq!((head.status, head.header("content-type")), (get.status, get.header("content-type")), "{address}");
        }
    });
}

#[test]
fn a_form_sent_from_another_site_is_refused() {
    run(async {
        let portal = own(|_, _| {}).await;
        let report = || portal.form("/it/report", &[("what", "Il numero è sbagliato")]);
        let feedback = || portal.form("/it/feedback", &[("score", "4")]);
        for call in [
            report().header("sec-fetch-site", "cross-site"),
            report().header("sec-fetch-site", "same-site"),
            report().header("origin", "https://evil.example"),
            report().header("origin", "null"),
            report().header("origin", "http://portal.test.evil.example"),
            feedback().header("sec-fetch-site", "cross-site").header("origin", "http://portal.test"),
        ] {
            let headers = call.headers.clone();
            assert_eq!(call.send().await.status, StatusCode::FORBIDDEN, "{headers:?}");
        }
        assert_eq!(portal.messages().await.len(), 0);
        for call in
            [report().header("sec-fetch-site", "same-origin"), report().header("origin", "http://portal.test"), report(), feedback()]
        {
            assert_eq!(call.send().await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(portal.messages().await.len(), 4);
        let link = portal.request(Method::GET, "/it/report").header("sec-fetch-site", "cross-site").send().await;
        assert_eq!(link.status, StatusCode::OK, "a link from elsewhere to the form is no write");
    });
}

#[test]
fn a_body_over_the_limit_is_refused() {
    run(async {
        let portal = own(|_, _| {}).await;
        for (address, length, status) in [
            ("/it/report", 33_000, StatusCode::PAYLOAD_TOO_LARGE),
            ("/it/feedback", 33_000, StatusCode::PAYLOAD_TOO_LARGE),
            ("/it/report", 3_000_000, StatusCode::PAYLOAD_TOO_LARGE),
            ("/it/report", 20_000, StatusCode::UNPROCESSABLE_ENTITY),
        ] {
            let answer = portal.post(address, &[("what", &"x".repeat(length)), ("score", "3")]).await;
            assert_eq!(answer.status, status, "{address}, {length}");
        }
        assert_eq!(portal.messages().await.len(), 0);
    });
}

#[test]
fn a_report_with_errors_comes_back_with_all_that_was_written() {
    run(async {
        let portal = own(|_, _| {}).await;
        let typed = "Orari <b>sbagliati</b> & \"chiuso\"\nil lunedì </textarea><script>alert(1)</script>";
        for lang in ["it", "ar", "zh"].map(lang) {
            let fields = [("what", typed), ("mail", "anna@"), ("page", "/services/\"><x>"), ("website", "")];
            let answer = portal.post(&format!("/{lang}/report"), &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.is_page_in(lang));
            let text = answer.text();
            assert!(!text.contains("<script>alert") && !text.contains("<b>sbagliati"), "what was written is no markup");
            let page = html::Page::read(&text);
            assert!(page.first("x").is_none());
            let field = |id: &str| page.tags().iter().find(|tag| tag.get("id") == id).expect("a field");
            assert_eq!(field("what").text.trim(), typed);
            assert_eq!((field("mail").get("value"), field("page").get("value")), ("anna@", "/services/\"><x>"));
            assert_eq!((field("mail").get("aria-invalid"), field("mail").get("aria-describedby")), ("true", "mail-error"));
            assert!(!field("what").has("aria-invalid") && field("mail-error").name == "p");
            assert!(page.tags().iter().any(|tag| tag.get("role") == "alert"), "it is announced");
        }
        let wrong = [
            ("", ""),
            ("  a ", ""),
            (&*"è".repeat(4_001), ""),
            ("abbastanza lungo", "a@b"),
            ("abbastanza lungo", "a b@c.it"),
            ("abbastanza lungo", "@c.it"),
        ];
        for (what, mail) in wrong {
            let answer = portal.post("/it/report", &[("what", what), ("mail", mail)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{mail} {}", what.len());
        }
        assert_eq!(portal.messages().await.len(), 0);
    });
}

#[test]
fn a_report_is_kept_once_and_its_answer_may_be_reloaded() {
    run(async {
        let portal = own(|_, _| {}).await;
        let answer = portal.post("/ar/report", &[("what", "الرقم خطأ\0"), ("mail", " anna@example.org "), ("page", "/services/1")]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/ar/thanks"));
        assert!(portal.get("/ar/thanks").await.is_page_in(lang("ar")));
        let messages = portal.messages().await;
        assert_eq!(messages.len(), 1);
        let [kind, lang, page, body] = &messages[0];
        assert_eq!([kind, lang, page], ["report", "ar", "/services/1"]);
        let body: Value = serde_json::from_str(body).expect("JSON");
        assert_eq!(body["what"], "الرقم خطأ");
        assert_eq!(body["mail"].as_str().map(str::trim), Some("anna@example.org"));
    });
}

#[test]
fn a_program_that_fills_every_field_hears_thanks_and_is_not_kept() {
    run(async {
        let portal = own(|_, _| {}).await;
        let answer = portal.post("/it/report", &[("what", "buy cheap pills"), ("website", "https://spam.example")]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/it/thanks"));
        assert_eq!(portal.messages().await.len(), 0);
    });
}

#[test]
fn how_clear_a_page_is_is_kept_and_anything_but_1_to_5_is_not() {
    run(async {
        let portal = own(|_, _| {}).await;
        let answer = portal.post("/bn/feedback", &[("score", "5"), ("page", "/topics/health")]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/bn/thanks"));
        for score in ["0", "6", "-1", "", "five", "5.0", "99999999999"] {
            let answer = portal.post("/bn/feedback", &[("score", score)]).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/bn"), "{score}");
        }
        assert_eq!(portal.messages().await, [["feedback", "bn", "/topics/health", "5"].map(str::to_owned)]);
        assert_eq!(portal.get("/bn/feedback").await.status, StatusCode::METHOD_NOT_ALLOWED);
    });
}

#[test]
fn a_form_that_is_no_form_does_no_harm() {
    run(async {
        let portal = own(|_, _| {}).await;
        let many = vec![b'='; 30_000];
        for body in [&b""[..], &many, b"&&&===", b"\xff\xfe\0", b"what=%ff%00%zz&what=a", b"{\"what\":\"abcdef\"}", b"%77hat"] {
            for address in ["/it/report", "/it/feedback", "/de/report", "/%ff/report", "/report/report"] {
                let answer = portal.request(Method::POST, address).body(body.to_vec()).send().await;
                assert!(answer.status.as_u16() < 500, "{address}: {}", answer.status);
            }
        }
        assert_eq!(portal.messages().await.len(), 0);
    });
}
