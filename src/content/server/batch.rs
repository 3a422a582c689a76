//! Many rows in one statement: an import of fifty thousand records takes seconds, not minutes.

use std::fmt::Write as _;

use anyhow::Result;
use sqlx::{Any, AssertSqlSafe, Transaction};

use super::parts;
use crate::content::{Author, Claims, Content};

/// Rows in one statement of a bulk write: small enough for both engines' limit on parameters.
pub(super) const BATCH: usize = 40;

/// Rows that wait to be written many at a time.
pub(super) struct Batch<'a> {
    kind: &'static str,
    author: &'a Author,
    at: i64,
    /// The number of the newest change.
    pub(super) seq: i64,
    items: Vec<[String; 5]>,
    revisions: Vec<(String, i64, String, String)>,
    texts: Vec<(String, i64, String, String)>,
    changes: Vec<(i64, String)>,
}

impl<'a> Batch<'a> {
    pub(super) fn new(kind: &'static str, author: &'a Author, at: i64, seq: i64) -> Self {
        Self { kind, author, at, seq, items: Vec::new(), revisions: Vec::new(), texts: Vec::new(), changes: Vec::new() }
    }

    pub(super) fn item(&mut self, id: &str, slug: &str, source_id: &str, digest: &str, sort_key: &str) {
        self.items.push([id, slug, source_id, digest, sort_key].map(str::to_owned));
    }

    pub(super) fn revision(&mut self, id: &str, number: i64, content: &Content, claims: &Claims) -> Result<()> {
        let (body, texts) = parts::split(content)?;
        self.revisions.push((id.to_owned(), number, body, serde_json::to_string(claims)?));
        self.texts.extend(texts.into_iter().map(|(lang, body)| (id.to_owned(), number, lang, body)));
        self.changed(id);
        Ok(())
    }

    pub(super) fn changed(&mut self, id: &str) {
        self.seq += 1;
        self.changes.push((self.seq, id.to_owned()));
    }

    /// Writes what waits, once there are `enough` rows of it.
    pub(super) async fn flush(&mut self, tx: &mut Transaction<'_, Any>, enough: usize) -> Result<()> {
        if self.changes.len() < enough {
            return Ok(());
        }
        let (kind, author, at) = (self.kind, self.author.name(), self.at);
        for rows in self.items.chunks(BATCH) {
            let sql =
                insert("item (id, slug, source_id, digest, sort_key, kind, source, state, revision, created, updated)", 11, rows.len());
            let query = rows.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, row| {
                row.iter().fold(query, sqlx::query::Query::bind).bind(kind).bind(author).bind("published").bind(1_i64).bind(at).bind(at)
            });
            query.execute(&mut **tx).await?;
        }
        for rows in self.revisions.chunks(BATCH) {
            let sql = insert("revision (item, number, body, claims, author, at)", 6, rows.len());
            let query = rows.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, (id, number, body, claims)| {
                query.bind(id).bind(number).bind(body).bind(claims).bind(author).bind(at)
            });
            query.execute(&mut **tx).await?;
        }
        for rows in self.texts.chunks(BATCH) {
            let sql = insert("text (item, revision, lang, body)", 4, rows.len());
            let query = rows
                .iter()
                .fold(sqlx::query(AssertSqlSafe(sql)), |query, (id, number, lang, body)| query.bind(id).bind(number).bind(lang).bind(body));
            query.execute(&mut **tx).await?;
        }
        for rows in self.changes.chunks(BATCH) {
            let sql = insert("change (seq, item, kind)", 3, rows.len());
            let query = rows.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, (seq, id)| query.bind(seq).bind(id).bind(kind));
            query.execute(&mut **tx).await?;
        }
        self.items.clear();
        self.revisions.clear();
        self.texts.clear();
        self.changes.clear();
        Ok(())
    }
}

/// `INSERT INTO table (...) VALUES ($1,$2),($3,$4)...`
fn insert(table: &str, columns: usize, rows: usize) -> String {
    let mut sql = format!("INSERT INTO {table} VALUES ");
    for row in 0..rows {
        for column in 1..=columns {
            let before = if column > 1 {
                ","
            } else if row > 0 {
                "),("
            } else {
                "("
            };
            write!(sql, "{before}${}", row * columns + column).ok();
        }
    }
    sql + ")"
}
