//! The shapes of HSDS 3.0 (Human Services Data Specification of Open Referral), as far as this portal fills them.
//! Field names and their order are the standard's; what is not known is left out.

#![expect(clippy::struct_field_names, reason = "the standard's own names")]

use serde::Serialize;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Page<T> {
    /// How many there are on all pages.
    pub(crate) total_items: u64,
    /// How many pages there are.
    pub(crate) total_pages: u64,
    /// This page's number, from 1.
    #[schema(minimum = 1)]
    pub(crate) page_number: u64,
    /// How many this page holds.
    pub(crate) size: u64,
    /// Is this the first page?
    pub(crate) first_page: bool,
    /// Is there none after it?
    pub(crate) last_page: bool,
    /// Does it hold nothing?
    pub(crate) empty: bool,
    /// What it holds.
    pub(crate) contents: Vec<T>,
}

impl<T> Page<T> {
    /// The page with a number (from 1) of a list that holds `total` in all, `per_page` on each page.
    pub(crate) fn new(contents: Vec<T>, total: u64, number: u64, per_page: u64) -> Self {
        let total_pages = total.div_ceil(per_page.max(1));
        Self {
            total_items: total,
            total_pages,
            page_number: number,
            size: contents.len() as u64,
            first_page: number <= 1,
            last_page: number >= total_pages,
            empty: contents.is_empty(),
            contents,
        }
    }
}

/// What an office does for people. Texts are in the source language, Italian; other languages stand in `attributes`
/// as `name@en`, `description@ar` and so on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
#[schema(as = HsdsService)]
pub(crate) struct Service {
    /// UUID of version 5, the same on every portal that reads the same source.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// What it does, and what one gets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// A page about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "uri")]
    pub(crate) url: Option<String>,
    /// Its e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "email")]
    pub(crate) email: Option<String>,
    /// Published, or withdrawn.
    pub(crate) status: Status,
    /// How it is done, and how to come in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) application_process: Option<String>,
    /// What it costs, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fees_description: Option<String>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) wait_time: Option<String>,
    /// Who it is for, and on what conditions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) eligibility_description: Option<String>,
    /// The day on which somebody checked the record; left out if nobody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub(crate) assured_date: Option<String>,
    /// When the record last changed, UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub(crate) last_modified: Option<String>,
    /// Who runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organization: Option<Organization>,
    /// Telephones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) phones: Vec<Phone>,
    /// When it is open, in the time of Rome.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) schedules: Vec<Schedule>,
    /// What part of the country it serves, where it has no door of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) service_areas: Vec<ServiceArea>,
    /// Where it is given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) service_at_locations: Vec<ServiceAtLocation>,
    /// The languages spoken there; left out if not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) languages: Vec<Language>,
    /// What it costs; left out if not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) cost_options: Vec<CostOption>,
    /// What to bring.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) required_documents: Vec<RequiredDocument>,
    /// Its categories (`category`, `also`), its `type`, its source (`source`, `source-url`, `source-date`, `licence`), who checked
    /// it (`verified-by`), people without documents (`undocumented`: `yes` or `no`), and translations (`name@en`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) attributes: Vec<Attribute>,
}

/// Where a service is in its life.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    /// It is given.
    #[default]
    Active,
    /// Its record was withdrawn.
    Inactive,
}

/// Who runs a service.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Organization {
    /// UUID of version 5 of its name.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// Required by the standard; the name again, since no more is known.
    pub(crate) description: String,
    /// Its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "uri")]
    pub(crate) website: Option<String>,
}

/// A service at one of its locations.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ServiceAtLocation {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// The service.
    #[schema(format = "uuid")]
    pub(crate) service_id: String,
    /// The location.
    pub(crate) location: Location,
}

/// Where a service is given.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Location {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Always `physical`: helplines and sites have no location.
    pub(crate) location_type: &'static str,
    /// What is known of its address, where that is too little for one of the standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// Degrees, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) latitude: Option<f64>,
    /// Degrees, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) longitude: Option<f64>,
    /// Its ISTAT code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_identifier: Option<String>,
    /// `ISTAT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_identifier_type: Option<&'static str>,
    /// Its address, if all parts that the standard requires are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) addresses: Vec<Address>,
    /// Who can come in; left out if not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) accessibility: Vec<Accessibility>,
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Address {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Street and number.
    pub(crate) address_1: String,
    /// The comune.
    pub(crate) city: String,
    /// The region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) region: Option<String>,
    /// The two letters of the province.
    pub(crate) state_province: String,
    /// Five digits.
    pub(crate) postal_code: String,
    /// ISO 3166-1: always `IT`.
    pub(crate) country: &'static str,
    /// Always `physical`.
    pub(crate) address_type: &'static str,
}

/// Who can come in.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Accessibility {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// In words.
    pub(crate) description: String,
}

/// A telephone.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Phone {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// The number, as it is dialled in Italy.
    pub(crate) number: String,
    /// Always `voice`.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// Whether it is free of charge, and when it answers, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
}

/// Hours. With `byday` they come every week; with `valid_from` and `valid_to` they are those of some days only and win
/// over the week's. Times are local, Europe/Rome in summer and winter; one that closes before it opens closes the day after.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ToSchema)]
#[schema(as = HsdsSchedule)]
pub(crate) struct Schedule {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// First day, if they are for some days only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub(crate) valid_from: Option<String>,
    /// Last day, if they are for some days only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub(crate) valid_to: Option<String>,
    /// `MO`, where there is a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) wkst: Option<&'static str>,
    /// `WEEKLY`, where there is a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) freq: Option<&'static str>,
    /// Days of the week with commas between, as in iCalendar: `MO,TU`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) byday: Option<String>,
    /// In words: what the source says, or that it is closed on those days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// `HH:MM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) opens_at: Option<String>,
    /// `HH:MM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) closes_at: Option<String>,
    /// By appointment only, and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) notes: Option<String>,
    /// `closed`: `true` where it is closed on those days.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) attributes: Vec<Attribute>,
}

/// What part of the country a service is for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ServiceArea {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// `ISTAT` and the code of the comune, province or region; `IT` for the whole country.
    pub(crate) extent: String,
    /// Always `text`.
    pub(crate) extent_type: &'static str,
}

/// A language that is spoken there.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Language {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Its name in itself, for the portal's languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// ISO 639-1.
    pub(crate) code: String,
}

/// What a service costs.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct CostOption {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// Free of charge, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) option: Option<&'static str>,
    /// ISO 4217: `EUR`, with an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) currency: Option<&'static str>,
    /// Zero, if it is free of charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount: Option<u32>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amount_description: Option<String>,
}

/// Something to bring.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct RequiredDocument {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// What it is.
    pub(crate) document: String,
}

/// What the standard has no field for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Attribute {
    /// Its identifier.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// What it belongs to.
    #[schema(format = "uuid")]
    pub(crate) link_id: String,
    /// What it says.
    pub(crate) link_type: String,
    /// `service` or `schedule`.
    pub(crate) link_entity: &'static str,
    /// Its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<String>,
    /// The category, where it says one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) taxonomy_term: Option<TaxonomyTerm>,
}

/// A category of services: one of the portal's topics.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct TaxonomyTerm {
    /// UUID of version 5.
    #[schema(format = "uuid")]
    pub(crate) id: String,
    /// The slug, as in the parameter `category`.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// What it is about.
    pub(crate) description: String,
    /// Which taxonomy it belongs to.
    pub(crate) taxonomy: &'static str,
    /// The language of its name.
    pub(crate) language: String,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "uri")]
    pub(crate) term_uri: Option<String>,
}
