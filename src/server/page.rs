//! A page: what it says of itself, and the document around it.

use std::sync::Arc;

use axum::http::StatusCode;
use hydration_context::SsrSharedContext;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{App, cache::Policy, cache::Shows};
use crate::{
    content::Id,
    locale::{
        Lang,
        server::{date, t},
    },
    ui::server::{emergency, icon, logo, rate, way},
};

/// What is inside `<main>`, made when the document is.
type Body = Box<dyn FnOnce() -> AnyView + Send>;

/// A page before it is written out.
pub struct Page {
    pub(crate) lang: Lang,
    /// The address without the language and without a query: `/services/...`; empty for the home page.
    pub(crate) path: String,
    /// What of the query belongs to the address, for the language menu: `?q=...`.
    pub(crate) query: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) status: StatusCode,
    /// Whether search engines should know it, and it has the same address in every language.
    pub(crate) indexed: bool,
    /// The languages whose text it has; in the others it falls back to the source language.
    pub(crate) written_in: Option<Vec<Lang>>,
    pub(crate) danger: bool,
    /// Whether it asks how clear it is.
    pub(crate) rated: bool,
    /// The island it starts, by name.
    pub(crate) island: Option<&'static str>,
    pub(crate) json_ld: Option<serde_json::Value>,
    pub(crate) updated: Option<Date>,
    pub(crate) policy: Policy,
    body: Body,
}

impl Page {
    /// A page with a title; everything else has the value that most pages have.
    pub(crate) fn new<V: IntoView + 'static>(
        lang: Lang,
        path: impl Into<String>,
        title: impl Into<String>,
        body: impl FnOnce() -> V + Send + 'static,
    ) -> Self {
        Self {
            lang,
            path: path.into(),
            query: String::new(),
            title: title.into(),
            description: String::new(),
            status: StatusCode::OK,
            indexed: true,
            written_in: None,
            danger: false,
            rated: false,
            island: None,
            json_ld: None,
            updated: None,
            policy: Policy::Until { fresh_until: jiff::Timestamp::MAX, shows: Shows::Everything },
            body: Box::new(move || body().into_any()),
        }
    }

    /// The same page, of which only these items' changes matter.
    pub(crate) fn shows(self, items: Vec<Id>) -> Self {
        Self { policy: Policy::Until { fresh_until: jiff::Timestamp::MAX, shows: Shows::Items(items) }, ..self }
    }

    /// The same page, true until a moment at most.
    pub(crate) fn until(mut self, moment: Option<jiff::Timestamp>) -> Self {
        if let (Policy::Until { fresh_until, .. }, Some(moment)) = (&mut self.policy, moment) {
            *fresh_until = moment.min(*fresh_until);
        }
        self
    }

    /// The whole document.
    pub(crate) fn into_html(self, app: &App, origin: &str) -> String {
        render(move || document(self, app, origin))
    }
}

/// Writes a piece of markup out: a document, or a fragment that an island asked for.
pub(crate) fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    owner.cleanup();
    // Leptos parts neighbouring texts with an empty comment, for a browser that takes them up again. Nothing here is
    // taken up but the islands, and they hold elements only.
    html.replace("<!>", "")
}

