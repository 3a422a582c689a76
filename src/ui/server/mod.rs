//! Pieces of markup that know no domain.

mod icons;
mod pieces;

pub(crate) use icons::{icon, logo, pictogram, rhumb, way};
pub(crate) use pieces::{crumbs, emergency, near_me, other_language, pager, paragraphs, rate, search_form};
