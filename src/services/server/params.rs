//! The parameters of a search, in an address. Every filter is one, so that a search can be sent to somebody.

use crate::{
    locale::Lang,
    search::{self, Outcome, Position, Query},
    server::App,
};

/// Results on one page.
pub(crate) const PER_PAGE: usize = 20;
/// The longest query, in characters; the rest is cut, and the page says so.
pub(crate) const QUERY_LIMIT: usize = 200;
/// The last page that is computed.
const LAST_PAGE: usize = 500;

/// A search, as it stands in an address.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a parameter of its own in the address")]
pub(crate) struct Params {
    pub(crate) q: String,
    /// Whether `q` was longer than its limit.
    pub(crate) cut: bool,
    /// The slug of a topic.
    pub(crate) category: Option<String>,
    /// ISTAT code of the place given: a comune, a province or a region.
    pub(crate) place: Option<String>,
    /// The slug of the territory, where the place was given by it.
    pub(crate) territory: Option<String>,
    pub(crate) near: Option<(f64, f64)>,
    pub(crate) open: bool,
    pub(crate) free: bool,
    pub(crate) undocumented: bool,
    pub(crate) speaks: Option<String>,
    /// The reader took away the place recognised in the query.
    pub(crate) anywhere: bool,
    /// From 1.
    pub(crate) page: usize,
    /// Results on a page, for the API.
    pub(crate) size: Option<usize>,
    /// Only the results, for an island.
    pub(crate) fragment: bool,
    /// Parameters whose value means nothing here, by name.
    pub(crate) ignored: Vec<&'static str>,
}