fn document(page: Page, app: &App, origin: &str) -> AnyView {
    let Page { lang, path, query, title, description, indexed, written_in, danger, rated, island, json_ld, updated, body, .. } = page;
    let name = t!(lang, "portal-name");
    let full_title = if path.is_empty() { format!("{name} · {title}") } else { format!("{title} · {name}") };
    let address = |lang: Lang| format!("{origin}/{lang}{path}");
    let own_text = written_in.as_ref().is_none_or(|langs| langs.contains(&lang));
    let canonical = if own_text { address(lang) } else { address(Lang::SOURCE) };
    let alternates = indexed.then(|| {
        let langs: Vec<Lang> = written_in.clone().unwrap_or_else(|| Lang::all().collect());
        let default = address(Lang::SOURCE);
        view! {
            {langs.into_iter().map(|l| view! { <link rel="alternate" hreflang=l.code() href=address(l)/> }).collect_view()}
            <link rel="alternate" hreflang="x-default" href=default/>
        }
    });
    let start = island.map(|island| {
        let (script, chunks) = app.assets.island(island);
        view! { <script type="module" src=script fetchpriority="low" data-chunks=chunks></script> }
    });
    let json_ld = json_ld.map(|json| {
        // The only character that could end the element early, written as JSON may write it.
        let json = json.to_string().replace('<', "\\u003c");
        view! { <script type="application/ld+json" inner_html=json></script> }
    });
    let mut head_description = description;
    if head_description.is_empty() {
        head_description = t!(lang, "portal-description");
    }
    let rating = rated.then(|| rate(lang, &path));
    let sos = danger.then(|| emergency(lang));
    let exit = danger.then(|| {
        view! { <a class="btn bad leave" href=app.serve.exit_url.clone() rel="noreferrer">{way("exit")}{t!(lang, "exit")}</a> }
    });
    view! {
        <!DOCTYPE html>
        <html lang=lang.code() dir=lang.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{full_title.clone()}</title>
                <link rel="stylesheet" href=app.assets.style()/>
                <meta name="description" content=head_description.clone()/>
                {(!indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
                {indexed.then(|| view! { <link rel="canonical" href=canonical.clone()/> })}
                {alternates}
                {open_graph("og:title", title)}
                {open_graph("og:description", head_description)}
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href=app.assets.public("favicon.svg") type="image/svg+xml"/>
                <link rel="search" type="application/opensearchdescription+xml" href=format!("/opensearch.xml?lang={lang}") title=name.clone()/>
                {start}
                {json_ld}
            </head>
            <body>
                <a class="skip" href="#main">{t!(lang, "skip")}</a>
                {header(lang, &path, &query, &name)}
                <main id="main" tabindex="-1">{sos}{body()}{rating}{exit}</main>
                {footer(app, lang, updated)}
            </body>
        </html>
    }.into_any()
}

/// `<meta property>`: not of HTML but of `RDFa`, so the macro does not know it.
fn open_graph(property: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", property).content(content)
}

fn header(lang: Lang, path: &str, query: &str, name: &str) -> AnyView {
    let current = |to: &str| (path == to).then_some("page");
    let languages = Lang::all().map(|l| {
        view! { <li><a href=format!("/{l}{path}{query}") lang=l.code() dir=l.dir() hreflang=l.code() aria-current=(l == lang).then_some("true")>{l.name()}</a></li> }
    });
    view! {
        <header class="top">
            <a class="brand" href=format!("/{lang}")>{logo()}{name.to_owned()}</a>
            <nav aria-label=name.to_owned()>
                <a class="wide" href=format!("/{lang}/topics") aria-current=current("/topics")>{t!(lang, "topics")}</a>
                <a class="wide" href=format!("/{lang}/regions") aria-current=current("/regions")>{t!(lang, "territories")}</a>
                <a href=format!("/{lang}/saved") aria-label=t!(lang, "saved") aria-current=current("/saved")>{icon("save")}<span>{t!(lang, "saved")}</span></a>
            </nav>
            <details class="langs">
                <summary aria-label=format!("{}: {}", t!(lang, "language"), lang.name())>{icon("languages")}<span>{lang.name()}</span>{icon("down")}</summary>
                <ul>{languages.collect_view()}</ul>
            </details>
        </header>
    }.into_any()
}

fn footer(app: &App, lang: Lang, updated: Option<Date>) -> AnyView {
    let accessibility = app.serve.accessibility_url.clone().unwrap_or_else(|| format!("/{lang}/accessibility"));
    let link = |path: &str, key: &str| view! { <li><a href=format!("/{lang}/{path}")>{t!(lang, key)}</a></li> };
    view! {
        <footer class="foot">
            <ul>
                {link("about", "about")}{link("faq", "faq")}{link("report", "report")}
                <li><a href=accessibility>{t!(lang, "accessibility")}</a></li>
                {link("privacy", "privacy")}{link("legal", "legal")}
            </ul>
            <p>
                {t!(lang, "licence")}
                {updated.map(|day| view! { " " {t!(lang, "updated")} " " <time datetime=day.to_string()>{date(lang, day)}</time> })}
            </p>
        </footer>
    }
    .into_any()
}
