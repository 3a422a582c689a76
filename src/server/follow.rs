//! Follows the order of changes: what any process writes to the database, this one shows within a second.

use std::{sync::Arc, time::Duration};

use anyhow::Result;

use super::App;
use crate::{
    content::{Id, Kind as _, kinds::Topic},
    services::model::Service,
};

/// How often the database is asked.
const EVERY: Duration = Duration::from_millis(400);
/// With more changes than this, building the index anew is quicker than amending it.
const MANY: i64 = 2_000;

/// Goes on until the program ends. A database that does not answer is asked again.
pub async fn follow(app: Arc<App>) {
    let mut failing = false;
    loop {
        tokio::time::sleep(EVERY).await;
        match step(&app).await {
            Ok(()) if failing => {
                failing = false;
                tracing::info!("the database answers again");
            }
            Ok(()) => {}
            Err(error) if failing => tracing::debug!(%error, "still no answer from the database"),
            Err(error) => {
                failing = true;
                tracing::error!(error = format!("{error:#}"), "cannot follow the changes");
            }
        }
    }
}

/// Takes in what has changed since the last time.
pub async fn step(app: &App) -> Result<()> {
    let known = app.catalogue().seq;
    let newest = app.store.seq().await?;
    if newest == known {
        return Ok(());
    }
    let changes = if newest > known && newest - known <= MANY { app.store.changes(known, MANY).await? } else { Vec::new() };
    let topics_changed = changes.iter().any(|change| change.kind == Topic::NAME);
    if changes.is_empty() || topics_changed || app.catalogue().index.drift() * 10 > app.catalogue().index.len() + 2_000 {
        let (catalogue, topics) = app.rebuild().await?;
        let seq = catalogue.seq;
        app.replace(catalogue, Some(topics));
        app.cache.changed(seq, None);
        if let Err(error) = app.write_snapshot() {
            tracing::warn!(%error, "the search index is not on disk");
        }
        tracing::info!(seq, "the search index was made anew");
        return Ok(());
    }
    let mut ids: Vec<Id> = changes.iter().filter(|change| change.kind == Service::NAME).map(|change| change.item).collect();
    ids.sort_unstable();
    ids.dedup();
    let items = app.store.list::<Service>(&ids).await?;
    let seq = changes.last().map_or(newest, |change| change.seq);
    let categories: Vec<String> = app.topics().iter().map(|topic| topic.slug.clone()).collect();
    let catalogue = app.catalogue().with_changes(&ids, &items, &categories, seq);
    app.replace(catalogue, None);
    app.cache.changed(seq, Some(&ids));
    tracing::info!(seq, services = ids.len(), "took in changes");
    Ok(())
}
