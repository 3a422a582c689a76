//! Items, revisions and texts in SQLite or PostgreSQL. All SQL about content stands here.

use std::{collections::HashMap, fmt::Write as _};

use anyhow::{Context as _, Result};
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use sqlx::{Any, AnyPool, AssertSqlSafe, Row as _, Transaction, any::AnyRow};
use uuid::Uuid;

use super::{
    batch::{BATCH, Batch},
    parts,
};
use crate::{
    content::{Author, Claims, Content, Id, Item, Kind, State, merge},
    locale::Lang,
};

/// An item that somebody wants stored.
#[derive(Debug, Clone)]
pub struct Draft<K> {
    /// The source's own identifier; the item's id is made from it.
    pub source_id: String,
    /// Its name in addresses; the id if it needs none of its own.
    pub slug: Option<String>,
    /// Its fields.
    pub fields: K,
}

/// What became of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there.
    New,
    /// Something in it is different now.
    Changed,
    /// The same as before, or all that differs was said by an editor.
    Unchanged,
}

/// What became of many drafts.
#[derive(Debug, Default)]
pub struct Applied {
    /// How many were not there before.
    pub new: usize,
    /// How many are different now.
    pub changed: usize,
    /// How many stayed as they were.
    pub unchanged: usize,
    /// Drafts that may not be stored, by place in the list, with the field and the reason.
    pub refused: Vec<(usize, &'static str, String)>,
    /// Items that the same source brought before and did not bring now, by its own identifiers.
    pub gone: Vec<String>,
    /// How many of those were withdrawn.
    pub withdrawn: usize,
}

/// A line of the order of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place in the order.
    pub seq: i64,
    /// The item that changed.
    pub item: Id,
    /// Its kind.
    pub kind: String,
}

/// The content of the portal.
#[derive(Debug, Clone)]
pub struct Store {
    pool: AnyPool,
}

/// The id of a source's record.
pub fn id_of(kind: &str, source_id: &str) -> Id {
    // A service has the id of its source's identifier alone, as others who read the same register compute it.
    let name = if kind == "service" { source_id.to_owned() } else { format!("{kind}:{source_id}") };
    Id(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).into_bytes())
}

/// What the store keeps of an item besides its fields.
struct Known {
    id: String,
    source: String,
    state: String,
    revision: i64,
    digest: String,
}

impl Store {
    /// A store on an open database whose migrations have run.
    pub fn new(pool: AnyPool) -> Self {
        Self { pool }
    }

