//! The store on every database that is there: SQLite always, PostgreSQL where `PORTOLANO_TEST_POSTGRES` names one.

use std::path::PathBuf;

use anyhow::Result;
use tempfile::TempDir;

use super::{Draft, Outcome, Store, id_of};
use crate::{
    content::{Author, kinds::Topic},
    locale::{Lang, Text},
    server::{config::Common, db},
    services::{
        hours::{Closure, Exception, Opening, Schedule},
        model::{Location, Organisation, Phone, Provenance, Service, Verified},
    },
};

/// A store on a new, empty database.
pub(crate) struct Fixture {
    pub(crate) store: Store,
    pub(crate) name: &'static str,
    _dir: TempDir,
}

/// One store on each database.
pub(crate) async fn stores() -> Result<Vec<Fixture>> {
    let mut stores = vec![fixture("SQLite", None).await?];
    #[expect(clippy::disallowed_methods, reason = "tests are told of a throw-away database by the script that starts it")]
    match std::env::var("PORTOLANO_TEST_POSTGRES") {
        Ok(url) => stores.push(fixture("PostgreSQL", Some(schema(&url).await?)).await?),
        Err(_) => eprintln!("PostgreSQL is skipped: PORTOLANO_TEST_POSTGRES is not set"),
    }
    Ok(stores)
}

async fn fixture(name: &'static str, database: Option<String>) -> Result<Fixture> {
    let dir = tempfile::tempdir()?;
    let common = Common { data: dir.path().to_owned(), database, content: PathBuf::from("content"), log: String::new(), log_json: false };
    Ok(Fixture { store: Store::new(db::open(&common).await?), name, _dir: dir })
}

/// A schema of its own in the throw-away PostgreSQL, so that tests do not see each other.
pub(crate) async fn schema(url: &str) -> Result<String> {
    use sqlx::Executor as _;
    sqlx::any::install_default_drivers();
    let name = format!(
        "test_{}",
        uuid::Uuid::new_v5(
            &uuid::Uuid::NAMESPACE_OID,
            format!("{:?}{:?}", std::time::Instant::now(), std::thread::current().id()).as_bytes()
        )
        .simple()
    );
    let pool = sqlx::AnyPool::connect(url).await?;
    pool.execute(sqlx::AssertSqlSafe(format!("CREATE SCHEMA {name}"))).await?;
    pool.close().await;
    let join = if url.contains('?') { '&' } else { '?' };
    Ok(format!("{url}{join}options=-csearch_path%3D{name}"))
}

/// A service with every field filled.
pub(crate) fn full_service() -> Service {
    let text = |words: &str| {
        let mut text = Text::from(words);
        text.set("ar".parse().unwrap_or(Lang::SOURCE), format!("{words} ع"));
        text
    };
    let time = |hour| jiff::civil::time(hour, 0, 0, 0);
    Service {
        name: text("Sportello per stranieri"),
        description: text("Informazioni e orientamento."),
        addressed: text("A chi è arrivato da poco."),
        how_to: text("Telefoni per un appuntamento."),
        needed: text("Un documento\nIl codice fiscale"),
        achieved: text("Un colloquio."),
        times: text("Entro dieci giorni."),
        cost: text("Gratuito."),
        access: text("Senza gradini."),
        conditions: text("Si paga solo la marca da bollo."),
        category: "residence-permit".to_owned(),
        also: vec!["legal-help".to_owned()],
        subtype: "sportello".to_owned(),
        organisation: Some(Organisation { name: "Comune di Torino".to_owned(), website: Some("https://www.comune.torino.it/".to_owned()) }),
        locations: vec![Location {
            address: Some("Piazza di Esempio 1".to_owned()),
            cap: Some("10122".to_owned()),
            place: Some("001272".to_owned()),
            lat: Some(45.07),
            lon: Some(7.68),
            wheelchair: Some(true),
        }],
        phones: vec![Phone { number: "+39 011 000000".to_owned(), free: Some(false), always: Some(false) }],
        email: Some("sportello@example.org".to_owned()),
        website: Some("https://example.org/sportello".to_owned()),
        schedule: Some(Schedule {
            weekly: vec![Opening { day: 1, from: time(9), to: time(13) }],
            exceptions: vec![Exception { date: jiff::civil::date(2026, 12, 24), slots: vec![(time(9), time(11))] }],
            closures: vec![Closure {
                from: jiff::civil::date(2026, 12, 27),
                to: jiff::civil::date(2026, 12, 31),
                reason: "ferie".to_owned(),
            }],
            appointment: Some(true),
            always: false,
            text: "anche su appuntamento".to_owned(),
        }),
        languages: vec!["it".to_owned(), "ar".to_owned()],
        free: Some(true),
        undocumented: Some(true),
        source: Provenance {
            name: "Registro di prova".to_owned(),
            url: Some("https://example.org/registro".to_owned()),
            licence: Some("CC BY 4.0".to_owned()),
            date: Some("2026".to_owned()),
        },
        verified: Some(Verified { on: jiff::civil::date(2026, 11, 20), by: "Redazione".to_owned() }),
    }
}

