//! What is changed in one place is seen in every other, and a database that goes away comes back.

use std::time::Duration;

use tokio::{
    net::{TcpListener, TcpStream, UnixStream},
    task::{AbortHandle, JoinSet},
};

use super::*;
use crate::{content::server::tests::schema, locale::Text, server::follow::step};

fn edited() -> Service {
    let mut name = Text::from("Sportello Zibaldone per stranieri");
    name.set(lang("ar"), "مكتب زيبالدوني");
    Service { name, phones: Vec::new(), email: Some("nuova@example.org".to_owned()), ..full_service() }
}

async fn finds(portal: &TestApp, query: &str) -> bool {
    let answer = portal.json(&format!("/api/v1/search?q={}&size=100", encode(query))).await;
    answer["results"].as_array().expect("results").iter().any(|found| found["id"] == full_id().to_string())
}

#[test]
fn what_an_editor_changes_is_on_the_page_in_the_search_and_in_the_api() {
    run(async {
        let portal = own(|_, _| {}).await;
        let page = format!("/it/services/{}", full_id());
        let before = portal.get(&page).await;
        for kept in ["/it/topics/health", "/it/regions/lazio", "/it/faq", "/it/services?category=health"] {
            portal.get(kept).await;
        }
        let other = results(&portal, "category=transport").await.remove(0);
        portal.get(&other).await;
        assert!(portal.keeps(&page) && portal.keeps(&other) && !finds(&portal, "zibaldone").await);

        portal.edit(full_id(), &edited()).await;
        assert!(!portal.keeps(&page) && !portal.keeps("/it/services?category=health"), "what shows it is dropped");
        assert!(portal.keeps(&other), "the page of another service stays");
        let after = portal.get(&page).await;
        assert_ne!(after.header("etag"), before.header("etag"));
        let stale = portal.request(Method::GET, &page).header("if-none-match", before.header("etag")).send().await;
        assert_eq!(stale.status, StatusCode::OK, "who has the old page gets the new one");
        let text = after.text();
        assert!(text.contains("Zibaldone") && text.contains("nuova@example.org") && !text.contains("tel:+39011000000"));
        assert!(finds(&portal, "zibaldone").await && finds(&portal, "زيبالدوني").await);
        let service = portal.json(&format!("/api/v1/services/{}", full_id())).await;
        assert_eq!(
            (service["name"].as_str(), service["email"].as_str()),
            (Some("Sportello Zibaldone per stranieri"), Some("nuova@example.org"))
        );
        let region = portal.get("/it/services?comune=001272").await.text();
        assert!(region.contains("Zibaldone"));

        // The register says the old again: what the editor said stays.
        portal.app.store.apply(&Author::importer("test"), vec![draft("full", full_service())], false, |_| {}).await.expect("stored");
        step(&portal.app).await.expect("taken in");
        assert!(portal.get(&page).await.text().contains("Zibaldone"));
    });
}

/// Where the services that a search finds are.
async fn results(portal: &TestApp, query: &str) -> Vec<String> {
    let answer = portal.json(&format!("/api/v1/search?{query}")).await;
    let found = answer["results"].as_array().expect("results").iter().filter(|found| found["kind"] == "service");
    found.map(|found| found["url"].as_str().expect("an address").to_owned()).collect()
}

#[test]
fn a_page_made_while_something_changed_is_not_kept() {
    run(async {
        let portal = own(|_, _| {}).await;
        let app = &portal.app;
        let address = format!("/it/services/{}", full_id());
        // As the router does it, with a change between reading and sending.
        let seq = app.catalogue().seq;
        let page = crate::services::server::service(app, lang("it"), &full_id().to_string(), "").await.expect("a page");
        portal.edit(full_id(), &edited()).await;
        let sent = router::send(app, page, &HeaderMap::new(), Some((format!("http://{HOST}{address}"), seq)));
        assert_eq!(sent.status(), StatusCode::OK);
        assert!(!portal.keeps(&address), "it would show the old name for ever");
        assert!(portal.get(&address).await.text().contains("Zibaldone"));
    });
}

