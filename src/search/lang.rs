//! The twelve languages, as the engine knows them, and the scripts they are written in.

use serde::{Deserialize, Serialize};

/// A language of the portal. The engine keeps its own small list: it imports no domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Lang {
    /// Italian, the source language.
    It,
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Romanian.
    Ro,
    /// Albanian.
    Sq,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Arabic.
    Ar,
    /// Urdu.
    Ur,
    /// Bengali.
    Bn,
    /// Chinese, simplified.
    Zh,
}

impl Lang {
    /// Every language, ordered so that the languages of one script are neighbours.
    pub const ALL: [Self; 12] =
        [Self::It, Self::En, Self::Fr, Self::Es, Self::Ro, Self::Sq, Self::Ru, Self::Uk, Self::Ar, Self::Ur, Self::Bn, Self::Zh];

    /// The language of an ISO 639-1 code; whatever follows a hyphen is ignored (`zh-Hans`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let base = code.split(['-', '_']).next().unwrap_or(code);
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(base))
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ro => "ro",
            Self::Sq => "sq",
            Self::Ru => "ru",
            Self::Uk => "uk",
            Self::Ar => "ar",
            Self::Ur => "ur",
            Self::Bn => "bn",
            Self::Zh => "zh",
        }
    }
}

/// What a token is written in; it decides which languages may explain it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Bengali,
    Han,
    /// Digits, and scripts that none of the twelve languages uses.
    Other,
}

impl Script {
    /// The script of a character that is already folded.
    pub(super) const fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Self::Latin,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Self::Arabic,
            '\u{980}'..='\u{9ff}' => Self::Bengali,
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Self::Han,
            _ => Self::Other,
        }
    }

    /// The languages written in this script.
    pub(super) const fn langs(self) -> &'static [Lang] {
        match self {
            Self::Latin => &[Lang::It, Lang::En, Lang::Fr, Lang::Es, Lang::Ro, Lang::Sq],
            Self::Cyrillic => &[Lang::Ru, Lang::Uk],
            Self::Arabic => &[Lang::Ar, Lang::Ur],
            Self::Bengali => &[Lang::Bn],
            Self::Han => &[Lang::Zh],
            Self::Other => &[],
        }
    }
}
