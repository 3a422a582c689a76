//! The database: one SQLite file, or PostgreSQL; the same SQL on both.

use std::{path::Path, str::FromStr as _, time::Duration};

use anyhow::{Context as _, Result};
use sqlx::{
    AnyPool, Executor as _,
    any::{AnyConnectOptions, AnyPoolOptions},
};

use super::config::Common;

/// Opens the database, makes it if it is not there, and brings its tables up to date.
pub async fn open(common: &Common) -> Result<AnyPool> {
    let pool = connect(common).await?;
    sqlx::migrate!("src/server/migrations").run(&pool).await.context("bringing the database's tables up to date")?;
    Ok(pool)
}

/// Opens the database as it is.
pub async fn connect(common: &Common) -> Result<AnyPool> {
    sqlx::any::install_default_drivers();
    let url = if let Some(url) = &common.database {
        url.clone()
    } else {
        std::fs::create_dir_all(&common.data).with_context(|| format!("making {}", common.data.display()))?;
        sqlite_url(&common.data.join("portolano.db"))
    };
    let sqlite = url.starts_with("sqlite:");
    let options = AnyConnectOptions::from_str(&url).context("DATABASE_URL cannot be read")?;
    AnyPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(5))
        .after_connect(move |connection, _| {
            Box::pin(async move {
                if sqlite {
                    // WAL: readers go on while somebody writes, and a copy can be made meanwhile.
                    for pragma in [
                        "PRAGMA journal_mode = WAL",
                        "PRAGMA synchronous = NORMAL",
                        "PRAGMA busy_timeout = 10000",
                        "PRAGMA foreign_keys = ON",
                        "PRAGMA cache_size = -4000",
                    ] {
                        connection.execute(pragma).await?;
                    }
                }
                Ok(())
            })
        })
        .connect_with(options)
        .await
        .context("the database does not answer")
}

/// The address of an SQLite file, whatever characters its path has.
fn sqlite_url(path: &Path) -> String {
    const KEEP: percent_encoding::AsciiSet = percent_encoding::NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');
    let bytes = path.as_os_str().as_encoded_bytes();
    format!("sqlite://{}?mode=rwc", percent_encoding::percent_encode(bytes, &KEEP))
}
