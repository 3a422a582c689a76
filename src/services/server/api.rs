//! The public JSON: what `/api/v1` takes and answers.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde::Serialize;
use utoipa::ToSchema;

/// Services on a page of the list, unless the caller says otherwise.
pub(crate) const PER_PAGE: u64 = 50;
/// The most services on a page of the list.
pub(crate) const MOST_PER_PAGE: u64 = 100;
/// The last page of the list that may be asked for.
pub(crate) const LAST_PAGE: u64 = 1_000_000;

/// What this interface is, as HSDS 3.0 wants it at the root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Root {
    /// The version of HSDS.
    #[schema(example = "3.0")]
    pub version: &'static str,
    /// Where the shape of the answers is explained.
    #[schema(format = "uri")]
    pub profile: &'static str,
    /// Where this document is.
    #[schema(format = "uri")]
    pub openapi_url: String,
}

impl Root {
    /// What stands at the root of the portal at an origin (`https://example.org`, no final slash).
    pub fn new(origin: &str) -> Self {
        Self { version: "3.0", profile: "https://docs.openreferral.org/en/latest/hsds/", openapi_url: format!("{origin}/api/openapi.json") }
    }
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SearchAnswer {
    /// How many services match in all; topics are not counted.
    pub total: usize,
    /// How long the search took, in millionths of a second.
    pub took_us: u64,
    /// What was found, in the order of the results page: topics on the first page only.
    pub results: Vec<Found>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// A UUID.
    #[schema(format = "uuid")]
    pub id: String,
    /// The slug of its topic.
    #[schema(example = "labour-rights")]
    pub category: String,
    /// Its name, in the language asked for where it has one.
    pub name: String,
    /// The language of the name.
    #[schema(example = "it")]
    pub lang: String,
    /// Where it is or what part of the country it serves; empty for a topic, and for a service that names no place.
    pub place: String,
    /// Metres from `near`; null without `near`, or if its position is not known.
    #[schema(required = true)]
    pub distance_m: Option<u32>,
    /// Its page.
    pub url: String,
}

/// What a [`Found`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum FoundKind {
    /// A plain page about a need.
    Topic,
    /// An office, a helpline, a register.
    Service,
}

/// Why there is no answer (RFC 9457); sent as `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// `about:blank`: the status says it all.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    pub kind: &'static str,
    /// The status in words.
    #[schema(example = "Bad Request")]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599, example = 400)]
    pub status: u16,
    /// What is wrong, for whoever wrote the program that asked.
    pub detail: String,
}

impl Problem {
    fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { kind: "about:blank", title: status.canonical_reason().unwrap_or("Error"), status: status.as_u16(), detail: detail.into() }
    }

    /// 400: a parameter's value means nothing here.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    /// 404.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// 429, with the seconds to wait; the header `Retry-After` is the sender's.
    pub fn too_many(seconds: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, format!("Try again in {seconds} seconds."))
    }

    /// 500: what went wrong is in the log, not in the answer.
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here. Try again later.")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}

/// Which page of the services is asked for, and of which; category and place are read as those of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// From 1.
    pub page: u64,
    /// How many on a page.
    pub per_page: u64,
    /// Only those changed after this second since 1970.
    pub modified_after: Option<i64>,
    /// With everything that belongs to each service.
    pub full: bool,
}

impl Listing {
    /// Reads a query string; unknown parameters are passed over. Fails with the problem to answer.
    pub fn read(query: &str) -> Result<Self, Problem> {
        let mut listing = Self { page: 1, per_page: PER_PAGE, modified_after: None, full: false };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            match name.as_ref() {
                _ if value.is_empty() => {}
                "page" => listing.page = number("page", value, LAST_PAGE)?,
                "per_page" => listing.per_page = number("per_page", value, MOST_PER_PAGE)?,
                "modified_after" => listing.modified_after = Some(moment(value)?),
                "full" => listing.full = matches!(value, "1" | "true" | "yes" | "on"),
                _ => {}
            }
        }
        Ok(listing)
    }

    /// How many services stand on the pages before.
    pub fn offset(&self) -> u64 {
        (self.page - 1) * self.per_page
    }
}

fn number(name: &str, value: &str, most: u64) -> Result<u64, Problem> {
    let number = value.parse().ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| Problem::bad_request(format!("`{name}` is a whole number from 1 to {most}.")))
}

