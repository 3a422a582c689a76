//! What is kept of a service. Every value may be unknown, and unknown is never "no".

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::hours::Schedule;
use crate::{
    content::{kind, line, list, prose, value},
    locale::Text,
};

kind! {
    /// What an office does for people. The order of the texts is that of the Italian model for service pages.
    pub struct Service: "service", "GovernmentService", sorted by name {
        /// Its name.
        name: Text = line(300).required().searched(),
        /// In a sentence or two.
        description: Text = prose(3000).searched(),
        /// Who it is for.
        addressed: Text = prose(2000).searched(),
        /// How it is done.
        how_to: Text = prose(3000).searched(),
        /// What to bring, an item a line.
        needed: Text = list(3000),
        /// What one gets.
        achieved: Text = prose(2000),
        /// How long it takes, and until when.
        times: Text = prose(1500),
        /// What it costs, in words.
        cost: Text = prose(1500),
        /// How to come in: stairs, appointment, interpreter.
        access: Text = prose(1500),
        /// Conditions.
        conditions: Text = prose(2000),
        /// The slug of its topic.
        category: String = value().required(),
        /// Other topics that it serves.
        also: Vec<String> = value(),
        /// What sort of service or office it is, in the source's words.
        subtype: String = value().searched(),
        /// Who runs it.
        organisation: Option<Organisation> = value(),
        /// Where; empty for a helpline or a register.
        locations: Vec<Location> = value(),
        /// Telephones.
        phones: Vec<Phone> = value(),
        /// An e-mail address.
        email: Option<String> = value(),
        /// A page about it.
        website: Option<String> = value(),
        /// When it is open.
        schedule: Option<Schedule> = value(),
        /// The languages spoken there, as ISO 639-1 codes; empty = unknown.
        languages: Vec<String> = value(),
        /// Free of charge?
        free: Option<bool> = value(),
        /// Open to people without documents?
        undocumented: Option<bool> = value(),
        /// Where this was learnt.
        source: Provenance = value(),
        /// Who checked it, and when.
        verified: Option<Verified> = value(),
    }
}

/// Who runs a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    /// Its name, as it calls itself.
    pub name: String,
    /// Its site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// Where a service is given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Location {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Postal code, five digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap: Option<String>,
    /// The place it lies in or serves, by ISTAT code: a comune (6 digits), a province (3) or a region (2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Degrees, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// Can a wheelchair come in?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wheelchair: Option<bool>,
}

/// A telephone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Phone {
    /// The number as it is dialled, with spaces to read it.
    pub number: String,
    /// Free of charge for the caller?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// Answers day and night?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<bool>,
}

/// Where a record was learnt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Provenance {
    /// The register or page.
    pub name: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The year or day its facts are of, as it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// That somebody opened the source, or asked, and found the record right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verified {
    /// The day.
    pub on: Date,
    /// Who.
    pub by: String,
}

impl Service {
    /// The place it lies in or serves, by ISTAT code; `None` = the whole country.
    pub fn place(&self) -> Option<&str> {
        self.locations.iter().find_map(|l| l.place.as_deref())
    }

    /// Where it stands, if known.
    pub fn position(&self) -> Option<(f64, f64)> {
        self.locations.iter().find_map(|l| l.lat.zip(l.lon))
    }

    /// How complete and how sure it is, 0 to 255: with equal words, the record that helps more stands first. From 128
    /// on a person has checked it, or at least written whom it is for; no register says that.
    pub fn weight(&self) -> u8 {
        let has = |yes: bool, points: u8| if yes { points } else { 0 };
        has(self.verified.is_some() || !self.addressed.is_empty(), 128)
            + has(!self.phones.is_empty(), 30)
            + has(self.locations.iter().any(|l| l.address.is_some()), 25)
            + has(self.schedule.is_some(), 20)
            + has(self.position().is_some(), 10)
            + has(self.website.is_some() || self.email.is_some(), 10)
            + has(!self.description.is_empty(), 12)
    }
}

/// A telephone number as a `tel:` address wants it: digits, and a plus in front.
pub fn dialled(number: &str) -> String {
    number.chars().enumerate().filter(|(i, c)| c.is_ascii_digit() || (*i == 0 && *c == '+')).map(|(_, c)| c).collect()
}