impl Params {
    /// Reads a query string; broken UTF-8 becomes replacement characters, and unknown parameters are passed over.
    pub(crate) fn read(query: &str, app: &App) -> Self {
        let mut params = Self { page: 1, ..Self::default() };
        let mut ignored = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let mut wrong = |name| ignored.push(name);
            match name.as_ref() {
                "q" => {
                    let clean: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                    params.cut = clean.chars().count() > QUERY_LIMIT;
                    clean.chars().take(QUERY_LIMIT).collect::<String>().trim().clone_into(&mut params.q);
                }
                "category" if app.topics().iter().any(|t| t.slug == value) => params.category = Some(value.to_owned()),
                "category" => wrong("category"),
                "region" => match app.gazetteer.territory(value).map(|t| t.code.clone()).or_else(|| known(app, value, 2)) {
                    Some(code) if params.place.is_none() => {
                        params.place = Some(code);
                        params.territory = Some(value.to_owned());
                    }
                    Some(_) => {}
                    None => wrong("region"),
                },
                "province" => match known(app, value, 3).or_else(|| app.gazetteer.province(value)) {
                    Some(code) if params.place.as_ref().is_none_or(|p| p.len() < 3) => {
                        (params.place, params.territory) = (Some(code), None);
                    }
                    Some(_) => {}
                    None => wrong("province"),
                },
                "comune" => match known(app, value, 6).or_else(|| app.gazetteer.by_name(value, "").map(str::to_owned)) {
                    Some(code) => (params.place, params.territory) = (Some(code), None),
                    None => wrong("comune"),
                },
                "near" => match position(value) {
                    Some(position) => params.near = Some(position),
                    None => wrong("near"),
                },
                "open" => params.open = yes(value),
                "free" => params.free = yes(value),
                "undocumented" => params.undocumented = yes(value),
                "speaks" if (2..=3).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_lowercase()) => {
                    params.speaks = Some(value.to_owned());
                }
                "speaks" => wrong("speaks"),
                "anywhere" => params.anywhere = yes(value),
                "page" => match value.parse::<usize>() {
                    Ok(page) if page > 0 => params.page = page.min(LAST_PAGE),
                    _ => wrong("page"),
                },
                "size" => match value.parse::<usize>() {
                    Ok(size) if (1..=100).contains(&size) => params.size = Some(size),
                    _ => wrong("size"),
                },
                "fragment" => params.fragment = true,
                _ => {}
            }
        }
        params.ignored = ignored;
        params
    }

    /// The query string that gives the same search, in one order, without what has no effect.
    pub(crate) fn to_query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut pair = |name: &str, value: Option<&str>| {
            if let Some(value) = value.filter(|v| !v.is_empty()) {
                query.append_pair(name, value);
            }
        };
        pair("q", Some(&self.q));
        pair("category", self.category.as_deref());
        if let Some(code) = &self.place {
            let level = match code.len() {
                _ if self.territory.is_some() => "region",
                2 => "region",
                3 => "province",
                _ => "comune",
            };
            pair(level, self.territory.as_ref().or(Some(code)).map(String::as_str));
        }
        let near = self.near.map(|(lat, lon)| format!("{lat:.3},{lon:.3}"));
        pair("near", near.as_deref());
        pair("open", self.open.then_some("now"));
        pair("free", self.free.then_some("1"));
        pair("undocumented", self.undocumented.then_some("1"));
        pair("speaks", self.speaks.as_deref());
        pair("anywhere", self.anywhere.then_some("1"));
        pair("page", (self.page > 1).then(|| self.page.to_string()).as_deref());
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// The address of the same search with a change, on its first page.
    pub(crate) fn with(&self, lang: Lang, change: impl FnOnce(&mut Self)) -> String {
        let mut params = Self { page: 1, ..self.clone() };
        change(&mut params);
        format!("/{lang}/services{}", params.to_query())
    }

    /// Whether nothing is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.q.is_empty() && self.category.is_none() && self.place.is_none() && self.near.is_none() && !self.is_filtered()
    }

    /// Whether a filter is set whose value a record may not know.
    pub(crate) fn is_filtered(&self) -> bool {
        self.open || self.free || self.undocumented || self.speaks.is_some()
    }

    /// Whether the page may be kept for everyone: no words and no position of one reader.
    pub(crate) fn is_public(&self) -> bool {
        self.q.is_empty() && self.near.is_none()
    }

    /// Asks the index.
    pub(crate) fn search(&self, app: &App, lang: Lang) -> Outcome {
        let catalogue = app.catalogue();
        let states = app.open_states();
        let size = self.size.unwrap_or(PER_PAGE);
        let query = Query {
            category: self.category.as_deref().and_then(|slug| app.category(slug)),
            place: self.place.as_deref().and_then(|code| catalogue.index.places().find(code)),
            near: self.near.map(|(lat, lon)| Position { lat, lon }),
            open_states: &states.1,
            open: self.open,
            free: self.free,
            undocumented: self.undocumented,
            speaks: self.speaks.as_deref(),
            ignore_place: self.anywhere,
            offset: (self.page - 1) * size,
            limit: size,
            ..Query::new(&self.q, search::Lang::from_code(lang.code()).unwrap_or(search::Lang::It))
        };
        let started = std::time::Instant::now();
        let outcome = catalogue.index.search(&query);
        metrics::histogram!("portolano_search_seconds").record(started.elapsed().as_secs_f64());
        outcome
    }
}

fn known(app: &App, code: &str, length: usize) -> Option<String> {
    (code.len() == length && app.gazetteer.level(code).is_some()).then(|| code.to_owned())
}

fn yes(value: &str) -> bool {
    matches!(value, "1" | "true" | "now" | "yes" | "on")
}

/// `LAT,LON` in degrees, rounded to three decimals: about a hundred metres.
fn position(text: &str) -> Option<(f64, f64)> {
    let (lat, lon) = text.split_once(',')?;
    let (lat, lon): (f64, f64) = (lat.trim().parse().ok()?, lon.trim().parse().ok()?);
    let round = |degrees: f64| (degrees * 1000.0).round() / 1000.0;
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then(|| (round(lat), round(lon)))
}