/// A draft of a service.
pub(crate) fn draft(id: &str, fields: Service) -> Draft<Service> {
    Draft { source_id: id.to_owned(), slug: None, fields }
}

#[tokio::test]
async fn a_service_with_every_field_comes_back_as_it_went_in() -> Result<()> {
    for Fixture { store, name, .. } in &stores().await? {
        let applied = store.apply(&Author::importer("test"), vec![draft("full", full_service())], false, |_| {}).await?;
        assert_eq!((applied.new, applied.refused.len()), (1, 0), "{name}");
        let found = store.find::<Service>(id_of("service", "full")).await?.expect("stored");
        assert_eq!(found.fields, full_service(), "{name}");
        assert_eq!(found.revision, 1);
    }
    Ok(())
}

#[tokio::test]
async fn the_same_again_changes_nothing_and_an_editors_word_stays() -> Result<()> {
    for Fixture { store, name, .. } in &stores().await? {
        let importer = Author::importer("test");
        let import = |service: Service| store.apply(&importer, vec![draft("a", service)], false, |_| {});
        import(full_service()).await?;
        let before = store.seq().await?;
        assert_eq!(import(full_service()).await?.unchanged, 1, "{name}");
        assert_eq!(store.seq().await?, before, "{name}: nothing changed, so nobody has to look");

        let id = id_of("service", "a");
        let edited = Service { email: Some("giusta@example.org".to_owned()), ..full_service() };
        assert_eq!(store.save(&Author::editor("ada"), id, &edited).await?, Outcome::Changed);

        let next = Service { email: Some("vecchia@example.org".to_owned()), free: Some(false), ..full_service() };
        assert_eq!(import(next).await?.changed, 1, "{name}");
        let now = store.find::<Service>(id).await?.expect("stored");
        assert_eq!(now.fields.email.as_deref(), Some("giusta@example.org"), "{name}: the editor's address stays");
        assert_eq!(now.fields.free, Some(false), "{name}: what only the importer said changes");
        assert_eq!(now.revision, 3);

        let changes = store.changes(before, 10).await?;
        assert_eq!(changes.iter().map(|c| c.item).collect::<Vec<_>>(), [id, id], "{name}: each change has its place in the order");
    }
    Ok(())
}

#[tokio::test]
async fn what_a_source_no_longer_brings_is_listed_and_goes_only_when_asked() -> Result<()> {
    for Fixture { store, name, .. } in &stores().await? {
        let importer = Author::importer("test");
        store.apply(&importer, vec![draft("a", full_service()), draft("b", full_service())], false, |_| {}).await?;
        store.apply(&Author::importer("other"), vec![draft("c", full_service())], false, |_| {}).await?;

        let listed = store.apply(&importer, vec![draft("a", full_service())], false, |_| {}).await?;
        assert_eq!((listed.gone.clone(), listed.withdrawn), (vec!["b".to_owned()], 0), "{name}");
        assert_eq!(store.all::<Service>().await?.len(), 3);

        let retired = store.apply(&importer, vec![draft("a", full_service())], true, |_| {}).await?;
        assert_eq!(retired.withdrawn, 1, "{name}");
        assert_eq!(store.all::<Service>().await?.len(), 2, "{name}: what others brought stays");
        assert_eq!(store.apply(&importer, vec![draft("a", full_service())], true, |_| {}).await?.gone.len(), 0, "{name}: it is gone once");

        let back = store.apply(&importer, vec![draft("a", full_service()), draft("b", full_service())], false, |_| {}).await?;
        assert_eq!((back.new, back.changed), (0, 1), "{name}: it comes back as itself");
    }
    Ok(())
}

