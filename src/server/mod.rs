//! The program: configuration, database, router, and what crosses domains ("published: index it, drop the page").

pub mod assets;
pub mod cache;
pub mod cli;
pub mod config;
pub mod db;
pub mod follow;
mod guard;
pub mod limit;
pub mod log;
pub mod openapi;
pub mod page;
pub mod router;
#[cfg(test)]
mod tests;

use std::{hash::Hasher as _, path::Path, sync::Arc};

use anyhow::{Context as _, Result};
use arc_swap::ArcSwap;
use jiff::Timestamp;
use sqlx::AnyPool;

pub(crate) use guard::origin;
pub(crate) use page::Page;

use crate::{
    content::{
        Author, Item,
        kinds::Topic,
        server::{Phrase, Store, read_topics, thesaurus},
    },
    locale::Lang,
    search::{self, CategoryId, Concepts, Places, TopicText},
    services::{
        hours,
        model::Service,
        server::{Builder, Catalogue, category, read_services},
    },
    territory::server::Gazetteer,
};

/// Runs the program: `main` has nothing else to do. Fails with what the person at the terminal should read.
pub fn run() -> Result<()> {
    cli::run()
}

/// Everything a request needs, shared by all of them.
pub struct App {
    /// How the portal is served.
    pub serve: config::Serve,
    /// Where things lie.
    pub common: config::Common,
    pub(crate) pool: AnyPool,
    pub(crate) store: Store,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) assets: assets::Assets,
    pub(crate) cache: cache::PageCache,
    pub(crate) pages: limit::Limit,
    pub(crate) forms: limit::Limit,
    phrases: Vec<Phrase>,
    topics: ArcSwap<Vec<Item<Topic>>>,
    catalogue: ArcSwap<Catalogue>,
    open_states: ArcSwap<(i64, Vec<Option<bool>>)>,
    fingerprint: u64,
}

impl App {
    /// Opens everything and brings the seed in; afterwards the portal can answer.
    pub async fn start(common: config::Common, serve: config::Serve) -> Result<Self> {
        let assets = assets::Assets::read(&serve.site)?;
        let pool = db::open(&common).await?;
        let store = Store::new(pool.clone());
        let gazetteer = Gazetteer::read(&common.content)?;
        sow(&store, &common.content).await.context("the starter content")?;
        let phrases = thesaurus(&common.content)?;
        let topics = topics(&store).await?;
        let fingerprint = fingerprint(&common.content, &LEARNT_FROM)?;
        let catalogue = open_catalogue(&store, &common, &gazetteer, &topics, &phrases, fingerprint).await?;
        let cache = cache::PageCache::new(serve.cache_mb);
        cache.changed(catalogue.seq, None);
        Ok(Self {
            pages: limit::Limit::per_minute(serve.rate_limit),
            forms: limit::Limit::per_minute(serve.form_limit),
            serve,
            common,
            pool,
            store,
            gazetteer,
            assets,
            cache,
            phrases,
            topics: ArcSwap::from_pointee(topics),
            catalogue: ArcSwap::from_pointee(catalogue),
            open_states: ArcSwap::default(),
            fingerprint,
        })
    }

    /// The topics, in the order of the home page.
    pub(crate) fn topics(&self) -> Arc<Vec<Item<Topic>>> {
        self.topics.load_full()
    }

    /// The services as they are searched.
    pub(crate) fn catalogue(&self) -> Arc<Catalogue> {
        self.catalogue.load_full()
    }

    /// The engine's number of a topic.
    pub(crate) fn category(&self, slug: &str) -> Option<CategoryId> {
        self.topics.load().iter().position(|t| t.slug == slug).and_then(|n| u8::try_from(n).ok()).map(CategoryId)
    }

    /// The topic of an engine's number.
    pub(crate) fn topic(&self, category: CategoryId) -> Option<Item<Topic>> {
        self.topics.load().get(usize::from(category.0)).cloned()
    }

    /// For each number of opening hours: open in this minute?
    pub(crate) fn open_states(&self) -> Arc<(i64, Vec<Option<bool>>)> {
        let now = Timestamp::now();
        let minute = now.as_second() / 60;
        let kept = self.open_states.load_full();
        if kept.0 == minute {
            return kept;
        }
        let fresh = Arc::new((minute, self.catalogue().open_states(hours::local(now))));
        self.open_states.store(Arc::clone(&fresh));
        fresh
    }

    /// Takes a new index and new topics into use.
    pub(crate) fn replace(&self, catalogue: Catalogue, topics: Option<Vec<Item<Topic>>>) {
        if let Some(topics) = topics {
            self.topics.store(Arc::new(topics));
        }
        self.catalogue.store(Arc::new(catalogue));
        self.open_states.store(Arc::default());
    }

    /// Builds the index anew from the store.
    pub(crate) async fn rebuild(&self) -> Result<(Catalogue, Vec<Item<Topic>>)> {
        let topics = topics(&self.store).await?;
        let catalogue = build_catalogue(&self.store, &self.gazetteer, &topics, &self.phrases).await?;
        Ok((catalogue, topics))
    }

    /// Writes the index to disk for the next start.
    pub(crate) fn write_snapshot(&self) -> Result<()> {
        self.catalogue().write(&self.common.data.join(SNAPSHOT), self.fingerprint)
    }
}

