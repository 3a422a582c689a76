//! SQLite FTS5: words without diacritics, the last one as a prefix, ranked by BM25 with the name before the rest.

use std::{fmt::Write as _, path::Path};

use anyhow::Result;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use tokio::runtime::Runtime;

use crate::engine::{CATEGORIES, Engine, Found, LIMIT, Record, Search, words};

pub struct Fts5 {
    runtime: Runtime,
    connection: SqliteConnection,
}

fn options(folder: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(folder.join("fts5.db"))
        .create_if_missing(true)
        .pragma("cache_size", "-400000")
        .pragma("mmap_size", "4000000000")
}

impl Fts5 {
    /// Without the texts themselves, which the portal's index does not keep either.
    pub fn build(folder: &Path, records: &[Record]) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let mut connection = options(folder).pragma("journal_mode", "OFF").pragma("synchronous", "OFF").connect().await?;
            for sql in [
                "CREATE VIRTUAL TABLE docs USING fts5(name, organisation, body, content='', tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')",
                "CREATE TABLE kind (id INTEGER PRIMARY KEY, category INTEGER NOT NULL)",
                "INSERT INTO docs (docs, rank) VALUES ('rank', 'bm25(3.0, 1.5, 1.0)')",
            ] {
                sqlx::query(sql).execute(&mut connection).await?;
            }
            let mut tx = connection.begin().await?;
            for (id, record) in (1_i64..).zip(records) {
                sqlx::query("INSERT INTO docs (rowid, name, organisation, body) VALUES ($1, $2, $3, $4)")
                    .bind(id)
                    .bind(&record.name)
                    .bind(&record.organisation)
                    .bind(&record.body)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query("INSERT INTO kind VALUES ($1, $2)").bind(id).bind(record.category).execute(&mut *tx).await?;
            }
            sqlx::query("INSERT INTO docs (docs) VALUES ('optimize')").execute(&mut *tx).await?;
            tx.commit().await?;
            Ok(connection.close().await?)
        })
    }

    pub fn open(folder: &Path) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let connection = runtime.block_on(options(folder).read_only(true).connect())?;
        Ok(Self { runtime, connection })
    }
}

/// Any of the words; the last one may be unfinished.
fn expression(text: &str) -> String {
    let words: Vec<_> = words(text).collect();
    let mut all = String::new();
    for (n, word) in words.iter().enumerate() {
        let (or, star) = (if n > 0 { " OR " } else { "" }, if n + 1 == words.len() { "*" } else { "" });
        write!(all, "{or}\"{word}\"{star}").ok();
    }
    all
}

impl Engine for Fts5 {
    fn search(&mut self, search: &Search) -> Result<Found> {
        let mut found = Found { first: Vec::new(), total: 0, counts: [0; CATEGORIES] };
        let expression = expression(&search.text);
        if expression.is_empty() {
            return Ok(found);
        }
        let category = search.category.map_or(-1, i64::from);
        let (best, counts) = self.runtime.block_on(async {
            let best: Vec<(i64,)> = sqlx::query_as(
                "SELECT category FROM docs CROSS JOIN kind ON id = docs.rowid WHERE docs MATCH $1 AND ($2 < 0 OR category = $2) ORDER BY rank LIMIT $3",
            )
            .bind(&expression)
            .bind(category)
            .bind(i64::try_from(LIMIT)?)
            .fetch_all(&mut self.connection)
            .await?;
            let counts: Vec<(i64, i64)> =
                sqlx::query_as("SELECT category, COUNT(*) FROM docs CROSS JOIN kind ON id = docs.rowid WHERE docs MATCH $1 GROUP BY category")
                    .bind(&expression)
                    .fetch_all(&mut self.connection)
                    .await?;
            anyhow::Ok((best, counts))
        })?;
        found.first = best.into_iter().filter_map(|(category,)| u8::try_from(category).ok()).collect();
        for (of, count) in counts {
            let count = u64::try_from(count)?;
            found.counts[usize::try_from(of)? % CATEGORIES] = count;
            if category < 0 || category == of {
                found.total += count;
            }
        }
        Ok(found)
    }
}