#[tokio::test]
async fn what_may_not_be_stored_is_refused_and_the_rest_goes_in() -> Result<()> {
    for Fixture { store, name, .. } in &stores().await? {
        let nameless = Service { name: Text::default(), ..full_service() };
        let endless = Service { name: "x".repeat(301).as_str().into(), ..full_service() };
        let drafts = vec![draft("a", nameless), draft("b", full_service()), draft("c", endless)];
        let applied = store.apply(&Author::importer("test"), drafts, false, |_| {}).await?;
        assert_eq!(applied.new, 1, "{name}");
        let refused: Vec<_> = applied.refused.iter().map(|(place, field, _)| (*place, *field)).collect();
        assert_eq!(refused, [(0, "name"), (2, "name")], "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn both_databases_sort_names_alike() -> Result<()> {
    for Fixture { store, name, .. } in &stores().await? {
        let names = ["zeta", "Èlite", "casa", "Ábaco", "Casa 2", "élan"];
        let drafts = names.iter().map(|n| draft(n, Service { name: (*n).into(), ..full_service() })).collect();
        store.apply(&Author::importer("test"), drafts, false, |_| {}).await?;
        let (items, total) = store.page::<Service>(None, 0, 10).await?;
        let sorted: Vec<_> = items.iter().filter_map(|item| item.fields.name.exactly(Lang::SOURCE)).collect();
        assert_eq!(sorted, ["Ábaco", "casa", "Casa 2", "élan", "Èlite", "zeta"], "{name}");
        assert_eq!(total, 6);
        let (second, _) = store.page::<Service>(None, 4, 2).await?;
        assert_eq!(second.len(), 2, "{name}");
    }
    Ok(())
}

/// Every kind, from the registry's own declaration: what it requires, it requires in the store.
#[tokio::test]
async fn every_kind_refuses_an_item_without_what_it_requires() -> Result<()> {
    async fn check<K: crate::content::Kind + Default>(store: &Store) -> Result<()> {
        let applied = store
            .apply(&Author::seed(), vec![Draft { source_id: "empty".to_owned(), slug: None, fields: K::default() }], false, |_| {})
            .await?;
        let required: Vec<_> = K::FIELDS.iter().filter(|f| f.required && f.translatable()).map(|f| f.name).collect();
        let refused: Vec<_> = applied.refused.iter().map(|(_, field, _)| *field).collect();
        assert!(!required.is_empty() && required.iter().all(|field| refused.contains(field)), "{}: {refused:?}", K::NAME);
        assert!(K::FIELDS.iter().any(|f| f.name == K::SORTED_BY && f.translatable()), "{}", K::NAME);
        Ok(())
    }
    for Fixture { store, .. } in &stores().await? {
        check::<Service>(store).await?;
        check::<Topic>(store).await?;
    }
    Ok(())
}

#[test]
fn the_starter_content_can_be_read_whole() -> Result<()> {
    let content = std::path::Path::new("content");
    let topics = super::read_topics(content)?;
    assert_eq!(topics.len(), 25);
    for topic in &topics {
        assert_eq!(topic.fields.title.iter().count(), Lang::all().len(), "{}", topic.source_id);
        assert!(topic.fields.related.iter().all(|slug| topics.iter().any(|t| t.source_id == *slug)), "{}", topic.source_id);
    }
    let services = crate::services::server::read_services(content)?;
    assert!(services.len() >= 250);
    for service in &services {
        assert!(topics.iter().any(|t| t.source_id == service.fields.category), "{}", service.source_id);
        assert!(!service.fields.source.name.is_empty(), "{} has no source", service.source_id);
    }
    assert!(super::thesaurus(content)?.len() > 10_000);
    Ok(())
}