    /// Stores drafts in one transaction: all of it or, if the process dies, none.
    ///
    /// With `retire`, what the author brought before and did not bring now is withdrawn. Fails only if the database
    /// does; a draft that may not be stored is in [`Applied::refused`].
    pub async fn apply<K: Kind>(&self, author: &Author, drafts: Vec<Draft<K>>, retire: bool, progress: impl Fn(u64)) -> Result<Applied> {
        let at = jiff::Timestamp::now().as_second();
        let mut tx = self.pool.begin().await?;
        // First of all: who writes holds the clock, so two writers never work from the same state.
        let seq: i64 = sqlx::query_scalar("UPDATE clock SET seq = seq + 0 WHERE id = 1 RETURNING seq").fetch_one(&mut *tx).await?;
        let mut known = known::<K>(&mut tx).await?;
        let mut applied = Applied::default();
        let mut batch = Batch::new(K::NAME, author, at, seq);
        let collator = collator();
        // In the order of their ids, which are random: every index then grows at its end, several times as fast.
        let mut drafts: Vec<_> =
            drafts.into_iter().enumerate().map(|(place, draft)| (id_of(K::NAME, &draft.source_id), place, draft)).collect();
        drafts.sort_by_key(|(id, place, _)| (*id, *place));
        for (id, place, draft) in drafts {
            progress(1);
            let content = parts::flatten(&draft.fields)?;
            let problems = parts::problems::<K>(&content);
            if !problems.is_empty() {
                applied.refused.extend(problems.into_iter().map(|(field, why)| (place, field, why)));
                continue;
            }
            let digest = digest(&content);
            let outcome = match known.remove(&draft.source_id) {
                Some(known) if known.digest == digest && known.state == "published" => Outcome::Unchanged,
                Some(known) => {
                    let (now, claims) = current(&mut tx, &known.id, known.revision).await?;
                    let (merged, said) = merge(&now, &claims, &content, author, at);
                    let outcome = if merged == now && known.state == "published" { Outcome::Unchanged } else { Outcome::Changed };
                    update(&mut tx, &known, &digest, outcome, at).await?;
                    if outcome == Outcome::Changed {
                        batch.revision(&known.id, known.revision + 1, &merged, &said)?;
                    }
                    outcome
                }
                None => {
                    let id = id.to_string();
                    let name = content.get(&format!("{}@{}", K::SORTED_BY, Lang::SOURCE)).map_or("", String::as_str);
                    batch.item(&id, draft.slug.as_deref().unwrap_or(&id), &draft.source_id, &digest, &sort_key(collator.as_ref(), name));
                    batch.revision(&id, 1, &content, &Claims::all(author, at))?;
                    Outcome::New
                }
            };
            match outcome {
                Outcome::New => applied.new += 1,
                Outcome::Changed => applied.changed += 1,
                Outcome::Unchanged => applied.unchanged += 1,
            }
            batch.flush(&mut tx, BATCH).await?;
        }
        applied.refused.sort_by_key(|(place, ..)| *place);
        let mut gone: Vec<_> = known.into_iter().filter(|(_, known)| known.state == "published" && known.source == author.name()).collect();
        gone.sort_by(|a, b| a.0.cmp(&b.0));
        for (source_id, known) in gone {
            if retire {
                sqlx::query("UPDATE item SET state = 'withdrawn', updated = $1 WHERE id = $2")
                    .bind(at)
                    .bind(&known.id)
                    .execute(&mut *tx)
                    .await?;
                batch.changed(&known.id);
                applied.withdrawn += 1;
            }
            applied.gone.push(source_id);
        }
        batch.flush(&mut tx, 1).await?;
        sqlx::query("UPDATE clock SET seq = $1 WHERE id = 1").bind(batch.seq).execute(&mut *tx).await?;
        tx.commit().await.context("storing what was read")?;
        Ok(applied)
    }

    /// Stores one item as an author wants it.
    pub async fn save<K: Kind>(&self, author: &Author, id: Id, fields: &K) -> Result<Outcome> {
        let at = jiff::Timestamp::now().as_second();
        let mut tx = self.pool.begin().await?;
        let seq: i64 = sqlx::query_scalar("UPDATE clock SET seq = seq + 1 WHERE id = 1 RETURNING seq").fetch_one(&mut *tx).await?;
        let row = sqlx::query("SELECT id, source, state, revision, digest FROM item WHERE id = $1")
            .bind(id.to_string())
            .fetch_one(&mut *tx)
            .await?;
        let known = known_row(&row)?;
        let (now, claims) = current(&mut tx, &known.id, known.revision).await?;
        let (merged, said) = merge(&now, &claims, &parts::flatten(fields)?, author, at);
        if merged == now {
            return Ok(Outcome::Unchanged);
        }
        let mut batch = Batch::new(K::NAME, author, at, seq - 1);
        batch.revision(&known.id, known.revision + 1, &merged, &said)?;
        update(&mut tx, &known, &known.digest, Outcome::Changed, at).await?;
        batch.flush(&mut tx, 1).await?;
        tx.commit().await?;
        Ok(Outcome::Changed)
    }

    /// One item by its id, with its texts in every language.
    pub async fn find<K: Kind>(&self, id: Id) -> Result<Option<Item<K>>> {
        Ok(self.list(&[id]).await?.pop())
    }

    /// Items by id, in the order asked for; those that are not there are left out.
    pub async fn list<K: Kind>(&self, ids: &[Id]) -> Result<Vec<Item<K>>> {
        let mut found = HashMap::with_capacity(ids.len());
        for ids in ids.chunks(BATCH) {
            let marks = (2..=ids.len() + 1).map(|n| format!("${n}")).collect::<Vec<_>>().join(",");
            let sql = format!("{SELECT} WHERE i.kind = $1 AND i.id IN ({marks}) ORDER BY i.id");
            let query = ids.iter().fold(sqlx::query(AssertSqlSafe(sql)).bind(K::NAME), |query, id| query.bind(id.to_string()));
            for item in items::<K>(&query.fetch_all(&self.pool).await?)? {
                found.insert(item.id, item);
            }
        }
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }

