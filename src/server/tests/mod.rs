//! The whole program through its router, without a network: what a reader, a program or an attacker would notice.
//!
//! One start takes seconds, so tests that only read share an [`App`], all on one runtime; the others start from a copy
//! of its data.

mod api;
mod cache;
mod changes;
mod headers;
mod hostile;
mod html;
mod judged;
mod limits;
mod pages;
mod snapshot;
mod whole;
mod writes;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use bytes::Bytes;
use http_body_util::BodyExt as _;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde_json::Value;
use sqlx::Row as _;
use tempfile::TempDir;
use tokio::{runtime::Runtime, sync::OnceCell};
use tower::ServiceExt as _;

use super::{
    App, SNAPSHOT,
    config::{Common, Serve},
    router,
};
use crate::{
    content::{
        Author, Id,
        server::{
            id_of,
            tests::{draft, full_service},
        },
    },
    locale::Lang,
    services::model::Service,
};

/// The host that requests name unless they say otherwise.
const HOST: &str = "portal.test";

/// All tests' requests run here, since the apps they share do.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime"));

static METRICS: LazyLock<PrometheusHandle> = LazyLock::new(|| PrometheusBuilder::new().install_recorder().expect("the only recorder"));

/// Runs a test to its end.
fn run<T>(test: impl Future<Output = T>) -> T {
    RUNTIME.block_on(test)
}

/// The app that tests read from and do not write to. It has the starter content, and one service with every field.
async fn shared() -> &'static TestApp {
    static SHARED: OnceCell<TestApp> = OnceCell::const_new();
    SHARED.get_or_init(async || TestApp::open(copy_for_all("shared").await, |_, _| {}).await).await
}

/// An app of its own on a copy of the data, for a test that writes or counts.
async fn own(change: impl FnOnce(&mut Common, &mut Serve)) -> TestApp {
    TestApp::open(copy_of_data().await, change).await
}

/// A copy of the data that goes with its app.
async fn copy_of_data() -> Data {
    let dir = tempfile::tempdir().expect("a folder");
    copy(template().await, dir.path());
    Data::Own(dir)
}

/// A copy of the data for an app that several tests share.
async fn copy_for_all(name: &str) -> Data {
    let dir = lasting(name);
    copy(template().await, &dir);
    Data::Lasting(dir)
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
    }
}

/// An empty folder that outlives its test, where the next run finds and clears it.
fn lasting(name: &str) -> PathBuf {
    let program = std::env::current_exe().expect("this program");
    let dir = program.ancestors().nth(3).expect("cargo's folder").join("tmp/router-tests").join(name);
    fs::remove_dir_all(&dir).ok();
    fs::create_dir_all(&dir).expect("a folder");
    dir
}

/// The database and the index as a first start makes them, and one service with every field; no app has them open.
async fn template() -> &'static Path {
    static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
    TEMPLATE
        .get_or_init(async || {
            let sown = tempfile::tempdir().expect("a folder");
            let first = sown.path().to_owned();
            let portal = TestApp::open(Data::Own(sown), |_, _| {}).await;
            let drafts = vec![draft("full", full_service())];
            portal.app.store.apply(&Author::importer("test"), drafts, false, |_| {}).await.expect("stored");
            super::follow::step(&portal.app).await.expect("taken in");
            portal.app.write_snapshot().expect("written");
            let dir = lasting("template");
            // A copy by the database itself is whole and needs no second file.
            let copy = dir.join("portolano.db");
            sqlx::query("VACUUM INTO $1").bind(copy.to_str().expect("a name")).execute(&portal.app.pool).await.expect("copied");
            fs::copy(first.join(SNAPSHOT), dir.join(SNAPSHOT)).expect("copied");
            portal.app.pool.close().await;
            dir
        })
        .await
}

/// The id of the service with every field.
fn full_id() -> Id {
    id_of("service", "full")
}

