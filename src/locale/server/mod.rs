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

/// `t!(lang, "key")` or `t!(lang, "key", count = 3, name = "x")`: an interface text.
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
