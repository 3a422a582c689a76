//! Languages: which there are, how they run, and a text in several of them.

#[cfg(feature = "ssr")]
pub mod server;

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What a language's folder in `locales/` says of it.
#[derive(Debug, PartialEq, Eq)]
struct Info {
    code: &'static str,
    name: &'static str,
    rtl: bool,
}

/// A language of the portal: one of the folders in `locales/`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(u8);

impl Lang {
    /// The language in which content is written first, and to which it falls back: the first folder by `order`.
    pub const SOURCE: Self = Self(0);

    /// Every language, in the order of the language menu.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..u8::try_from(LANGUAGES.len()).unwrap_or(u8::MAX)).map(Self)
    }

    /// The BCP 47 code, which is also the first part of every path.
    pub const fn code(self) -> &'static str {
        LANGUAGES[self.0 as usize].code
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        LANGUAGES[self.0 as usize].name
    }

    /// `"ltr"` or `"rtl"`.
    pub const fn dir(self) -> &'static str {
        if LANGUAGES[self.0 as usize].rtl { "rtl" } else { "ltr" }
    }

    /// Its place among the languages, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A code that names no language of the portal.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a language of this portal")]
pub struct UnknownLang(String);

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::all().find(|lang| lang.code() == code).ok_or_else(|| UnknownLang(code.to_owned()))
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A text in one or several languages. Written as a plain string, it is in the source language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<Lang, String>);

impl Text {
    /// The text in a language, or else in the source language, or else in any; with the language it is in.
    pub fn get(&self, lang: Lang) -> Option<(&str, Lang)> {
        let (found, text) =
            self.0.get_key_value(&lang).or_else(|| self.0.get_key_value(&Lang::SOURCE)).or_else(|| self.0.first_key_value())?;
        Some((text, *found))
    }

    /// The text in exactly this language.
    pub fn exactly(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// Sets the text in one language; an empty text removes it.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let text = text.into();
        if text.trim().is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, text);
        }
    }

    /// Every language it is in, with the text.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        let mut this = Self::default();
        this.set(Lang::SOURCE, text);
        this
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            One(String),
            Many(BTreeMap<Lang, String>),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::One(text) => text.as_str().into(),
            Either::Many(texts) => Self(texts),
        })
    }
}
