//! The content that a new portal starts with: the folder `content/`, which stays readable and editable by people.
//!
//! It is an author among others: what an editor changed stays, and a file that changed in a new version of the program
//! arrives at the next start.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use serde::{Deserialize, de::DeserializeOwned};

use super::Draft;
use crate::{
    content::kinds::{Source, Topic},
    locale::{Lang, Text},
};

/// The part of a topic that is the same in every language: `topics/SLUG/topic.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicFile {
    axis: String,
    #[serde(default)]
    danger: bool,
    order: u16,
    #[serde(default)]
    offices: Vec<String>,
    #[serde(default)]
    documents: Vec<String>,
    #[serde(default)]
    related: Vec<String>,
    #[serde(default)]
    sources: Vec<Source>,
}

/// A topic in one language: `topics/SLUG/LANG.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicTexts {
    title: String,
    summary: String,
    #[serde(default)]
    what: String,
    #[serde(default)]
    office: String,
    #[serde(default)]
    bring: Vec<String>,
    #[serde(default)]
    cost: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    tip: String,
    #[serde(default)]
    reviewed: bool,
}

/// Every topic below `content/topics/`.
pub fn read_topics(content: &Path) -> Result<Vec<Draft<Topic>>> {
    let mut drafts = Vec::new();
    for dir in sorted(&content.join("topics"))?.into_iter().filter(|path| path.is_dir()) {
        let slug = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file: TopicFile = read(&dir.join("topic.toml"))?;
        let mut topic = Topic {
            axis: file.axis,
            danger: file.danger,
            order: file.order,
            offices: file.offices,
            documents: file.documents,
            related: file.related,
            sources: file.sources,
            ..Topic::default()
        };
        for lang in Lang::all() {
            let path = dir.join(format!("{lang}.toml"));
            if !path.exists() {
                continue;
            }
            let texts: TopicTexts = read(&path)?;
            let mut put = |field: fn(&mut Topic) -> &mut Text, text: String| field(&mut topic).set(lang, text);
            put(|t| &mut t.title, texts.title);
            put(|t| &mut t.summary, texts.summary);
            put(|t| &mut t.what, texts.what);
            put(|t| &mut t.office, texts.office);
            put(|t| &mut t.bring, texts.bring.join("\n"));
            put(|t| &mut t.cost, texts.cost);
            put(|t| &mut t.rule, texts.rule);
            put(|t| &mut t.tip, texts.tip);
            if texts.reviewed {
                topic.reviewed.push(lang.code().to_owned());
            }
        }
        drafts.push(Draft { source_id: slug.clone(), slug: Some(slug), fields: topic });
    }
    Ok(drafts)
}

/// A phrase of the thesaurus.
pub struct Phrase {
    /// The topic it leads to, by slug.
    pub topic: String,
    /// Its language.
    pub lang: Lang,
    /// The words.
    pub text: String,
    /// Whether it tells a need, rather than the name of a thing or an office.
    pub need: bool,
}

/// The words people use, from `content/thesaurus/SLUG.toml`.
pub fn thesaurus(content: &Path) -> Result<Vec<Phrase>> {
    #[derive(Deserialize)]
    struct Words {
        #[serde(default)]
        terms: Vec<String>,
        #[serde(default)]
        needs: Vec<String>,
    }
    let mut phrases = Vec::new();
    for path in sorted(&content.join("thesaurus"))? {
        let topic = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let words: BTreeMap<String, Words> = read(&path)?;
        for (lang, words) in words {
            let Ok(lang) = lang.parse::<Lang>() else { continue };
            let phrase = |need: bool| {
                let topic = topic.clone();
                move |text| Phrase { topic: topic.clone(), lang, text, need }
            };
            phrases.extend(words.terms.into_iter().map(phrase(false)));
            phrases.extend(words.needs.into_iter().map(phrase(true)));
        }
    }
    Ok(phrases)
}

/// A TOML file of ours; the error names the file.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("in {}", path.display()))
}

/// What lies in a folder, in the order of names.
pub(crate) fn sorted(dir: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
