//! Where people are: the nation, its regions, provinces and comuni.

#[cfg(feature = "ssr")]
pub mod server;

use crate::locale::{Lang, Text};

/// One of the territories that have a page of their own: a region, or one of the autonomous provinces.
#[derive(Debug, Clone)]
pub struct Territory {
    /// Its name in addresses.
    pub slug: String,
    /// ISTAT code of the region (2 digits) or the province (3 digits).
    pub code: String,
    /// Its name.
    pub names: Text,
    /// Its institution's site.
    pub site: String,
    /// Its own portal for foreign citizens, with its title, where one is known.
    pub portal: Option<(String, String)>,
}

impl Territory {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(lang).map_or(&self.slug, |(name, _)| name)
    }
}
