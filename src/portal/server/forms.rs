//! What readers send in: a problem, or how clear a page is. Plain forms; the answer is a page one may reload.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, Response},
    response::{IntoResponse as _, Redirect},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{broken, not_found};
use crate::{
    locale::{Lang, server::t},
    server::{App, Page, cache::Policy, router::send},
    ui::server::{crumbs, icon},
};

/// The longest text that is taken, in characters.
const LIMIT: usize = 4_000;

/// What was written into the form, kept when it comes back with an error.
#[derive(Default, Clone)]
struct Report {
    page: String,
    what: String,
    mail: String,
}

impl Report {
    fn errors(&self) -> Vec<(&'static str, &'static str)> {
        let mut errors = Vec::new();
        if self.what.trim().chars().count() < 5 {
            errors.push(("what", "report-what-missing"));
        } else if self.what.chars().count() > LIMIT {
            errors.push(("what", "report-what-long"));
        }
        let mail = self.mail.trim();
        let plausible = mail
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.'));
        if !mail.is_empty() && (!plausible || mail.len() > 254 || mail.contains(char::is_whitespace)) {
            errors.push(("mail", "report-mail-wrong"));
        }
        errors
    }
}

/// The empty form; `?page=` says which page it is about.
pub(crate) fn report(lang: Lang, query: &str) -> Page {
    let page = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "page").map(|(_, page)| page.chars().take(200).collect());
    form(lang, Report { page: page.unwrap_or_default(), ..Report::default() }, &[])
}

fn form(lang: Lang, report: Report, errors: &[(&'static str, &'static str)]) -> Page {
    let errors = errors.to_vec();
    let mut page = Page::new(lang, "/report", t!(lang, "report"), move || {
        let summary = (!errors.is_empty()).then(|| {
            let links = errors.iter().map(|(field, key)| view! { <li><a href=format!("#{field}")>{t!(lang, *key)}</a></li> }).collect_view();
            view! {
                <div class="note bad" role="alert">{icon("warning")}<div><p><b>{t!(lang, "form-errors", count = errors.len())}</b></p><ul>{links}</ul></div></div>
            }
        });
        let error = |name: &str| {
            let key = errors.iter().find(|(field, _)| *field == name).map(|(_, key)| *key);
            key.map(|key| view! { <p class="err" id=format!("{name}-error")>{icon("warning")}{t!(lang, key)}</p> })
        };
        let wrong = |name: &str| errors.iter().any(|(field, _)| *field == name);
        let describe = |name: &str| wrong(name).then(|| format!("{name}-error"));
        view! {
            <div class="in">
                {crumbs(lang, Vec::new())}
                <h1>{t!(lang, "report")}</h1>
                <p class="lead">{t!(lang, "report-lead")}</p>
                {summary}
                <form class="stack" method="post" action=format!("/{lang}/report") novalidate=true>
                    <div class="field">
                        <label r#for="page">{t!(lang, "report-page")}</label>
                        <small id="page-hint">{t!(lang, "optional")}</small>
                        <input id="page" type="text" name="page" value=report.page aria-describedby="page-hint" dir="ltr"/>
                    </div>
                    <div class="field">
                        <label r#for="what">{t!(lang, "report-what")}</label>
                        {error("what")}
                        <textarea id="what" name="what" required=true aria-invalid=wrong("what").then_some("true") aria-describedby=describe("what")>{escaped(&report.what)}</textarea>
                    </div>
                    <div class="field">
                        <label r#for="mail">{t!(lang, "report-mail")}</label>
                        <small id="mail-hint">{t!(lang, "optional")}</small>
                        {error("mail")}
                        <input
                            id="mail" name="mail" type="email" value=report.mail autocomplete="email" dir="ltr"
                            aria-invalid=wrong("mail").then_some("true") aria-describedby=describe("mail").unwrap_or_else(|| "mail-hint".to_owned())
                        />
                    </div>
                    <p class="off"><label>{t!(lang, "leave-empty")}<input type="text" name="website" tabindex="-1" autocomplete="off"/></label></p>
                    <button type="submit" class="btn">{t!(lang, "report-send")}</button>
                </form>
            </div>
        }
    });
    page.policy = Policy::Private;
    page
}

/// A text inside `<textarea>`, which Leptos writes out as it is.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What comes after a form that was taken.
pub(crate) fn thanks(lang: Lang) -> Page {
    let mut page = Page::new(lang, "/thanks", t!(lang, "thanks"), move || {
        view! {
            <div class="in">
                <h1>{t!(lang, "thanks")}</h1>
                <p class="lead">{t!(lang, "thanks-lead")}</p>
                <p><a class="btn alt" href=format!("/{lang}")>{t!(lang, "back-home")}</a></p>
            </div>
        }
    });
    page.indexed = false;
    page
}

fn field(body: &[u8], name: &str) -> String {
    form_urlencoded::parse(body).find(|(key, _)| key == name).map(|(_, value)| value.replace('\0', "")).unwrap_or_default()
}

/// Takes a report, or shows the form again with all that was written.
pub(crate) async fn send_report(State(app): State<Arc<App>>, Path(lang): Path<String>, headers: HeaderMap, body: Bytes) -> Response<Body> {
    let Ok(lang) = lang.parse::<Lang>() else { return send(&app, not_found(Lang::SOURCE), &headers, None) };
    let report = Report { page: field(&body, "page").chars().take(300).collect(), what: field(&body, "what"), mail: field(&body, "mail") };
    let errors = report.errors();
    if !errors.is_empty() {
        let mut page = form(lang, report, &errors);
        page.status = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
        return send(&app, page, &headers, None);
    }
    // A field that people do not see: who fills it is a program, and hears the same thanks.
    let text = serde_json::json!({ "what": report.what, "mail": report.mail }).to_string();
    let kept = if field(&body, "website").is_empty() { keep(&app, "report", lang, &report.page, &text).await } else { Ok(()) };
    answer(&app, lang, kept, &headers)
}

/// Takes how clear a page is.
pub(crate) async fn send_feedback(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let Ok(lang) = lang.parse::<Lang>() else { return send(&app, not_found(Lang::SOURCE), &headers, None) };
    let page: String = field(&body, "page").chars().take(300).collect();
    match field(&body, "score").parse::<u8>() {
        Ok(score @ 1..=5) => {
            let kept = keep(&app, "feedback", lang, &page, &score.to_string()).await;
            answer(&app, lang, kept, &headers)
        }
        _ => Redirect::to(&format!("/{lang}")).into_response(),
    }
}

fn answer(app: &App, lang: Lang, kept: anyhow::Result<()>, headers: &HeaderMap) -> Response<Body> {
    match kept {
        Ok(()) => Redirect::to(&format!("/{lang}/thanks")).into_response(),
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "a message could not be kept");
            send(app, broken(lang), headers, None)
        }
    }
}

async fn keep(app: &App, kind: &str, lang: Lang, page: &str, body: &str) -> anyhow::Result<()> {
    let at = jiff::Timestamp::now();
    let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{}{kind}{page}{body}", at.as_nanosecond()).as_bytes()).to_string();
    sqlx::query("INSERT INTO message (id, kind, lang, page, body, at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(id)
        .bind(kind)
        .bind(lang.code())
        .bind(page)
        .bind(body)
        .bind(at.as_second())
        .execute(&app.pool)
        .await?;
    Ok(())
}
