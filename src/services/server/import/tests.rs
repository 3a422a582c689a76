//! Whole files: what a register may bring, and what each part of it gets.

use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::{
    content::server::id_of,
    locale::Lang,
    server::{config::Common, db},
    territory::server::Gazetteer,
};

/// A store with every topic, and a folder for files.
struct House {
    dir: TempDir,
    store: Store,
    gazetteer: Gazetteer,
}

impl House {
    async fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let content = Path::new("content");
        let common =
            Common { data: dir.path().to_owned(), database: None, content: content.to_owned(), log: String::new(), log_json: false };
        let store = Store::new(db::open(&common).await.expect("a database"));
        let topics = crate::content::server::read_topics(content).expect("the topics");
        store.apply(&Author::seed(), topics, false, |_| {}).await.expect("stored");
        Self { dir, store, gazetteer: Gazetteer::read(content).expect("the gazetteer") }
    }

    fn options(&self, file: &[u8]) -> ImportServices {
        let path = self.dir.path().join("register.csv");
        fs::write(&path, file).expect("written");
        ImportServices { file: path, mapping: None, source: "services".to_owned(), retire_missing: false, report: None }
    }

    async fn import(&self, options: &ImportServices) -> Report {
        import(&self.store, &self.gazetteer, options, false).await.expect("imported")
    }

    async fn text(&self, file: &str) -> Report {
        self.import(&self.options(file.as_bytes())).await
    }

    async fn find(&self, id: &str) -> Option<Service> {
        self.store.find::<Service>(id_of("service", id)).await.expect("the store").map(|item| item.fields)
    }
}

const HEADER: &str = "id,category,other_categories,name,address,cap,comune,comune_istat,province_sigla,lat,lon,phone,email,website,notes,source,ref_date,licence";

/// What became of a row with these values: `"column: reason"` for each thing that was dropped, mended or refused.
async fn outcome(house: &House, values: &[(&str, &str)]) -> (bool, Vec<String>, Option<Service>) {
    let usual = [("id", "t:1"), ("category", "health"), ("name", "Consultorio"), ("comune", "Torino"), ("comune_istat", "001272")];
    let row: Vec<String> = HEADER
        .split(',')
        .map(|column| {
            let value = values.iter().chain(&usual).find(|(name, _)| *name == column).map_or("", |(_, value)| value);
            format!("\"{}\"", value.replace('"', "\"\""))
        })
        .collect();
    let report = house.text(&format!("{HEADER}\n{}\n", row.join(","))).await;
    let issues = report.refused.iter().chain(&report.warnings).map(|issue| format!("{}: {}", issue.column, issue.reason)).collect();
    (report.refused.is_empty(), issues, house.find("t:1").await)
}

#[tokio::test]
async fn bad_values_are_dropped_and_their_rows_go_in() {
    let house = House::new().await;
    for (values, issue) in [
        (&[("cap", "1013")][..], "cap: no postal code of this place; dropped"),
        (&[("cap", "Torino")], "cap: no postal code of this place; dropped"),
        (&[("lat", "45,07"), ("lon", "77,6")], "lat: not in Italy; dropped"),
        (&[("lat", "0"), ("lon", "0")], "lat: not in Italy; dropped"),
        (&[("lat", "nord"), ("lon", "7.6")], "lat: no coordinates in degrees; dropped"),
        (&[("lat", "7.68"), ("lon", "45.07")], "lat: latitude and longitude had changed places; mended"),
        (&[("phone", "chiedere")], "phone: no telephone number; dropped"),
        (&[("email", "info@")], "email: no e-mail address; dropped"),
        (&[("website", "http//www.scuola.it")], "website: the beginning was mistyped; mended"),
        (&[("website", "scuola")], "website: it is no address of a page, or was cut short; dropped"),
        (&[("website", "info@scuola.it")], "website: an e-mail address; taken as that"),
        (&[("website", "javascript:alert(1)")], "website: it is no address of a page; dropped"),
        (&[("other_categories", "health nonsense")], "other_categories: no topic of this name; dropped"),
        (&[("comune", "Milano")], "comune: another comune than the one of the code; the code was used"),
        (&[("comune_istat", "999999")], "comune_istat: no comune has this code; the name was used"),
        (&[("comune_istat", ""), ("comune", "Atlantide")], "comune: no comune of this name; kept in the address, filed as national"),
        (&[("province_sigla", "ZZ")], "province_sigla: no province of this name; dropped"),
        (&[("ref_date", "2024-02-31")], "ref_date: no day, month or year; dropped"),
        (&[("name", "Consul\u{0}torio")], "name: characters that cannot be read were dropped"),
        (&[("name", "\u{202e}oirotlusnoC")], "name: characters that cannot be read were dropped"),
    ] {
        let (went_in, issues, service) = outcome(&house, values).await;
        assert_eq!((went_in, issues.as_slice()), (true, &[issue.to_owned()][..]), "{values:?}");
        assert!(service.is_some());
    }
    let long = "x".repeat(100_000);
    let (_, issues, service) = outcome(&house, &[("address", &long)]).await;
    assert_eq!(issues, ["address: it has more than 500 characters; dropped"]);
    assert_eq!(service.expect("went in").locations[0].address, None);
}

