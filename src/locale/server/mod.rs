//! Words, numbers and dates in each language, by Fluent and ICU; only the server speaks.

mod dates;

pub use dates::{date, number, weekday};

use std::sync::LazyLock;

use axum::http::HeaderMap;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_langneg::{NegotiationStrategy, convert_vec_str_to_langids_lossy, negotiate_languages, parse_accepted_languages};

use super::{FLUENT, Lang};

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> = LazyLock::new(|| {
    Lang::all()
        .map(|lang| {
            let id = lang.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false); // what may run the other way stands in <bdi> in the markup
            for source in FLUENT[lang.index()] {
                // The tests refuse a file with errors; a server goes on with what can be read.
                let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
                bundle.add_resource_overriding(resource);
            }
            bundle
        })
        .collect()
});

/// A message in a language, else in the source language, else its key (a test makes sure that this never shows).
pub fn message(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    for lang in [lang, Lang::SOURCE] {
        let bundle = &BUNDLES[lang.index()];
        if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
            return bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
        }
    }
    tracing::error!(key, "a message is missing");
    key.to_owned()
}

/// `t!(language, "key")` or `t!(language, "key", count = 3, name = "x")`: an interface text.
macro_rules! t {
    ($lang:expr, $key:expr) => { $crate::locale::server::message($lang, $key, None) };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = ::fluent_bundle::FluentArgs::new();
        $(args.set(stringify!($name), $crate::locale::server::argument($value));)+
        $crate::locale::server::message($lang, $key, Some(&args))
    }};
}
pub(crate) use t;

/// A value that a message can hold.
pub fn argument<'a>(value: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    value.into()
}

/// The language a browser asks for, among ours; the source language if it wants none of them.
pub fn negotiate(headers: &HeaderMap) -> Lang {
    let header = headers.get("accept-language").and_then(|v| v.to_str().ok()).unwrap_or_default();
    let wanted = parse_accepted_languages(header);
    let ours = convert_vec_str_to_langids_lossy(Lang::all().map(Lang::code));
    let best = negotiate_languages(&wanted, &ours, None, NegotiationStrategy::Lookup);
    best.first().and_then(|id| id.language.as_str().parse().ok()).unwrap_or(Lang::SOURCE)
}

/// Sorts by the first text of each pair, in the order of a language's alphabet.
pub fn sort<T>(lang: Lang, list: &mut [(String, T)]) {
    use icu_collator::{Collator, options::CollatorOptions};
    let locale: icu_locale_core::Locale = lang.code().parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
    match Collator::try_new(locale.into(), CollatorOptions::default()) {
        Ok(collator) => list.sort_by(|a, b| collator.compare(&a.0, &b.0)),
        Err(_) => list.sort_by(|a, b| a.0.cmp(&b.0)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_bundle::FluentResource;

    use super::*;

    fn messages(lang: Lang) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for source in FLUENT[lang.index()] {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
            drop(resource);
            let mut key = String::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                match line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                    Some((name, value)) => {
                        name.clone_into(&mut key);
                        all.insert(key.clone(), value.to_owned());
                    }
                    None => all.entry(key.clone()).or_default().push_str(line),
                }
            }
        }
        all
    }

    #[test]
    fn every_message_stands_in_every_language_with_the_same_placeables() {
        let source = messages(Lang::SOURCE);
        assert!(source.len() > 100);
        let placeables = |text: &str| {
            let mut names: Vec<String> =
                text.split('$').skip(1).map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect()).collect();
            names.sort();
            names.dedup();
            names
        };
        for lang in Lang::all() {
            let own = messages(lang);
            assert_eq!(own.keys().collect::<Vec<_>>(), source.keys().collect::<Vec<_>>(), "{lang}");
            for (key, text) in &own {
                assert_eq!(placeables(text), placeables(&source[key]), "{lang}: {key}");
            }
        }
    }

    /// The plural categories of the CLDR for whole and decimal numbers, by language.
    #[test]
    fn every_plural_has_all_the_categories_of_its_language() {
        let categories = |lang: Lang| match lang.code() {
            "it" | "fr" | "es" => vec!["many", "one", "other"],
            "ar" => vec!["few", "many", "one", "other", "two", "zero"],
            "uk" | "ru" => vec!["few", "many", "one", "other"],
            "ro" => vec!["few", "one", "other"],
            "zh" => vec!["other"],
            _ => vec!["one", "other"],
        };
        for lang in Lang::all() {
            for (key, text) in messages(lang).into_iter().filter(|(_, text)| text.contains("->")) {
                let mut own: Vec<&str> = text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(name, _)| name).collect();
                own.sort_unstable();
                assert_eq!(own, categories(lang), "{lang}: {key}");
            }
        }
    }

    #[test]
    fn the_browsers_language_is_taken_among_ours() {
        let wanted = |header: &'static str| {
            let headers = HeaderMap::from_iter([(axum::http::header::ACCEPT_LANGUAGE, axum::http::HeaderValue::from_static(header))]);
            negotiate(&headers).code()
        };
        assert_eq!(wanted("uk-UA,uk;q=0.9,en;q=0.5"), "uk");
        assert_eq!(wanted("de,bn;q=0.4"), "bn");
        assert_eq!(wanted("zh-Hans-CN"), "zh");
        assert_eq!(wanted("de"), "it");
    }

    #[test]
    fn every_key_that_the_code_asks_for_exists() {
        let known = messages(Lang::SOURCE);
        let mut asked = Vec::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the sources") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "rs") {
                    let text = std::fs::read_to_string(&path).expect("a source");
                    asked.extend(text.split("t!(lang, \"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(key, _)| key.to_owned()));
                }
            }
        }
        assert!(asked.len() > 100);
        for key in asked {
            assert!(known.contains_key(&key), "no message `{key}`");
        }
    }
}