/// The index's snapshot, in the data folder.
const SNAPSHOT: &str = "search.index";

/// Brings the starter content in, where it is new or changed and no editor has said otherwise.
async fn sow(store: &Store, content: &Path) -> Result<()> {
    let print = format!("{:016x}", fingerprint(content, &["topics", "services"])?);
    if store.note("seed").await?.as_ref() == Some(&print) {
        return Ok(()); // nothing in the folder changed since it was taken in
    }
    let seed = Author::seed();
    let topics = store.apply(&seed, read_topics(content)?, false, |_| {}).await?;
    let services = store.apply(&seed, read_services(content)?, false, |_| {}).await?;
    for (place, field, why) in topics.refused.iter().chain(&services.refused) {
        tracing::warn!(place, field, why, "refused from the starter content");
    }
    store.set_note("seed", &print).await?;
    let (topics, services) = (topics.new + topics.changed, services.new + services.changed);
    tracing::info!(topics, services, "took in the starter content");
    Ok(())
}

async fn topics(store: &Store) -> Result<Vec<Item<Topic>>> {
    let mut topics = store.all::<Topic>().await?;
    topics.sort_by_key(|topic| topic.fields.order);
    Ok(topics)
}

/// Changes when a file in one of these folders of the content does, or the program's version.
fn fingerprint(content: &Path, folders: &[&str]) -> Result<u64> {
    let mut hash = std::hash::DefaultHasher::new();
    hash.write(env!("CARGO_PKG_VERSION").as_bytes());
    let mut folders: Vec<_> = folders.iter().map(|folder| content.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for path in crate::content::server::sorted(&folder)? {
            if path.is_dir() {
                folders.push(path);
            } else {
                hash.write(path.as_os_str().as_encoded_bytes());
                hash.write(&std::fs::read(path)?);
            }
        }
    }
    Ok(hash.finish())
}

/// What the index is made of besides the services.
const LEARNT_FROM: [&str; 2] = ["territory", "thesaurus"];

/// The index from its snapshot, or anew where that is missing, damaged or of another state.
async fn open_catalogue(
    store: &Store,
    common: &config::Common,
    gazetteer: &Gazetteer,
    topics: &[Item<Topic>],
    phrases: &[Phrase],
    fingerprint: u64,
) -> Result<Catalogue> {
    let file = common.data.join(SNAPSHOT);
    std::fs::create_dir_all(&common.data)?;
    match Catalogue::read(&file, store.seq().await?, fingerprint) {
        Ok(catalogue) => return Ok(catalogue),
        Err(why) if file.exists() => tracing::info!(%why, "making the search index anew"),
        Err(_) => {}
    }
    let catalogue = build_catalogue(store, gazetteer, topics, phrases).await?;
    if let Err(error) = catalogue.write(&file, fingerprint) {
        tracing::warn!(%error, "the search index is not on disk; the next start takes longer");
    }
    Ok(catalogue)
}

/// Builds the index and writes it to disk, for the next start; returns how many services it holds.
async fn write_index(common: &config::Common, store: &Store) -> Result<usize> {
    let gazetteer = Gazetteer::read(&common.content)?;
    let topics = topics(store).await?;
    let catalogue = build_catalogue(store, &gazetteer, &topics, &thesaurus(&common.content)?).await?;
    catalogue.write(&common.data.join(SNAPSHOT), fingerprint(&common.content, &LEARNT_FROM)?)?;
    Ok(catalogue.index.len())
}

async fn build_catalogue(store: &Store, gazetteer: &Gazetteer, topics: &[Item<Topic>], phrases: &[Phrase]) -> Result<Catalogue> {
    // The number first: what changes while we read is read again by whoever follows the changes from here.
    let seq = store.seq().await?;
    let categories: Vec<String> = topics.iter().map(|topic| topic.slug.clone()).collect();
    let mut builder = Builder::new(categories.clone(), Places::new(gazetteer.places()));
    store.each::<Service>(|item| builder.add(&item)).await?;
    Ok(builder.finish(concepts(topics, &categories, phrases), seq))
}

/// What the engine knows of needs: the topics, and the words people use.
fn concepts(topics: &[Item<Topic>], categories: &[String], phrases: &[Phrase]) -> Concepts {
    let text = |topic: &Topic, lang: Lang| {
        let search_lang = search::Lang::from_code(lang.code())?;
        let all = [&topic.what, &topic.office, &topic.bring].map(|text| text.exactly(lang).unwrap_or_default());
        Some(TopicText {
            lang: search_lang,
            title: topic.title.exactly(lang)?.to_owned(),
            summary: topic.summary.exactly(lang).unwrap_or_default().to_owned(),
            text: all.join("\n"),
        })
    };
    let topics: Vec<_> = topics
        .iter()
        .filter_map(|topic| {
            let texts = Lang::all().filter_map(|lang| text(&topic.fields, lang)).collect();
            Some(search::Topic { category: category(categories, &topic.slug)?, order: topic.fields.order, texts })
        })
        .collect();
    let phrases: Vec<_> = phrases
        .iter()
        .filter_map(|phrase| {
            Some(search::Phrase {
                lang: search::Lang::from_code(phrase.lang.code())?,
                category: category(categories, &phrase.topic)?,
                text: phrase.text.clone(),
                need: phrase.need,
            })
        })
        .collect();
    Concepts::new(&topics, &phrases)
}