#[tokio::test]
async fn rows_that_nobody_can_use_are_refused() {
    let house = House::new().await;
    for (values, issue) in [
        (&[("id", "")][..], "id: a record needs an identifier"),
        (&[("name", " \u{a0} ")], "name: a service needs a name"),
        (&[("name", "-----")], "name: a service needs a name"),
        (&[("name", &"n".repeat(301))], "name: it has more than 300 characters"),
        (&[("category", "")], "category: a service needs a category"),
        (&[("category", "astrology")], "category: no topic of this name; a mapping file can say which one it is"),
    ] {
        let (went_in, issues, service) = outcome(&house, values).await;
        assert_eq!((went_in, issues.as_slice(), service), (false, &[issue.to_owned()][..], None), "{values:?}");
    }
}

#[tokio::test]
async fn every_issue_names_the_line_of_the_file() {
    let house = House::new().await;
    let report = house
        .text("id,name,category,phone\r\nt:1,\"Uno\r\nsu due righe\",health,x\r\n\r\nt:2,Due,nowhere,\r\nt:1,Tre,health,\r\nt:4,\"rotto \"qui\",health,\r\nt:5,Cinque,health,1,2,3\r\nt:6,Sei,health\r\nt:7\r\n")
        .await;
    let shown = |issues: &[Issue]| issues.iter().map(|i| format!("{}|{}|{}|{}", i.line, i.column, i.value, i.reason)).collect::<Vec<_>>();
    assert_eq!(
        shown(&report.refused),
        [
            "5|category|nowhere|no topic of this name; a mapping file can say which one it is",
            "6|id|t:1|the same identifier as on line 2",
            "7||t:4,\"rotto \"qui\",health,|a quote stands inside a quoted cell",
            "8||t:5,Cinque,health,1,2,3|the row has 6 cells, the header 4",
            "10||t:7|the row has 1 cells, the header 4",
        ]
    );
    assert_eq!(
        shown(&report.warnings),
        ["2|phone|x|no telephone number; dropped", "9|||the row has 3 cells, the header 4; those at its end are taken as empty"]
    );
    assert_eq!((report.rows, report.new), (7, 2));
    assert!(report.to_string().contains("register.csv:6: id \"t:1\": the same identifier as on line 2"));
}

#[tokio::test]
async fn a_full_row_is_understood() {
    let house = House::new().await;
    let file = "Codice;Denominazione;Categoria;Ente;Indirizzo;Civico;CAP;Città;Provincia;Latitudine;Longitudine;Telefono;Cellulare;E-mail;Sito web;Orari;Gratuito;Lingue;Costo;Note\n\
        7;SPORTELLO DELL'IMMIGRAZIONE;Salute;COMUNE DI TORINO;VIA ROMA;7;10123.0;torino;TO;45,0703;7,6868;011/4421111;349 1234567;INFO@comune.torino.it;www.comune.torino.it;lun-ven 9-13;sì;italiano, arabo;gratis;Citofono B\n";
    let report = house.import(&ImportServices { source: "comune".to_owned(), ..house.options(file.as_bytes()) }).await;
    assert_eq!((report.new, &report.warnings, &report.ignored_columns), (1, &vec![], &vec![]));
    let service = house.find("comune:7").await.expect("stored");
    assert_eq!(service.name.exactly(Lang::SOURCE), Some("Sportello dell'Immigrazione"));
    assert_eq!(
        (service.category.as_str(), service.free, service.languages.as_slice()),
        ("health", Some(true), &["it".to_owned(), "ar".to_owned()][..])
    );
    let location = &service.locations[0];
    assert_eq!(
        (location.address.as_deref(), location.cap.as_deref(), location.place.as_deref()),
        (Some("Via Roma, 7"), Some("10123"), Some("001272"))
    );
    assert_eq!(service.position(), Some((45.0703, 7.6868)));
    assert_eq!(service.phones.iter().map(|p| p.number.as_str()).collect::<Vec<_>>(), ["+39 011 4421111", "+39 349 1234567"]);
    assert_eq!(
        (service.email.as_deref(), service.website.as_deref()),
        (Some("info@comune.torino.it"), Some("http://www.comune.torino.it"))
    );
    assert_eq!(service.schedule.as_ref().map(|s| s.weekly.len()), Some(5));
    assert_eq!(service.description.exactly(Lang::SOURCE), Some("Citofono B"));
    assert_eq!(service.organisation.as_ref().map(|o| o.name.as_str()), Some("Comune di Torino"));
    assert_eq!((service.source.name.as_str(), service.verified.is_none()), ("comune", true));
}

