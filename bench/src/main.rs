//! Measures the portal's search engine against SQLite FTS5 and Tantivy, which are fed the same records: how long a
//! search takes, how large the index is, and how often the first three results hold what people need. `./dev bench
//! search` runs it; it prints one JSON object for each engine.

mod engine;
mod fts5;
mod ours;
mod portal;
mod tantivy;

use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use clap::Parser;
use serde_json::json;

use engine::{Engine, Search};
use fts5::Fts5;
use ours::Ours;
use portal::Portal;
use tantivy::Tantivy;

#[derive(Parser)]
struct Options {
    /// The portal's data folder.
    #[arg(long)]
    data: PathBuf,
    /// The portal's content folder.
    #[arg(long)]
    content: PathBuf,
    /// The searches, as `end2end/bench/queries.mjs` writes them; the indexes are made beside this file.
    #[arg(long)]
    searches: PathBuf,
    /// Files of judged questions.
    #[arg(long)]
    judged: Vec<PathBuf>,
    /// Every record so many times.
    #[arg(long, default_value_t = 1)]
    times: u8,
    /// How long one engine may search; those it has not come to are left out.
    #[arg(long, default_value_t = 120)]
    seconds: u64,
}

/// A judged question.
struct Question {
    search: Search,
    right: Vec<u8>,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let portal = Portal::read(&options.data, &options.content, options.times)?;
    let bench = Bench {
        folder: options.searches.with_extension("indexes"),
        records: portal.documents.len(),
        searches: searches(&options.searches, &portal)?,
        questions: options.judged.iter().map(|file| questions(file, &portal)).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect(),
        limit: Duration::from_secs(options.seconds),
    };
    bench.measure("Portolano", |folder| Ours::write(&portal.index(), folder), Ours::open)?;
    let records = portal.records();
    bench.measure("SQLite FTS5", |folder| Fts5::build(folder, &records), Fts5::open)?;
    bench.measure("Tantivy", |folder| Tantivy::build(folder, &records), Tantivy::open)
}

struct Bench {
    folder: PathBuf,
    records: usize,
    searches: Vec<Search>,
    questions: Vec<Question>,
    limit: Duration,
}

impl Bench {
    /// Builds an index on disk, opens it, asks everything, and prints what that took.
    fn measure<E: Engine>(&self, name: &str, build: impl FnOnce(&Path) -> Result<()>, open: impl FnOnce(&Path) -> Result<E>) -> Result<()> {
        fs::remove_dir_all(&self.folder).ok();
        fs::create_dir_all(&self.folder)?;
        let start = Instant::now();
        build(&self.folder)?;
        let build = start.elapsed();
        let start = Instant::now();
        let mut engine = open(&self.folder)?;
        engine.search(&self.searches[0])?;
        let load = start.elapsed();

        let mut hits = 0;
        for question in &self.questions {
            let found = engine.search(&question.search)?;
            hits += usize::from(found.first.iter().take(3).any(|category| question.right.contains(category)));
        }
        // Above was the warming up.
        let end = Instant::now() + self.limit;
        let mut times = Vec::with_capacity(self.searches.len());
        for search in &self.searches {
            let start = Instant::now();
            black_box(engine.search(search)?);
            let now = Instant::now();
            times.push((now - start).as_secs_f64() * 1000.0);
            if now > end {
                break;
            }
        }
        times.sort_by(f64::total_cmp);
        let at = |hundredths: usize| times[(times.len() - 1) * hundredths / 100];
        #[expect(clippy::cast_precision_loss, reason = "a size to read, not to reckon with")]
        let megabytes = engine::size(&self.folder)? as f64 / 1_048_576.0;
        println!(
            "{}",
            json!({
                "engine": name, "records": self.records, "searches": times.len(), "p50": at(50), "p99": at(99), "max": at(100),
                "index_mb": megabytes, "build_s": build.as_secs_f64(), "load_s": load.as_secs_f64(),
                "hits": hits, "judged": self.questions.len(),
            })
        );
        drop(engine);
        fs::remove_dir_all(&self.folder).context("taking the index away")
    }
}

/// The lines of a file with tabs.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}

fn searches(file: &Path, portal: &Portal) -> Result<Vec<Search>> {
    let text = fs::read_to_string(file)?;
    let read = |row: Vec<&str>| {
        let [lang, text, category, place, near, open, free, speaks] = row.try_into().ok()?;
        Some(Search {
            lang: lang.to_owned(),
            text: text.to_owned(),
            category: portal.category(category),
            place: place.to_owned(),
            near: near.split_once(',').and_then(|(lat, lon)| lat.parse().ok().zip(lon.parse().ok())),
            open: !open.is_empty(),
            free: !free.is_empty(),
            speaks: Some(speaks.to_owned()).filter(|speaks| !speaks.is_empty()),
        })
    };
    rows(&text).map(|row| read(row).context("a search has eight fields")).collect()
}

/// Language, question, expected category; then others that are right, perhaps as `also_ok=...` in a note.
fn questions(file: &Path, portal: &Portal) -> Result<Vec<Question>> {
    let text = fs::read_to_string(file)?;
    let read = |row: Vec<&str>| {
        let (lang, question) = (*row.first()?, *row.get(1)?);
        let others = row.get(3).copied().unwrap_or_default();
        let others = others.split_once("also_ok=").map_or(others, |(_, others)| others);
        let right = others.split([' ', ',', ';']).chain(row.get(2).copied()).filter_map(|slug| portal.category(slug)).collect();
        Some(Question { search: Search { lang: lang.to_owned(), text: question.to_owned(), ..Search::default() }, right })
    };
    rows(&text).skip(1).map(|row| read(row).with_context(|| format!("{}: a line is cut short", file.display()))).collect()
}
