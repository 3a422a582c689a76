//! Queries that found nothing, for the editors: without digits and addresses, and not for long.

use anyhow::Result;
use sqlx::AnyPool;

use crate::locale::Lang;

/// How long a query that few ask is kept, in seconds: 30 days.
const KEPT: i64 = 30 * 24 * 3600;
/// Asked so often, a query is a need and no longer one person's words.
const OFTEN: i64 = 5;

/// Counts a query that found nothing, and forgets those that are old and rare.
pub(crate) async fn missed(pool: &AnyPool, query: &str, lang: Lang) -> Result<()> {
    let Some(query) = anonymous(query) else { return Ok(()) };
    let now = jiff::Timestamp::now().as_second();
    sqlx::query("DELETE FROM missed WHERE last < $1 AND times < $2").bind(now - KEPT).bind(OFTEN).execute(pool).await?;
    sqlx::query(
        "INSERT INTO missed (query, lang, times, first, last) VALUES ($1, $2, 1, $3, $4) \
         ON CONFLICT (query, lang) DO UPDATE SET times = missed.times + 1, last = excluded.last",
    )
    .bind(query)
    .bind(lang.code())
    .bind(now)
    .bind(now)
    .execute(pool)
    .await?;
    Ok(())
}

/// The words of a query that may be counted: none that has a digit or an at sign, or is part of an address.
fn anonymous(query: &str) -> Option<String> {
    let streets = ["via", "viale", "piazza", "corso", "largo", "vicolo", "strada", "street", "rue", "calle"];
    let lower = query.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let street = words.iter().position(|word| streets.contains(word)).unwrap_or(words.len());
    let kept: Vec<&str> =
        words[..street].iter().copied().filter(|word| !word.contains(|c: char| c.is_numeric() || c == '@' || c == '/')).collect();
    let text: String = kept.join(" ").chars().take(80).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counted_query_tells_nobody_apart() {
        assert_eq!(anonymous("Aiuto per  Amina 3331234567"), Some("aiuto per amina".to_owned()));
        assert_eq!(anonymous("dentista in via Roma 12 Torino"), Some("dentista in".to_owned()));
        assert_eq!(anonymous("anna@posta.it"), None);
        assert_eq!(anonymous("٣٣٣١٢٣ مساعدة"), Some("مساعدة".to_owned()));
    }
}