/// Where an app's data lie, and whether they go with it.
enum Data {
    Own(TempDir),
    Lasting(PathBuf),
}

impl Data {
    fn path(&self) -> &Path {
        match self {
            Self::Own(dir) => dir.path(),
            Self::Lasting(dir) => dir,
        }
    }
}

/// A portal without a network.
struct TestApp {
    app: Arc<App>,
    router: Router,
    _site: TempDir,
    _data: Data,
}

impl TestApp {
    /// Starts the portal with no limits, after a change to how it is configured.
    async fn open(data: Data, change: impl FnOnce(&mut Common, &mut Serve)) -> Self {
        let site = site();
        let mut common =
            Common { data: data.path().to_owned(), database: None, content: PathBuf::from("content"), log: String::new(), log_json: false };
        let mut serve = Serve {
            addr: SocketAddr::from(([127, 0, 0, 1], 0)),
            site: site.path().to_owned(),
            origin: None,
            rate_limit: 0,
            form_limit: 0,
            trusted_proxies: Vec::new(),
            cache_mb: 64,
            accessibility_url: None,
            exit_url: "https://example.org/".to_owned(),
        };
        change(&mut common, &mut serve);
        let app = Arc::new(App::start(common, serve).await.expect("the portal starts"));
        let router = router::router(Arc::clone(&app), METRICS.clone());
        Self { app, router, _site: site, _data: data }
    }

    /// A request that is still to be sent.
    fn request(&self, method: Method, address: &str) -> Call<'_> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HOST.parse().expect("a host"));
        Call { app: self, method, address: address.to_owned(), headers, body: Body::empty(), peer: "192.0.2.1" }
    }

    /// What an address answers.
    async fn get(&self, address: &str) -> Answer {
        self.request(Method::GET, address).send().await
    }

    /// What a form's address answers to some fields.
    async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.form(address, fields).send().await
    }

    /// A form that is still to be sent.
    fn form(&self, address: &str, fields: &[(&str, &str)]) -> Call<'_> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.request(Method::POST, address).header("content-type", "application/x-www-form-urlencoded").body(body)
    }

    /// The JSON of an address that must answer 200.
    async fn json(&self, address: &str) -> Value {
        let answer = self.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
        answer.json()
    }

    /// Whether the page of an address is kept.
    fn keeps(&self, address: &str) -> bool {
        self.app.cache.get(&format!("http://{HOST}{address}"), jiff::Timestamp::now()).is_some()
    }

    /// What readers have sent in: kind, language, page and body.
    async fn messages(&self) -> Vec<[String; 4]> {
        let rows = sqlx::query("SELECT kind, lang, page, body FROM message ORDER BY at, id").fetch_all(&self.app.pool).await.expect("rows");
        rows.iter().map(|row| ["kind", "lang", "page", "body"].map(|column| row.get(column))).collect()
    }

    /// Saves a service as an editor, and takes the change in as the running program does.
    async fn edit(&self, id: Id, fields: &Service) {
        self.app.store.save(&Author::editor("ada"), id, fields).await.expect("saved");
        super::follow::step(&self.app).await.expect("taken in");
    }
}

/// A request before it is sent.
struct Call<'a> {
    app: &'a TestApp,
    method: Method,
    address: String,
    headers: HeaderMap,
    body: Body,
    peer: &'a str,
}