/// The second before a moment: HSDS means "on or after it". Without an offset it is UTC, without a time midnight.
fn moment(value: &str) -> Result<i64, Problem> {
    let instant = value.parse::<Timestamp>().ok();
    // `+` in an address is a space: `2026-11-01T00:00:00+01:00` that was not encoded.
    let instant = instant.or_else(|| value.rsplit_once(' ').and_then(|(time, offset)| format!("{time}+{offset}").parse().ok()));
    let local = || value.parse::<DateTime>().ok().or_else(|| Some(value.parse::<Date>().ok()?.to_datetime(jiff::civil::Time::midnight())));
    let instant = instant.or_else(|| Some(local()?.to_zoned(TimeZone::UTC).ok()?.timestamp()));
    let instant = instant.ok_or_else(|| {
        Problem::bad_request("`modified_after` is a date or a time as in RFC 3339: `2026-11-01` or `2026-11-01T08:30:00Z`.")
    })?;
    let part = i64::from(instant.subsec_nanosecond() > 0); // a second is kept whole: those in the middle of one come after it
    Ok(instant.as_second() + part - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detail(query: &str) -> String {
        let problem = Listing::read(query).expect_err(query);
        assert_eq!((problem.status, problem.title, problem.kind), (400, "Bad Request", "about:blank"));
        problem.detail
    }

    #[test]
    fn a_listing_has_defaults_and_takes_what_it_knows() {
        let plain = Listing { page: 1, per_page: PER_PAGE, modified_after: None, full: false };
        assert_eq!(Listing::read(""), Ok(plain));
        assert_eq!(Listing::read("page=&utm=x&category=health"), Ok(plain));
        let listing = Listing::read("page=3&per_page=10&full=true").expect("a listing");
        assert_eq!((listing.offset(), listing.per_page, listing.full), (20, 10, true));
    }

    #[test]
    fn a_moment_is_a_date_or_a_time_and_counts_itself() {
        let after = |text: &str| Listing::read(&format!("modified_after={text}")).expect(text).modified_after;
        assert_eq!(after("1970-01-02"), Some(86_399));
        assert_eq!(after("1970-01-02T00:00:00"), Some(86_399));
        assert_eq!(after("1970-01-02T00:00:00Z"), Some(86_399));
        assert_eq!(after("1970-01-02T00:00:00.500Z"), Some(86_400));
        assert_eq!(after("1970-01-02T01:00:00%2B01:00"), Some(86_399));
        assert_eq!(after("1970-01-02T01:00:00+01:00"), Some(86_399), "an offset that was not encoded");
    }

    #[test]
    fn nonsense_is_a_problem_that_says_what_is_wanted() {
        for page in ["0", "-1", "99999999", "99999999999999999999999", "1e3", "%ff", "%00"] {
            assert!(detail(&format!("page={page}")).contains("1000000"), "{page}");
        }
        assert!(detail("per_page=101").contains("100"));
        for moment in ["yesterday", "2026-13-01", "%2e%2e/", "9999999999"] {
            assert!(detail(&format!("modified_after={moment}")).contains("RFC 3339"), "{moment}");
        }
    }

    #[test]
    fn answers_have_the_promised_keys() {
        let found = Found {
            kind: FoundKind::Topic,
            id: "2d2a1d77-63f1-5d4b-8a0f-4b0f7d1f6a11".to_owned(),
            category: "health".to_owned(),
            name: "Salute".to_owned(),
            lang: "it".to_owned(),
            place: String::new(),
            distance_m: None,
            url: "https://example.org/it/topics/health".to_owned(),
        };
        let answer = serde_json::to_string(&SearchAnswer { total: 0, took_us: 7, results: vec![found] }).expect("JSON");
        assert_eq!(
            answer,
            "{\"total\":0,\"took_us\":7,\"results\":[{\"kind\":\"topic\",\"id\":\"2d2a1d77-63f1-5d4b-8a0f-4b0f7d1f6a11\",\"category\":\"health\",\
             \"name\":\"Salute\",\"lang\":\"it\",\"place\":\"\",\"distance_m\":null,\"url\":\"https://example.org/it/topics/health\"}]}"
        );
    }

    #[test]
    fn a_problem_is_sent_as_one() {
        let response = Problem::not_found("There is no such service.").into_response();
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    }
}