    /// Every published item of a kind.
    pub async fn all<K: Kind>(&self) -> Result<Vec<Item<K>>> {
        let mut all = Vec::new();
        self.each(|item| all.push(item)).await?;
        Ok(all)
    }

    /// Hands over every published item of a kind, some at a time, so that fifty thousand do not fill the memory.
    pub async fn each<K: Kind>(&self, mut take: impl FnMut(Item<K>)) -> Result<()> {
        let mut last = String::new();
        loop {
            let ids: Vec<String> =
                sqlx::query_scalar("SELECT id FROM item WHERE kind = $1 AND state = 'published' AND id > $2 ORDER BY id LIMIT 1000")
                    .bind(K::NAME)
                    .bind(&last)
                    .fetch_all(&self.pool)
                    .await?;
            let Some(end) = ids.last() else { return Ok(()) };
            let sql = format!("{SELECT} WHERE i.kind = $1 AND i.state = 'published' AND i.id > $2 AND i.id <= $3 ORDER BY i.id");
            let rows = sqlx::query(AssertSqlSafe(sql)).bind(K::NAME).bind(&last).bind(end).fetch_all(&self.pool).await?;
            items::<K>(&rows)?.into_iter().for_each(&mut take);
            last.clone_from(end);
        }
    }

    /// A page of the published items of a kind, in the order of their names, and how many there are in all;
    /// `modified_after` in seconds since 1970.
    pub async fn page<K: Kind>(&self, modified_after: Option<i64>, offset: i64, limit: i64) -> Result<(Vec<Item<K>>, i64)> {
        let after = modified_after.unwrap_or(i64::MIN);
        let total = sqlx::query_scalar("SELECT COUNT(*) FROM item WHERE kind = $1 AND state = 'published' AND updated > $2")
            .bind(K::NAME)
            .bind(after)
            .fetch_one(&self.pool)
            .await?;
        let ids = sqlx::query_scalar(
            "SELECT id FROM item WHERE kind = $1 AND state = 'published' AND updated > $2 ORDER BY sort_key, id LIMIT $3 OFFSET $4",
        )
        .bind(K::NAME)
        .bind(after)
        .bind(limit)
        .bind(offset)
        .fetch_all(&self.pool)
        .await?
        .into_iter()
        .filter_map(|id: String| id.parse().ok())
        .collect::<Vec<_>>();
        Ok((self.list(&ids).await?, total))
    }

    /// What the program noted under a name.
    pub async fn note(&self, name: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT value FROM note WHERE name = $1").bind(name).fetch_optional(&self.pool).await?)
    }

