//! Small values: yes and no, languages, days.

use jiff::civil::Date;

use super::text::{fold, plain};

/// Languages by their Italian and English names; and what their own speakers call them, where that is another word.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("it", &["italiano", "italian"]),
    ("en", &["inglese", "english"]),
    ("fr", &["francese", "french", "francais"]),
    ("es", &["spagnolo", "spanish", "espanol", "castigliano"]),
    ("pt", &["portoghese", "portuguese"]),
    ("de", &["tedesco", "german", "deutsch"]),
    ("ar", &["arabo", "arabic"]),
    ("zh", &["cinese", "chinese", "mandarino", "mandarin"]),
    ("uk", &["ucraino", "ukrainian"]),
    ("ru", &["russo", "russian"]),
    ("ro", &["rumeno", "romeno", "romanian"]),
    ("sq", &["albanese", "albanian", "shqip"]),
    ("bn", &["bengalese", "bengali", "bangla"]),
    ("ur", &["urdu"]),
    ("hi", &["hindi"]),
    ("pa", &["punjabi", "panjabi"]),
    ("fa", &["persiano", "farsi", "persian"]),
    ("ps", &["pashto", "pashtu"]),
    ("ku", &["curdo", "kurdish"]),
    ("tr", &["turco", "turkish"]),
    ("pl", &["polacco", "polish"]),
    ("so", &["somalo", "somali"]),
    ("ti", &["tigrino", "tigrinya"]),
    ("am", &["amarico", "amharic"]),
    ("wo", &["wolof"]),
    ("ff", &["fula", "pular", "fulani", "peul"]),
    ("bm", &["bambara"]),
    ("ha", &["hausa"]),
    ("yo", &["yoruba"]),
    ("ig", &["igbo"]),
    ("sw", &["swahili"]),
    ("ta", &["tamil"]),
    ("si", &["singalese", "cingalese", "sinhala"]),
    ("tl", &["tagalog", "filippino", "filipino"]),
    ("vi", &["vietnamita", "vietnamese"]),
    ("ja", &["giapponese", "japanese"]),
    ("ko", &["coreano", "korean"]),
    ("sr", &["serbo", "serbian"]),
    ("hr", &["croato", "croatian"]),
    ("bs", &["bosniaco", "bosnian"]),
    ("sl", &["sloveno", "slovenian"]),
    ("mk", &["macedone", "macedonian"]),
    ("bg", &["bulgaro", "bulgarian"]),
    ("el", &["greco", "greek"]),
    ("hu", &["ungherese", "hungarian"]),
    ("ka", &["georgiano", "georgian"]),
    ("ne", &["nepalese", "nepali"]),
];

/// Yes or no, as forms and spreadsheets say it.
pub(super) fn yes_no(value: &str) -> Option<bool> {
    match fold(value.trim_end_matches(".0")).as_str() {
        "si" | "s" | "yes" | "y" | "true" | "vero" | "1" | "x" | "gratuito" | "gratuita" | "gratis" | "free" => Some(true),
        "no" | "n" | "false" | "falso" | "0" | "apagamento" | "pagamento" | "paid" => Some(false),
        _ => None,
    }
}

/// The ISO 639-1 codes of the languages in a list, and the words that name none.
pub(super) fn languages(value: &str) -> (Vec<String>, Vec<String>) {
    let mut codes: Vec<String> = Vec::new();
    let mut unknown = Vec::new();
    let value = plain(value).replace(" e ", ",").replace(" ed ", ",").replace(" and ", ",");
    let listed = value.contains([',', ';', '/', '|', '\n']);
    let words = value.split(|c: char| matches!(c, ',' | ';' | '/' | '|' | '\n') || (!listed && c.is_whitespace()));
    for word in words.map(str::trim).filter(|word| !word.is_empty()) {
        let found = LANGUAGES.iter().find(|(code, names)| *code == word || names.contains(&word));
        match found {
            Some((code, _)) if codes.iter().any(|other| other == code) => {}
            Some((code, _)) => codes.push((*code).to_owned()),
            None => unknown.push(word.to_owned()),
        }
    }
    (codes, unknown)
}

/// A year, a month or a day in ISO 8601, from that or from `31/12/2024`. Between 1900 and 2100.
pub(super) fn day(value: &str) -> Option<String> {
    let value = value.split(['T', ' ']).next()?.trim_end_matches(".0");
    let mut parts: Vec<&str> = value.split(['-', '/', '.']).collect();
    if parts.last().is_some_and(|last| last.len() == 4) {
        parts.reverse();
    }
    if !parts.iter().all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let year: i16 = parts.first().filter(|year| year.len() == 4)?.parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let month: i8 = parts.get(1).map_or(Ok(1), |month| month.parse()).ok()?;
    let day: i8 = parts.get(2).map_or(Ok(1), |day| day.parse()).ok()?;
    let date = Date::new(year, month, day).ok()?.to_string();
    match parts.len() {
        1 => Some(date[..4].to_owned()),
        2 => Some(date[..7].to_owned()),
        3 => Some(date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_no_and_neither() {
        assert_eq!(["Sì", "gratuito", "NO", "1.0", "forse"].map(yes_no), [Some(true), Some(true), Some(false), Some(true), None]);
    }

    #[test]
    fn languages_by_name_or_code() {
        assert_eq!(
            languages("Italiano, inglese e ARABO; klingon"),
            (["it", "en", "ar"].map(str::to_owned).to_vec(), vec!["klingon".to_owned()])
        );
        assert_eq!(languages("it en it").0, ["it", "en"]);
    }

    #[test]
    fn days_months_and_years() {
        let read = [
            "2024-07-31",
            "31/07/2024",
            "1.2.2023",
            "2018",
            "2018.0",
            "2021-07",
            "2024-07-31T00:00:00",
            "2024-13-01",
            "24",
            "ieri",
            "1066",
        ]
        .map(day);
        let read = read.iter().map(|day| day.as_deref().unwrap_or("")).collect::<Vec<_>>();
        assert_eq!(read, ["2024-07-31", "2024-07-31", "2023-02-01", "2018", "2018", "2021-07", "2024-07-31", "", "", "", ""]);
    }
}