#[tokio::test]
async fn a_mapping_file_names_columns_categories_and_defaults() {
    let house = House::new().await;
    let mapping = house.dir.path().join("mapping.toml");
    fs::write(&mapping, "[columns]\nname = \"Bezeichnung\"\nphone = []\n[defaults]\ncategory = \"Bücherei\"\n[categories]\n\"bücherei\" = \"culture-library\"\n").expect("written");
    let options = ImportServices {
        mapping: Some(mapping.clone()),
        ..house.options("Bezeichnung\tTelefono\tcomune\nBücherei Ora\t1\tOra\n".as_bytes())
    };
    let report = house.import(&options).await;
    assert_eq!((report.new, report.separator.as_str(), report.ignored_columns.as_slice()), (1, "\t", &["Telefono".to_owned()][..]));
    let service = house.find("services:buchereiora||021060").await.expect("an identifier made of what it is");
    assert_eq!((service.category.as_str(), service.place()), ("culture-library", Some("021060")));

    fs::write(&mapping, "[columns]\nnome = \"Bezeichnung\"\n").expect("written");
    let error = import(&house.store, &house.gazetteer, &options, false).await.expect_err("no such field");
    assert!(error.to_string().contains("no field `nome`"), "{error}");
}

#[tokio::test]
async fn files_that_are_no_table_are_an_error() {
    let house = House::new().await;
    for file in [&b""[..], b"\n\n", b"PK\x03\x04\x00\x00", b"<html><body>404</body></html>", b"\"nome", b"{\"a\": 1}"] {
        let options = house.options(file);
        assert!(import(&house.store, &house.gazetteer, &options, false).await.is_err(), "{file:?}");
    }
    let missing = ImportServices { file: house.dir.path().join("missing.csv"), ..house.options(b"") };
    assert!(import(&house.store, &house.gazetteer, &missing, false).await.is_err());
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing_and_what_is_gone_is_listed() {
    let house = House::new().await;
    let (one, two) = ("t:1,Uno,health,Via Po 1,Torino", "t:2,UNO,health,VIA PO 1,Torino");
    let both = format!("id,name,category,address,comune\n{one}\n{two}\n");
    let counts = |report: &Report| (report.new, report.changed, report.unchanged, report.gone.len(), report.withdrawn);
    let report = house.text(&both).await;
    assert_eq!(counts(&report), (2, 0, 0, 0, 0));
    let report = house.text(&both).await;
    assert_eq!(counts(&report), (0, 0, 2, 0, 0));

    let latin =
        encoding_rs::WINDOWS_1252.encode("id;name;category;address;comune\r\nt:1;Uno è qui;health;Via Po 1;Torino\r\n").0.into_owned();
    let options = house.options(&latin);
    let report = house.import(&options).await;
    assert_eq!((counts(&report), report.gone.as_slice()), ((0, 1, 0, 1, 0), &["t:2".to_owned()][..]));
    let report = house.import(&ImportServices { retire_missing: true, ..options }).await;
    assert_eq!(counts(&report), (0, 0, 1, 1, 1));
    assert_eq!(house.store.all::<Service>().await.expect("the store").len(), 1);
    assert_eq!(house.text(&both).await.changed, 2, "it is back");
}

#[tokio::test]
async fn what_an_editor_changed_stays() {
    let house = House::new().await;
    let file = |phone: &str| format!("id,name,category,phone\nt:1,Uno,health,{phone}\n");
    house.text(&file("011 4421111")).await;
    let mut service = house.find("t:1").await.expect("stored");
    service.phones.clear();
    service.cost.set(Lang::SOURCE, "Niente");
    house.store.save(&Author::editor("ada"), id_of("service", "t:1"), &service).await.expect("saved");
    assert_eq!(house.text(&file("011 4422222")).await.unchanged, 1);
    assert_eq!(house.find("t:1").await, Some(service));
}

#[tokio::test]
async fn near_duplicates_are_listed_and_go_in() {
    let house = House::new().await;
    let report = house.text("id,name,category,address,comune\nt:1,CAF Uno,health,\"Via Po, 1\",Torino\nt:2,Caf uno,health,via po 1,TORINO\nt:3,Caf uno,health,,Torino\nt:4,Caf uno,health,,Torino\n").await;
    assert_eq!(report.new, 4);
    assert_eq!(
        report.duplicates.iter().map(|group| group.rows.iter().map(|row| row.line).collect::<Vec<_>>()).collect::<Vec<_>>(),
        [[2, 3]]
    );
}