    /// Notes a value under a name.
    pub async fn set_note(&self, name: &str, value: &str) -> Result<()> {
        sqlx::query("INSERT INTO note (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
            .bind(name)
            .bind(value)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The newest number in the order of changes.
    pub async fn seq(&self) -> Result<i64> {
        Ok(sqlx::query_scalar("SELECT seq FROM clock WHERE id = 1").fetch_one(&self.pool).await?)
    }

    /// What changed after a number, at most `limit` lines.
    pub async fn changes(&self, after: i64, limit: i64) -> Result<Vec<Change>> {
        sqlx::query("SELECT seq, item, kind FROM change WHERE seq > $1 ORDER BY seq LIMIT $2")
            .bind(after)
            .bind(limit)
            .fetch_all(&self.pool)
            .await?
            .iter()
            .map(|row| {
                let item: String = row.try_get("item")?;
                Ok(Change { seq: row.try_get("seq")?, item: item.parse().context("a change's item")?, kind: row.try_get("kind")? })
            })
            .collect()
    }
}

/// The newest revision of items, a row for each text.
const SELECT: &str = "SELECT i.id, i.slug, i.state, i.revision, i.updated, r.body, t.lang, t.body AS text \
    FROM item i JOIN revision r ON r.item = i.id AND r.number = i.revision \
    LEFT JOIN text t ON t.item = i.id AND t.revision = i.revision";

/// Puts the rows of [`SELECT`] together; the rows of an item must follow each other.
fn items<K: Kind>(rows: &[AnyRow]) -> Result<Vec<Item<K>>> {
    let id = |row: &AnyRow| row.try_get::<String, _>("id");
    let mut items = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let first = &rows[start];
        let own = id(first)?;
        let end = start + rows[start..].iter().take_while(|row| id(row).is_ok_and(|other| other == own)).count();
        let texts = rows[start..end]
            .iter()
            .map(|row| Ok((row.try_get::<Option<String>, _>("lang")?, row.try_get::<Option<String>, _>("text")?)))
            .collect::<Result<Vec<_>>>()?;
        let texts = texts.iter().filter_map(|(lang, text)| Some((lang.as_deref()?, text.as_deref()?)));
        items.push(Item {
            id: own.parse().context("a stored id")?,
            slug: first.try_get("slug")?,
            state: if first.try_get::<String, _>("state")? == "published" { State::Published } else { State::Withdrawn },
            revision: first.try_get("revision")?,
            updated: first.try_get("updated")?,
            fields: parts::typed(&first.try_get::<String, _>("body")?, texts)?,
        });
        start = end;
    }
    Ok(items)
}

fn known_row(row: &AnyRow) -> Result<Known> {
    Ok(Known {
        id: row.try_get("id")?,
        source: row.try_get("source")?,
        state: row.try_get("state")?,
        revision: row.try_get("revision")?,
        digest: row.try_get("digest")?,
    })
}

/// What is there of a kind, by the sources' own identifiers.
async fn known<K: Kind>(tx: &mut Transaction<'_, Any>) -> Result<HashMap<String, Known>> {
    sqlx::query("SELECT id, source, source_id, state, revision, digest FROM item WHERE kind = $1")
        .bind(K::NAME)
        .fetch_all(&mut **tx)
        .await?
        .iter()
        .map(|row| Ok((row.try_get("source_id")?, known_row(row)?)))
        .collect()
}

/// The fields of a revision, and who said them.
async fn current(tx: &mut Transaction<'_, Any>, id: &str, revision: i64) -> Result<(Content, Claims)> {
    let row = sqlx::query("SELECT body, claims FROM revision WHERE item = $1 AND number = $2")
        .bind(id)
        .bind(revision)
        .fetch_one(&mut **tx)
        .await?;
    let texts =
        sqlx::query("SELECT lang, body FROM text WHERE item = $1 AND revision = $2").bind(id).bind(revision).fetch_all(&mut **tx).await?;
    let texts = texts.iter().map(|row| Ok((row.try_get("lang")?, row.try_get("body")?))).collect::<Result<Vec<(String, String)>>>()?;
    let content = parts::join(row.try_get::<&str, _>("body")?, texts.iter().map(|(lang, body)| (lang.as_str(), body.as_str())))?;
    Ok((content, serde_json::from_str(row.try_get::<&str, _>("claims")?)?))
}

/// Notes what the source said, and that there is a new revision if there is one.
async fn update(tx: &mut Transaction<'_, Any>, known: &Known, digest: &str, outcome: Outcome, at: i64) -> Result<()> {
    let changed = outcome == Outcome::Changed;
    sqlx::query("UPDATE item SET digest = $1, revision = $2, state = 'published', updated = CASE WHEN $3 = 1 THEN $4 ELSE updated END WHERE id = $5")
        .bind(digest)
        .bind(known.revision + i64::from(changed))
        .bind(i64::from(changed))
        .bind(at)
        .bind(&known.id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A short print of what a source said.
fn digest(content: &Content) -> String {
    let mut text = String::new();
    for (name, value) in content {
        text.extend([name, "\u{1}", value, "\u{2}"]);
    }
    Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).simple().to_string()
}

fn collator() -> Option<CollatorBorrowed<'static>> {
    let locale: icu_locale_core::Locale = Lang::SOURCE.code().parse().ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

/// The bytes of a name's collation key in hexadecimal, so that every database sorts it as plain ASCII; its first 48
/// bytes decide.
fn sort_key(collator: Option<&CollatorBorrowed<'static>>, name: &str) -> String {
    let mut key: Vec<u8> = Vec::new();
    if let Some(collator) = collator {
        let Ok(()) = collator.write_sort_key_to(name, &mut key);
    }
    key.iter().take(48).fold(String::with_capacity(96), |mut text, byte| {
        write!(text, "{byte:02x}").ok();
        text
    })
}
