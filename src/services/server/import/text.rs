//! What every cell goes through before it is looked at.

use unicode_normalization::UnicodeNormalization as _;

/// What people write into a cell that has nothing to say. Not "na", which is Naples.
const NOTHING: &[&str] = &[
    "n/a",
    "n.a.",
    "n.d.",
    "n.d",
    "nd",
    "null",
    "none",
    "nan",
    "nil",
    "niente",
    "nessuno",
    "nessuna",
    "assente",
    "non disponibile",
    "non specificata",
    "non specificato",
    "non pervenuto",
    "not available",
    "unknown",
    "sconosciuto",
    "#n/d",
    "#n/a",
    "#ref!",
    "#value!",
    "#valore!",
];

/// A value without the characters that nobody sees, and whether one was dropped that should not have been there.
///
/// Line breaks stay where a text has `paragraphs`; else every kind of space is one space.
pub(super) fn clean(raw: &str, paragraphs: bool) -> (String, bool) {
    if raw.bytes().all(|b| (b' '..0x7f).contains(&b)) && !raw.contains("  ") {
        return (raw.trim().to_owned(), false);
    }
    let mut out = String::with_capacity(raw.len());
    let mut dirty = false;
    for c in raw.nfc() {
        match c {
            '\n' if paragraphs => {
                out.truncate(out.trim_end_matches(' ').len());
                if !out.is_empty() && !out.ends_with("\n\n") {
                    out.push('\n');
                }
            }
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}' => {}
            // Control characters, what could not be decoded, and marks that turn the direction of what follows.
            '\u{fffd}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => dirty = true,
            c if c.is_control() => dirty = true,
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    (out, dirty)
}

/// Whether a cleaned value says nothing.
pub(super) fn is_nothing(value: &str) -> bool {
    !value.chars().any(char::is_alphanumeric) || NOTHING.contains(&value.to_lowercase().as_str())
}

/// A text without case, accents, spaces and punctuation, to compare it.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.bytes().filter(u8::is_ascii_alphanumeric).map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A text in lower case without accents, with its spaces and punctuation.
pub(super) fn plain(text: &str) -> String {
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_go() {
        assert_eq!(clean("  a \u{a0} b\tc\n d ", false), ("a b c d".to_owned(), false));
        assert_eq!(clean("a\u{0}b\u{202e}c", false), ("abc".to_owned(), true));
        assert_eq!(clean("uno  \r\n\n\n\ndue", true), ("uno\n\ndue".to_owned(), false));
        assert_eq!(clean("citta\u{300}", false).0, "città");
    }

    #[test]
    fn nothing_is_told_from_something() {
        assert!(["-----", ".", "NULL", "Non Disponibile", "n.d."].into_iter().all(is_nothing));
        assert!(!["NA", "No", "0", "x"].into_iter().any(is_nothing));
        assert_eq!(fold("Città d'Arte-1"), "cittadarte1");
    }
}
