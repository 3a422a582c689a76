//! Dates and numbers in the reader's language, by ICU4X and the CLDR.

use fixed_decimal::{Decimal, FloatPrecision};
use icu_datetime::{DateTimeFormatter, fieldsets, input::Date, options::Length};
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};
use icu_locale_core::Locale;

use super::Lang;

/// The CLDR locale. Arabic takes the digits of the Maghreb and Urdu Western ones, as readers in Italy write them on forms.
fn locale(lang: Lang) -> Locale {
    let code = match lang.code() {
        "ar" => "ar-u-nu-latn",
        "bn" => "bn-u-nu-beng",
        other => other,
    };
    code.parse().unwrap_or(Locale::UNKNOWN)
}

/// A day in words: `22 novembre 2026`. ISO where a language has no data.
pub fn date(lang: Lang, date: jiff::civil::Date) -> String {
    let iso = || date.to_string();
    let (Ok(month), Ok(day)) = (u8::try_from(date.month()), u8::try_from(date.day())) else { return iso() };
    let Ok(value) = Date::try_new_iso(i32::from(date.year()), month, day) else { return iso() };
    match DateTimeFormatter::try_new(locale(lang).into(), fieldsets::YMD::for_length(Length::Long)) {
        Ok(formatter) => formatter.format(&value).to_string(),
        Err(_) => iso(),
    }
}

/// The name of a day of the week.
pub fn weekday(lang: Lang, day: jiff::civil::Weekday) -> String {
    // 5 January 2026 was a Monday.
    let day = 5 + u8::try_from(day.to_monday_zero_offset()).unwrap_or_default();
    let formatter = DateTimeFormatter::try_new(locale(lang).into(), fieldsets::E::long());
    match (formatter, Date::try_new_iso(2026, 1, day)) {
        (Ok(formatter), Ok(value)) => formatter.format(&value).to_string(),
        _ => String::new(),
    }
}

thread_local! {
    /// Reading a language's forms takes longer than writing a number, and a page has dozens of them.
    static NUMBERS: Vec<Option<DecimalFormatter>> =
        Lang::all().map(|lang| DecimalFormatter::try_new(locale(lang).into(), DecimalFormatterOptions::default()).ok()).collect();
}

/// A number with the language's separators, and at most one decimal.
pub fn number(lang: Lang, value: f64) -> String {
    let precision = if value.fract().abs() < 0.05 { 0 } else { -1 };
    let Ok(decimal) = Decimal::try_from_f64(value, FloatPrecision::Magnitude(precision)) else { return format!("{value:.1}") };
    NUMBERS.with(|all| all[lang.index()].as_ref().map_or_else(|| format!("{value:.1}"), |formatter| formatter.format(&decimal).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(code: &str) -> Lang {
        code.parse().expect("a language of the portal")
    }

    #[test]
    fn dates_and_numbers_take_the_languages_own_form() {
        let day = jiff::civil::date(2026, 11, 22);
        assert_eq!(date(lang("it"), day), "22 novembre 2026");
        assert_eq!(date(lang("en"), day), "November 22, 2026");
        assert_eq!(date(lang("zh"), day), "2026年11月22日");
        assert_eq!(date(lang("bn"), day), "২২ নভেম্বর, ২০২৬");
        assert_eq!(number(lang("it"), 12_345.5), "12.345,5");
        assert_eq!(number(lang("en"), 12_345.0), "12,345");
        assert_eq!(weekday(lang("fr"), jiff::civil::Weekday::Monday), "lundi");
    }

    #[test]
    fn every_language_has_dates_and_numbers_of_its_own() {
        for lang in Lang::all() {
            assert_ne!(date(lang, jiff::civil::date(2026, 11, 22)), "2026-11-22", "{lang}");
            assert!(!weekday(lang, jiff::civil::Weekday::Sunday).is_empty(), "{lang}");
        }
    }
}
