//! Between a typed kind and what the store keeps: language-neutral fields, and texts by language.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

use crate::{
    content::{Content, Kind, Shape},
    locale::Lang,
};

/// Between a field's name and its language, in the name of a text: `title@fr`.
const AT: char = '@';

/// Every field of a kind by name, values as JSON; empty ones are left out.
pub(super) fn flatten<K: Kind>(fields: &K) -> Result<Content> {
    let Value::Object(mut object) = serde_json::to_value(fields)? else { anyhow::bail!("a kind is a struct") };
    let mut content = Content::new();
    for field in K::FIELDS {
        let value = object.remove(field.name).unwrap_or_default();
        match value {
            Value::Object(texts) if field.translatable() => {
                for (lang, text) in texts {
                    let text = text.as_str().unwrap_or_default().to_owned();
                    content.insert(format!("{}{AT}{lang}", field.name), text);
                }
            }
            value if is_empty(&value) => {}
            value => {
                content.insert(field.name.to_owned(), value.to_string());
            }
        }
    }
    Ok(content)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(object) => object.is_empty(),
    }
}

/// The two parts that the store keeps: the neutral fields as one JSON object, and one object for each language.
pub(super) fn split(content: &Content) -> Result<(String, BTreeMap<String, String>)> {
    let mut body = Map::new();
    let mut texts: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for (name, value) in content {
        match name.split_once(AT) {
            Some((field, lang)) => {
                texts.entry(lang.to_owned()).or_default().insert(field.to_owned(), value.as_str().into());
            }
            None => {
                body.insert(name.clone(), serde_json::from_str(value)?);
            }
        }
    }
    let texts = texts.into_iter().map(|(lang, fields)| Ok((lang, serde_json::to_string(&fields)?))).collect::<Result<_>>()?;
    Ok((serde_json::to_string(&body)?, texts))
}

/// The fields by name, from the two parts.
pub(super) fn join<'a>(body: &str, texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Content> {
    let body: Map<String, Value> = serde_json::from_str(body).context("a revision's body")?;
    let mut content: Content = body.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    for (lang, text) in texts {
        let fields: BTreeMap<String, String> = serde_json::from_str(text).context("a revision's text")?;
        content.extend(fields.into_iter().map(|(field, text)| (format!("{field}{AT}{lang}"), text)));
    }
    Ok(content)
}

/// The typed kind, from the two parts. A language that this portal no longer has is left out.
pub(super) fn typed<'a, K: Kind>(body: &str, texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<K> {
    let mut object: Map<String, Value> = serde_json::from_str(body).context("a revision's body")?;
    for (lang, text) in texts {
        if lang.parse::<Lang>().is_err() {
            continue;
        }
        let fields: Map<String, Value> = serde_json::from_str(text).context("a revision's text")?;
        for (field, text) in fields {
            let by_lang = object.entry(field).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(by_lang) = by_lang {
                by_lang.insert(lang.to_owned(), text);
            }
        }
    }
    serde_json::from_value(Value::Object(object)).with_context(|| format!("a stored {}", K::NAME))
}

/// What is wrong with a draft, field by field; nothing if it may be stored.
pub(super) fn problems<K: Kind>(content: &Content) -> Vec<(&'static str, String)> {
    let mut problems = Vec::new();
    for field in K::FIELDS {
        let source = format!("{}{AT}{}", field.name, Lang::SOURCE);
        if field.required && !content.contains_key(field.name) && !content.contains_key(&source) {
            problems.push((field.name, "is missing".to_owned()));
        }
        if !field.translatable() {
            continue;
        }
        for (name, text) in content.range(format!("{}{AT}", field.name)..format!("{}A", field.name)) {
            let length = text.chars().count();
            if length > field.limit {
                problems.push((field.name, format!("{name} has {length} characters, at most {} fit", field.limit)));
            }
            if field.shape == Shape::Line && text.contains('\n') {
                problems.push((field.name, format!("{name} is one line")));
            }
        }
    }
    problems
}
