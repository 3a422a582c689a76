//! Queries with the answer that people expect, in all languages, through the public interface.

use super::*;
use crate::{server::config::ImportServices, services::server::import::import};

/// A query, and the topics that answer it.
struct Judged {
    lang: String,
    query: String,
    expected: Vec<String>,
}

impl Judged {
    /// Reads a file with a header: language, query, expected topic, and others that are right too.
    fn read(text: &str) -> Vec<Self> {
        let judged = |line: &str| {
            let cells: Vec<_> = line.split('\t').collect();
            let also = cells.get(3).copied().unwrap_or_default();
            // Either the slugs alone, or a note with `also_ok=`.
            let also =
                if also.contains(' ') || also.contains('=') { also.split_once("also_ok=").map_or("", |(_, rest)| rest) } else { also };
            let also = also.split_whitespace().next().unwrap_or_default().split(',').filter(|slug| !slug.is_empty()).map(str::to_owned);
            Self {
                lang: cells[0].to_owned(),
                query: cells[1].to_owned(),
                expected: std::iter::once(cells[2].to_owned()).chain(also).collect(),
            }
        };
        text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(judged).collect()
    }

    fn accepts(&self, found: &Value) -> bool {
        found["category"].as_str().is_some_and(|category| self.expected.iter().any(|slug| slug == category))
    }
}

/// How many queries have an expected topic among their first three results; each must have some result.
async fn hits(portal: &TestApp, judged: &[Judged]) -> (usize, Vec<String>) {
    let (mut hits, mut misses) = (0, Vec::new());
    for query in judged {
        let answer = portal.json(&format!("/api/v1/search?lang={}&q={}", query.lang, encode(&query.query))).await;
        let results = answer["results"].as_array().expect("results");
        assert!(!results.is_empty(), "{} finds nothing", query.query);
        if results.iter().take(3).any(|found| query.accepts(found)) {
            hits += 1;
        } else {
            misses.push(format!("{} `{}`: {}", query.lang, query.query, results[0]["category"]));
        }
    }
    (hits, misses)
}

#[test]
fn what_people_ask_leads_to_the_right_topic() {
    run(async {
        let judged = Judged::read(include_str!("../../search/judged.tsv"));
        assert!(Lang::all().all(|lang| judged.iter().filter(|query| query.lang == lang.code()).count() >= 10));
        let (hits, misses) = hits(shared().await, &judged).await;
        assert!(hits * 100 >= judged.len() * 95, "{hits} of {}: {misses:#?}", judged.len());
    });
}

/// Every row of the rare categories and some of the common ones, so that a debug build reads them in time.
fn sample(from: &Path, to: &Path) -> usize {
    let mut reader = csv::Reader::from_path(from).expect("the file");
    let headers = reader.headers().expect("a header").clone();
    let category = headers.iter().position(|name| name == "category").expect("the column");
    let mut writer = csv::Writer::from_path(to).expect("a file");
    writer.write_record(&headers).expect("written");
    let (mut kept, mut seen) = (0, std::collections::HashMap::<String, usize>::new());
    for row in reader.records() {
        let row = row.expect("a row");
        let nth = seen.entry(row[category].to_owned()).or_default();
        *nth += 1;
        if *nth <= 300 || nth.is_multiple_of(12) {
            writer.write_record(&row).expect("written");
            kept += 1;
        }
    }
    writer.flush().expect("written");
    kept
}

#[test]
fn with_a_register_of_offices_the_right_topic_and_the_nearest_office_still_come_first() {
    let Some(folder) = samples() else { return };
    run(async {
        let portal = own(|_, _| {}).await;
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("services.csv");
        let rows = sample(&folder.join("services.csv"), &file);
        let options = ImportServices { file, mapping: None, source: "services".to_owned(), retire_missing: false, report: None };
        let bring = || import(&portal.app.store, &portal.app.gazetteer, &options, false);
        let first = bring().await.expect("imported");
        assert_eq!(first.new + first.rows_refused(), rows);
        assert!(first.rows_refused() * 150 < rows, "{} of {rows} refused", first.rows_refused());
        let seq = portal.app.store.seq().await.expect("a number");
        let second = bring().await.expect("imported");
        assert_eq!((second.new, second.changed, second.unchanged, second.gone.len()), (0, 0, first.new, 0));
        assert_eq!(portal.app.store.seq().await.expect("a number"), seq, "the same file changes nothing");
        crate::server::follow::step(&portal.app).await.expect("taken in");

        let judged = Judged::read(&fs::read_to_string(folder.join("queries_shared.tsv")).expect("the queries"));
        assert_eq!(judged.len(), 30);
        let (right, misses) = hits(&portal, &judged).await;
        assert!(right >= 27, "{right} of 30: {misses:#?}");
        let (own, misses) = hits(&portal, &Judged::read(include_str!("../../search/judged.tsv"))).await;
        assert!(own * 100 >= 240 * 95, "{own} of 240: {misses:#?}");

        let mut elsewhere = Vec::new();
        for query in &judged {
            let answer = portal.json(&format!("/api/v1/search?lang={}&q={}", query.lang, encode(&query.query))).await;
            let service = answer["results"].as_array().into_iter().flatten().find(|found| found["kind"] == "service");
            if !service.is_some_and(|service| query.accepts(service)) {
                elsewhere.push(format!("`{}`: {}", query.query, service.unwrap_or(&Value::Null)));
            }
        }
        assert!(elsewhere.len() <= 3, "the first service is of another category: {elsewhere:#?}");

        for (lang, query, category, place) in [
            ("it", "biblioteca a bologna", "culture-library", "(BO)"),
            ("en", "school in Naples", "school-education", "(NA)"),
            ("fr", "bibliothèque à Turin", "culture-library", "(TO)"),
            ("ar", "مدرسة في ميلانو", "school-education", "(MI)"),
            ("ru", "загс флоренция", "registry-office", "(FI)"),
            ("it", "anagrafe palermo", "registry-office", "(PA)"),
        ] {
            let answer = portal.json(&format!("/api/v1/search?lang={lang}&q={}", encode(query))).await;
            let service = answer["results"].as_array().into_iter().flatten().find(|found| found["kind"] == "service").expect("a service");
            assert_eq!(service["category"], category, "{query}: {service}");
            assert!(service["place"].as_str().is_some_and(|name| name.ends_with(place)), "{query}: {service}");
        }
    });
}
