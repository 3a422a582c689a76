//! Pictograms, drawn into the page so that none is a request of its own.

use leptos::prelude::*;

include!(concat!(env!("OUT_DIR"), "/pictograms.rs"));

fn drawing(name: &str) -> &'static str {
    PICTOGRAMS.binary_search_by_key(&name, |(name, _)| name).map_or("", |found| PICTOGRAMS[found].1)
}

/// A small sign beside words. It says nothing of its own: the words do.
pub(crate) fn icon(name: &str) -> AnyView {
    view! { <svg viewBox="0 0 24 24" aria-hidden="true" inner_html=drawing(name)></svg> }.into_any()
}

/// A small sign that points along the line, and turns round where the line runs the other way.
pub(crate) fn way(name: &str) -> AnyView {
    view! { <svg class="way" viewBox="0 0 24 24" aria-hidden="true" inner_html=drawing(name)></svg> }.into_any()
}

/// The large sign of a topic.
pub(crate) fn pictogram(name: &str) -> AnyView {
    view! { <svg class="pic" viewBox="0 0 24 24" aria-hidden="true" inner_html=drawing(name)></svg> }.into_any()
}

/// The compass rose.
pub(crate) fn logo() -> AnyView {
    let drawing = concat!(
        r#"<circle r="11"/><path d="M0-15 3.5-3.5 15 0 3.5 3.5 0 15-3.5 3.5-15 0-3.5-3.5Z"/>"#,
        r#"<path d="M0 0V-15L3.5-3.5ZM0 0H15L3.5 3.5ZM0 0V15L-3.5 3.5ZM0 0H-15L-3.5-3.5Z"/>"#
    );
    view! { <svg viewBox="-16 -16 32 32" aria-hidden="true" inner_html=drawing></svg> }.into_any()
}

/// The rhumb lines of a nautical chart, behind a page's first words.
pub(crate) fn rhumb() -> AnyView {
    let drawing = concat!(
        r#"<circle r="100"/><path d="M0-100L38 92L-71-71L92 38L-100 0L92-38L-71 71L38-92L0 100L-38-92L71 71L-92-38L100 0L-92 38L71-71L-38 92ZM0-100L92 38L-71 71"#,
        r#"L-38-92L100 0L-38 92L-71-71L92-38L0 100L-92-38L71-71L38 92L-100 0L38-92L71 71L-92 38ZM0-100L0 100M38-92L-38 92M71-71L-71 71M92-38L-92 38M100 0L-100 0M92 38L-92-38M71 71L-71-71M38 92L-38-92"/>"#,
        r#"<path d="M0 0L0-22L2-5ZM0 0L10-10L5-2ZM0 0L22 0L5 2ZM0 0L10 10L2 5ZM0 0L0 22L-2 5ZM0 0L-10 10L-5 2ZM0 0L-22 0L-5-2ZM0 0L-10-10L-2-5Z"/>"#
    );
    view! { <svg class="rhumb" viewBox="-101 -101 202 202" aria-hidden="true" inner_html=drawing></svg> }.into_any()
}
