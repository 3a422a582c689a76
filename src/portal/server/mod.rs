//! The home page, the fixed texts, the forms and the errors.

mod errors;
mod forms;
mod home;
mod machines;
mod text;

pub(crate) use errors::{broken, not_found, too_long, too_many};
pub(crate) use forms::{report, send_feedback, send_report, thanks};
pub(crate) use home::home;
pub(crate) use machines::{opensearch, robots, sitemap};
pub(crate) use text::text;