impl<'a> Call<'a> {
    fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.parse().expect("a header's value"));
        self
    }

    fn body(mut self, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self
    }

    /// From another client.
    fn by(mut self, peer: &'a str) -> Self {
        self.peer = peer;
        self
    }

    async fn send(self) -> Answer {
        let mut request = Request::builder().method(self.method).uri(&self.address).body(self.body).expect("a request");
        *request.headers_mut() = self.headers;
        let peer = SocketAddr::new(self.peer.parse().expect("an address"), 4000);
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.app.router.clone().oneshot(request).await.expect("the router does not fail");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    /// A header's value; empty if it is not there.
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as it was before compression.
    fn text(&self) -> String {
        use std::io::Read as _;
        let mut text = String::new();
        match self.header("content-encoding") {
            "br" => brotli::Decompressor::new(&self.body[..], 4096).read_to_string(&mut text),
            "gzip" => flate2::read::GzDecoder::new(&self.body[..]).read_to_string(&mut text),
            _ => (&self.body[..]).read_to_string(&mut text),
        }
        .expect("UTF-8");
        text
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// Whether it is a page of the portal in a language, with a heading and a way home.
    fn is_page_in(&self, lang: Lang) -> bool {
        let page = html::Page::read(&self.text());
        let root = page.first("html");
        root.is_some_and(|root| root.get("lang") == lang.code() && root.get("dir") == lang.dir())
            && page.all("h1").count() == 1
            && page.all("a").any(|a| a.get("href") == format!("/{lang}"))
    }
}

/// What the bundler makes, as small as it can be.
fn site() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let manifest = r#"{
        "islands": "islands.0", "style": "style.0.css", "public": { "favicon.svg": "favicon.0.svg" },
        "chunks": { "finder_loader_1": ["chunk_1"], "keep_loader_2": ["chunk_1"], "saved_list_loader_3": ["chunk_1"] }
    }"#;
    let files: [(&str, &[u8]); 9] = [
        ("manifest.json", manifest.as_bytes()),
        ("style.0.css", b"main { color: navy }"),
        ("style.0.css.br", b"as if it were brotli"),
        ("style.0.css.gz", b"as if it were gzip"),
        ("favicon.0.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("islands.0/islands.js", b"export {}"),
        ("islands.0/start.js", b"export {}"),
        ("islands.0/islands_bg.wasm", b"\0asm"),
        ("islands.0/chunk_1.wasm", b"\0asm"),
    ];
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("written");
    }
    dir
}

/// A query's value as it stands in an address.
fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// One address of every kind that anybody may read.
fn addresses() -> Vec<String> {
    let fixed = ["/", "/healthz", "/readyz", "/metrics", "/robots.txt", "/sitemap.xml", "/opensearch.xml?lang=en", "/speculation.json"];
    let api = ["/api/openapi.json", "/api/v1", "/api/v1/search?q=casa", "/api/v1/services?per_page=1", "/api/v1/services/{id}"];
    let files = ["/pkg/style.0.css", "/pkg/islands.0/islands.js", "/pkg/islands.0/chunk_1.wasm", "/pkg/favicon.0.svg"];
    let fragments = ["/it/suggest?q=cas", "/it/saved/list?ids={id}", "/it/services?q=casa&fragment=1"];
    let all = fixed.into_iter().chain(api).chain(files).chain(fragments).map(|address| address.replace("{id}", &full_id().to_string()));
    all.chain(pages(Lang::SOURCE)).collect()
}

/// One page of every kind in a language.
fn pages(lang: Lang) -> Vec<String> {
    const PAGES: [&str; 18] = [
        "",
        "/services",
        "/services?q=permesso",
        "/services?category=health&region=lazio",
        "/services/{id}",
        "/services/{id}/qr",
        "/saved",
        "/topics",
        "/topics/women-violence",
        "/regions",
        "/regions/piemonte",
        "/report",
        "/thanks",
        "/about",
        "/accessibility",
        "/privacy",
        "/legal",
        "/faq",
    ];
    PAGES.iter().map(|page| format!("/{lang}{}", page.replace("{id}", &full_id().to_string()))).collect()
}

/// The folder with the large sample data, if there is one.
fn samples() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the folder is named by the script that runs the tests")]
    let folder = std::env::var_os("PORTOLANO_TEST_SHARED");
    if folder.is_none() {
        eprintln!("skipped: PORTOLANO_TEST_SHARED is not set");
    }
    folder.map(|folder| PathBuf::from(folder).join("data"))
}

fn lang(code: &str) -> Lang {
    code.parse().expect("a language")
}