#[test]
fn a_changed_topic_is_everywhere_at_once() {
    run(async {
        let portal = own(|_, _| {}).await;
        let topic = portal.app.topics().iter().find(|topic| topic.slug == "health").cloned().expect("a topic");
        for kept in ["/it", "/it/topics/health", "/it/topics", "/it/faq"] {
            portal.get(kept).await;
        }
        let mut fields = topic.fields.clone();
        fields.title.set(lang("it"), "Salute e Zibaldone");
        portal.app.store.save(&Author::editor("ada"), topic.id, &fields).await.expect("saved");
        step(&portal.app).await.expect("taken in");
        for address in ["/it", "/it/topics/health", "/it/topics", "/it/services?category=health"] {
            assert!(portal.get(address).await.text().contains("Salute e Zibaldone"), "{address}");
        }
        let found = portal.json("/api/v1/search?q=zibaldone").await;
        assert_eq!((&found["results"][0]["kind"], &found["results"][0]["category"]), (&"topic".into(), &"health".into()));
    });
}

#[test]
fn a_withdrawn_service_says_so_and_is_found_no_more() {
    run(async {
        let portal = own(|_, _| {}).await;
        let page = format!("/it/services/{}", full_id());
        assert_eq!(portal.get(&page).await.status, StatusCode::OK);
        assert!(finds(&portal, "Sportello per stranieri torino").await);
        let gone = portal.app.store.apply::<Service>(&Author::importer("test"), Vec::new(), true, |_| {}).await.expect("stored");
        assert_eq!(gone.withdrawn, 1);
        step(&portal.app).await.expect("taken in");
        for lang in Lang::all() {
            let answer = portal.get(&format!("/{lang}/services/{}", full_id())).await;
            assert_eq!(answer.status, StatusCode::GONE, "{lang}");
            assert!(answer.is_page_in(lang));
            let page = html::Page::read(&answer.text());
            assert!(page.all("a").any(|a| a.get("href").contains("category=residence-permit")), "where others are");
        }
        assert!(!finds(&portal, "Sportello per stranieri torino").await);
        assert!(!portal.get("/it/services?comune=001272").await.text().contains(&full_id().to_string()));
        let listed = portal.json("/api/v1/services?category=residence-permit&per_page=100").await;
        assert!(!listed.to_string().contains(&full_id().to_string()));
        let service = portal.json(&format!("/api/v1/services/{}", full_id())).await;
        assert_eq!(service["status"], "inactive", "as it is described");
    });
}

/// The throw-away PostgreSQL, if there is one.
fn postgres() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "tests are told of a throw-away database by the script that starts it")]
    let url = std::env::var("PORTOLANO_TEST_POSTGRES").ok();
    if url.is_none() {
        eprintln!("skipped: PORTOLANO_TEST_POSTGRES is not set");
    }
    url
}

/// An app on a database of its own server.
async fn on(database: &str) -> TestApp {
    let dir = Data::Own(tempfile::tempdir().expect("a folder"));
    let database = database.to_owned();
    TestApp::open(dir, |common, _| common.database = Some(database)).await
}

#[test]
fn two_programs_on_one_postgresql_show_the_same() {
    let Some(url) = postgres() else { return };
    run(async {
        let database = schema(&url).await.expect("a schema");
        let one = on(&database).await;
        one.app.store.apply(&Author::importer("test"), vec![draft("full", full_service())], false, |_| {}).await.expect("stored");
        step(&one.app).await.expect("taken in");
        let two = on(&database).await;
        let page = format!("/it/services/{}", full_id());
        let (here, there) = (one.get(&page).await, two.get(&page).await);
        assert_eq!(here.text(), there.text());
        assert!(two.keeps(&page));

        one.edit(full_id(), &edited()).await;
        assert!(one.get(&page).await.text().contains("Zibaldone"));
        step(&two.app).await.expect("taken in");
        assert!(two.get(&page).await.text().contains("Zibaldone") && finds(&two, "zibaldone").await);
        assert_eq!(one.get(&page).await.header("etag"), two.get(&page).await.header("etag"), "either may answer next");
        step(&one.app).await.expect("nothing new");

        // Running for real, the other shows it within a second.
        let follower = tokio::spawn(crate::server::follow::follow(Arc::clone(&two.app)));
        one.edit(full_id(), &full_service()).await;
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert!(!two.get(&page).await.text().contains("Zibaldone"));
        follower.abort();
    });
}

#[test]
fn without_its_database_the_portal_shows_what_it_has_and_says_what_it_cannot() {
    run(async {
        let portal = own(|_, _| {}).await;
        let page = format!("/it/services/{}", full_id());
        portal.get(&page).await;
        portal.app.pool.close().await;
        assert_broken(&portal, &page).await;
    });
}

