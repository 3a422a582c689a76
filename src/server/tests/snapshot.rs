//! The search index on disk: of use only if it is whole and of now, and never needed.

use super::*;
use crate::{content::server::Store, services::server::Catalogue};

/// What some searches find, without how long they took.
async fn found(portal: &TestApp) -> Vec<Value> {
    let mut found = Vec::new();
    for query in [
        "q=permesso+di+soggiorno",
        "q=medico+torino",
        "lang=zh&q=%E5%AD%A9%E5%AD%90%E4%B8%8A%E5%AD%A6",
        "category=health&region=lazio",
        "near=45.07,7.68",
        "free=1&size=100",
        "open=now",
    ] {
        let mut answer = portal.json(&format!("/api/v1/search?{query}")).await;
        answer["took_us"] = 0.into();
        found.push(answer);
    }
    found
}

#[test]
fn a_snapshot_that_is_missing_damaged_or_of_another_state_is_made_anew() {
    run(async {
        let whole = found(shared().await).await;
        let good = fs::read(template().await.join(SNAPSHOT)).expect("the snapshot");
        let format = good.windows(8).position(|window| window == b"PORTOIDX").expect("the mark of an index") + 8;
        let change = |at: usize| {
            let mut bytes = good.clone();
            bytes[at] ^= 0x55;
            Some(bytes)
        };
        let cases = [
            ("whole", Some(good.clone())),
            ("missing", None),
            ("cut in the middle", Some(good[..good.len() / 2].to_vec())),
            ("of another format", change(format)),
            ("of another content", change(format + 4)),
            ("with a wrong byte", change(good.len() / 3)),
        ];
        for (name, bytes) in cases {
            let data = copy_of_data().await;
            let file = data.path().join(SNAPSHOT);
            fs::remove_file(&file).expect("removed");
            if let Some(bytes) = bytes {
                fs::write(&file, bytes).expect("written");
            }
            let portal = TestApp::open(data, |_, _| {}).await;
            assert!(found(&portal).await == whole, "{name}");
            let written = fs::read(&file).expect("the snapshot");
            let (seq, fingerprint) = (portal.app.catalogue().seq, portal.app.fingerprint);
            assert!(Catalogue::read(&file, seq, fingerprint).is_ok(), "{name}: there is a good one now, of {} bytes", written.len());
        }
    });
}

#[test]
fn no_wrong_byte_goes_unseen() {
    run(async {
        let portal = shared().await;
        let (seq, fingerprint) = (portal.app.catalogue().seq, portal.app.fingerprint);
        let good = fs::read(template().await.join(SNAPSHOT)).expect("the snapshot");
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join(SNAPSHOT);
        let ends = (0..12).chain(good.len() - 6..good.len());
        for at in ends.chain((0..good.len()).step_by(good.len() / 12)) {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << (at % 8);
            fs::write(&file, bytes).expect("written");
            assert!(Catalogue::read(&file, seq, fingerprint).is_err(), "byte {at} of {}", good.len());
        }
        fs::write(&file, &good).expect("written");
        assert!(Catalogue::read(&file, seq, fingerprint).is_ok());
        assert!(Catalogue::read(&file, seq + 1, fingerprint).is_err(), "of an older state of the database");
        assert!(Catalogue::read(&file, seq, fingerprint ^ 1).is_err(), "of another content");
    });
}

#[test]
fn what_changed_while_the_program_was_down_is_found_after_the_start() {
    run(async {
        let data = copy_of_data().await;
        let common =
            Common { data: data.path().to_owned(), database: None, content: PathBuf::from("content"), log: String::new(), log_json: false };
        let store = Store::new(crate::server::db::open(&common).await.expect("a database"));
        let fields = Service { name: "Sportello Zibaldone".into(), ..full_service() };
        store.save(&Author::editor("ada"), full_id(), &fields).await.expect("saved");
        let portal = TestApp::open(data, |_, _| {}).await;
        let answer = portal.json("/api/v1/search?q=zibaldone").await;
        assert!(answer["results"].to_string().contains(&full_id().to_string()));
    });
}
