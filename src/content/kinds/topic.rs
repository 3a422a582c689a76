//! A topic: one of the 25 needs that services answer, explained on a short plain page.

use serde::{Deserialize, Serialize};

use crate::{
    content::{kind, line, list, prose, value},
    locale::Text,
};

kind! {
    /// The page that explains one category of services.
    pub struct Topic: "topic", "WebPage", sorted by title {
        /// Its title.
        title: Text = line(80).required().searched(),
        /// What the page helps with, in a sentence or two.
        summary: Text = line(260).required().searched(),
        /// What it is and who it is for.
        what: Text = prose(1500).searched(),
        /// Which office, and how to reach it.
        office: Text = prose(1500).searched(),
        /// What to bring, an item a line.
        bring: Text = list(1200).searched(),
        /// What it costs.
        cost: Text = prose(800),
        /// Where the rule stands.
        rule: Text = prose(800),
        /// One warning or hint.
        tip: Text = prose(600),
        /// The axis it belongs to: `learning`, `work`, `housing`, `services` or `minors`.
        axis: String = value().required(),
        /// Its place on the home page, from 1.
        order: u16 = value().required(),
        /// Whether it touches violence, trafficking or persecution: its pages show the emergency numbers.
        danger: bool = value(),
        /// The Italian names of the offices, to be recognised on a door or a sign.
        offices: Vec<String> = value(),
        /// The Italian names of the documents.
        documents: Vec<String> = value(),
        /// The slugs of topics that people also need.
        related: Vec<String> = value(),
        /// Where the rule can be read.
        sources: Vec<Source> = value(),
        /// The languages whose text a native reader has reviewed.
        reviewed: Vec<String> = value(),
    }
}

/// A public page on which a statement rests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// Its address.
    pub url: String,
}