/// The portal when the database does not answer, and a page was kept.
async fn assert_broken(portal: &TestApp, kept: &str) {
    assert_eq!(portal.get(kept).await.status, StatusCode::OK, "what is kept goes on");
    assert_eq!(portal.get("/ar/topics/health").await.status, StatusCode::OK, "what needs no database goes on");
    let broken = portal.get(&kept.replace("/it/", "/ar/")).await;
    assert_eq!(broken.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(broken.is_page_in(lang("ar")) && broken.text().contains("tel:112"));
    assert!(!broken.text().to_lowercase().contains("sqlx") && !broken.text().contains("pool"), "nothing of the machine is told");
    super::headers::check("500", &broken);
    let problem = portal.get("/api/v1/services").await;
    assert_eq!((problem.status, problem.header("content-type")), (StatusCode::INTERNAL_SERVER_ERROR, "application/problem+json"));
    let report = portal.post("/ar/report", &[("what", "qualcosa non va")]).await;
    assert!(report.status == StatusCode::INTERNAL_SERVER_ERROR && report.is_page_in(lang("ar")), "nobody is thanked for what is not kept");
    assert_eq!(portal.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(portal.get("/healthz").await.status, StatusCode::OK);
}

/// A line to a PostgreSQL that can be cut and laid again.
struct Line {
    socket: PathBuf,
    address: SocketAddr,
    listener: Option<AbortHandle>,
}

impl Line {
    fn new(socket: PathBuf) -> Self {
        Self { socket, address: ([127, 0, 0, 1], 0).into(), listener: None }
    }

    /// Lays the line, at the same address as before.
    async fn lay(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("an address");
        self.address = listener.local_addr().expect("an address");
        let socket = self.socket.clone();
        let task = tokio::spawn(async move {
            let mut calls = JoinSet::new();
            while let Ok((from, _)) = listener.accept().await {
                calls.spawn(forward(from, socket.clone()));
            }
        });
        self.listener = Some(task.abort_handle());
    }

    /// Cuts it: no call is taken, and those under way break off.
    async fn cut(&mut self) {
        if let Some(listener) = self.listener.take() {
            listener.abort();
            while !listener.is_finished() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    }
}

async fn forward(mut from: TcpStream, socket: PathBuf) {
    if let Ok(mut to) = UnixStream::connect(socket).await {
        tokio::io::copy_bidirectional(&mut from, &mut to).await.ok();
    }
}

#[test]
fn a_postgresql_that_went_away_is_taken_up_again_without_a_restart() {
    let Some(url) = postgres() else { return };
    let Some((base, folder)) = url.split_once("@localhost/postgres?host=") else {
        eprintln!("skipped: the PostgreSQL has no socket that a line could be laid to");
        return;
    };
    run(async {
        let mut line = Line::new(Path::new(folder).join(".s.PGSQL.5432"));
        line.lay().await;
        let database = schema(&url).await.expect("a schema");
        let options = database.split_once("options=").expect("the schema's name").1;
        let portal = on(&format!("{base}@{}/postgres?sslmode=disable&options={options}", line.address)).await;
        portal.app.store.apply(&Author::importer("test"), vec![draft("full", full_service())], false, |_| {}).await.expect("stored");
        step(&portal.app).await.expect("taken in");
        let page = format!("/it/services/{}", full_id());
        portal.get(&page).await;
        let follower = tokio::spawn(crate::server::follow::follow(Arc::clone(&portal.app)));

        line.cut().await;
        assert_broken(&portal, &page).await;

        line.lay().await;
        let mut tries = 0;
        while portal.get("/readyz").await.status != StatusCode::OK {
            tries += 1;
            assert!(tries < 100, "it does not come back");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let again = portal.get(&page.replace("/it/", "/ar/")).await;
        assert!(again.status == StatusCode::OK && again.is_page_in(lang("ar")));
        assert_eq!(portal.post("/ar/report", &[("what", "qualcosa non va")]).await.status, StatusCode::SEE_OTHER);
        portal.app.store.save(&Author::editor("ada"), full_id(), &edited()).await.expect("saved");
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert!(portal.get(&page).await.text().contains("Zibaldone"), "it follows the changes again");
        follower.abort();
    });
}
