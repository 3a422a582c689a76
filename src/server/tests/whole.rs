//! A write is whole or not at all.

use std::sync::atomic::{AtomicU64, Ordering};

use super::*;
use crate::content::server::{
    Draft,
    tests::{Fixture, stores},
};

fn drafts(number: usize) -> Vec<Draft<Service>> {
    (0..number).map(|n| draft(&format!("record-{n}"), full_service())).collect()
}

#[test]
fn an_import_that_dies_in_the_middle_leaves_the_old_state_and_the_next_completes() {
    run(async {
        for Fixture { store, name, .. } in &stores().await.expect("the databases") {
            let importer = Author::importer("test");
            store.apply(&importer, drafts(10), false, |_| {}).await.expect("stored");
            let before = store.seq().await.expect("a number");

            let (dying, count) = (store.clone(), AtomicU64::new(0));
            let killed = tokio::spawn(async move {
                // More than a statement's rows are written by then.
                dying
                    .apply(&Author::importer("test"), drafts(1_000), true, |n| {
                        assert!(count.fetch_add(n, Ordering::Relaxed) < 900, "killed");
                    })
                    .await
            });
            assert!(killed.await.is_err_and(|error| error.is_panic()), "{name}");
            assert_eq!(store.seq().await.expect("a number"), before, "{name}");
            assert_eq!(store.all::<Service>().await.expect("all").len(), 10, "{name}");
            assert_eq!(store.changes(before, 10).await.expect("the changes").len(), 0, "{name}");

            let next = store.apply(&importer, drafts(1_000), false, |_| {}).await.expect("stored");
            assert_eq!((next.new, next.unchanged), (990, 10), "{name}");
            let again = store.apply(&importer, drafts(1_000), false, |_| {}).await.expect("stored");
            assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 1_000), "{name}");
        }
    });
}

#[test]
fn a_write_that_is_given_up_leaves_nothing_locked() {
    run(async {
        for Fixture { store, name, .. } in &stores().await.expect("the databases") {
            for wait in [0, 5, 20, 60] {
                let before = store.seq().await.expect("a number");
                let importer = Author::importer("test");
                let write = store.apply(&importer, drafts(2_000), false, |_| {});
                let finished = tokio::time::timeout(std::time::Duration::from_millis(wait), write).await.is_ok();
                let now = store.seq().await.expect("a number");
                assert!(finished || now == before, "{name}: given up after {wait} ms");
            }
            let last = store.apply(&Author::importer("test"), drafts(3), false, |_| {}).await.expect("stored");
            assert_eq!(last.new + last.unchanged, 3, "{name}");
        }
    });
}
