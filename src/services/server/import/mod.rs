//! Services from a CSV file of any register.
//!
//! `read` turns bytes into rows, `columns` says which column is which field, `row` makes a draft of a row, the store
//! keeps it, and `report` says what became of everything. A value that cannot be right is dropped and reported, and its
//! row goes in; a row is refused only for what nobody can do without: an identifier, a name, a category.

mod answers;
mod capitals;
mod columns;
mod contacts;
mod duplicates;
mod hours_text;
mod phones;
mod place;
mod read;
mod report;
mod row;
#[cfg(test)]
mod tests;
mod text;

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context as _, Result, bail};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{
    content::{
        Author,
        kinds::Topic,
        server::{Draft, Store},
    },
    server::config::ImportServices,
    services::model::Service,
    territory::server::Gazetteer,
};
use columns::{Columns, Mapping};
use duplicates::Duplicates;
use read::{Broken, Reader};
pub use report::{Duplicate, Issue, Report};
use row::Rows;

/// The largest file that is read, in bytes.
const MAX_FILE: u64 = 1 << 30;

/// Reads a file, stores what can be stored, returns the report. Fails only if the file cannot be opened, is not CSV with a usable header, or the database fails.
pub(crate) async fn import(store: &Store, gazetteer: &Gazetteer, options: &ImportServices, progress: bool) -> Result<Report> {
    let topics = topics(store).await?;
    let mapping = Mapping::read(options.mapping.as_deref())?;
    let bytes = bytes(&options.file)?;
    let (text, encoding) = read::decode(&bytes);
    let mut reader = Reader::new(&text);
    let file = options.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let header = match reader.next() {
        Some(Ok(header)) => header,
        Some(Err(broken)) => bail!("{file}, line {}: the header cannot be read: {}", broken.line, broken.reason),
        None => bail!("{file} is empty"),
    };
    let columns = Columns::new(&header.cells, mapping).with_context(|| file.clone())?;
    let mut report = Report::new(file, encoding, reader.delimiter(), columns.ignored.clone());

    let bar = bar(progress, text.len() as u64, "reading {bar:40} {percent}%");
    let mut rows = Rows::new(&columns, gazetteer, &topics, &options.source);
    let mut duplicates = Duplicates::default();
    let mut drafts: Vec<Draft<Service>> = Vec::new();
    let mut lines = Vec::new();
    while let Some(record) = reader.next() {
        report.rows += 1;
        if report.rows.is_multiple_of(512) {
            bar.set_position(reader.position() as u64);
        }
        match record {
            Ok(record) => {
                if let Some(draft) = rows.read(&record, &mut report) {
                    duplicates.add(record.line, &draft);
                    drafts.push(draft);
                    lines.push(record.line);
                }
            }
            Err(Broken { line, text, reason }) => report.refuse(line, "", text, reason),
        }
    }
    bar.finish_and_clear();
    report.duplicates = duplicates.groups();

    let bar = self::bar(progress, drafts.len() as u64, "storing {bar:40} {pos}/{len}");
    let author = Author::importer(&options.source);
    let applied = store.apply(&author, drafts, options.retire_missing, |done| bar.inc(done)).await?;
    bar.finish_and_clear();
    report.new = applied.new;
    report.changed = applied.changed;
    report.unchanged = applied.unchanged;
    report.gone = applied.gone;
    report.withdrawn = applied.withdrawn;
    for (draft, field, reason) in applied.refused {
        report.refuse(lines.get(draft).copied().unwrap_or_default(), field, "", &reason);
    }
    report.sort();
    Ok(report)
}

/// The categories that a row may name: every topic's slug, and its title in any language as another name for it.
async fn topics(store: &Store) -> Result<HashMap<String, String>> {
    let mut names = HashMap::new();
    let topics = store.all::<Topic>().await?;
    if topics.is_empty() {
        bail!("the portal has no topics yet, so no category is known; start it once, or see --content");
    }
    for topic in &topics {
        for (_, title) in topic.fields.title.iter() {
            names.insert(text::fold(title), topic.slug.clone());
        }
    }
    // After the titles, so that a slug always means its own topic.
    names.extend(topics.into_iter().map(|topic| (text::fold(&topic.slug), topic.slug)));
    Ok(names)
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    let size = fs::metadata(path).with_context(|| format!("opening {}", path.display()))?.len();
    if size > MAX_FILE {
        bail!("{} has {size} bytes, at most {MAX_FILE} are read", path.display());
    }
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

/// A progress bar on a terminal, nothing elsewhere.
fn bar(visible: bool, length: u64, template: &str) -> ProgressBar {
    let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(length), target).with_style(style)
}
