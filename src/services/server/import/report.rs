//! What became of a file.

use std::{collections::BTreeMap, fmt, fs, path::Path};

use anyhow::{Context as _, Result};
use serde::Serialize;

/// Characters of a value that are shown.
const SHOWN: usize = 80;
/// Lines of refused rows, of dropped values, of near-duplicates on the terminal.
const SOME: usize = 20;
/// Records that are gone, on the terminal.
const SOME_GONE: usize = 50;

/// What is wrong with a value, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The file's name.
    pub file: String,
    /// The line of the file on which the row starts, from 1.
    pub line: u64,
    /// The column's header, or the field's name where no column is to blame; empty for the whole row.
    pub column: String,
    /// What stands there, cut at 80 characters.
    pub value: String,
    /// What is wrong, and what was done.
    pub reason: String,
}

/// Rows that look like the same office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duplicate {
    /// The name of the first.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its place, by ISTAT code; empty = unknown.
    pub place: String,
    /// Where they stand.
    pub rows: Vec<Row>,
}

/// A row that went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its line.
    pub line: u64,
    /// The source's identifier.
    pub id: String,
}

/// What became of a file. As JSON it is whole; on the terminal long lists are cut.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The file's name.
    pub file: String,
    /// Its encoding, by the name that the Encoding Standard gives it.
    pub encoding: String,
    /// What stands between its cells.
    pub separator: String,
    /// Columns of the header that no field was read from.
    pub ignored_columns: Vec<String>,
    /// Rows below the header, those that are refused included; blank ones not.
    pub rows: usize,
    /// Rows that were not there before.
    pub new: usize,
    /// Rows that say something else than before.
    pub changed: usize,
    /// Rows that say the same as before, or differ only in what an editor has said since.
    pub unchanged: usize,
    /// Records that this source brought before and that are not in the file, by the source's identifiers.
    pub gone: Vec<String>,
    /// How many of those were withdrawn.
    pub withdrawn: usize,
    /// Rows that did not go in.
    pub refused: Vec<Issue>,
    /// Values that were dropped, put right or looked odd; their rows went in.
    pub warnings: Vec<Issue>,
    /// Rows that look like the same office; all of them went in.
    pub duplicates: Vec<Duplicate>,
}

impl Report {
    pub(super) fn new(file: String, encoding: &str, separator: char, ignored_columns: Vec<String>) -> Self {
        Self { file, encoding: encoding.to_owned(), separator: separator.to_string(), ignored_columns, ..Self::default() }
    }

    /// Notes that a row does not go in.
    pub(super) fn refuse(&mut self, line: u64, column: &str, value: &str, reason: &str) {
        let issue = self.issue(line, column, value, reason);
        self.refused.push(issue);
    }

    /// Notes what was done to a value of a row that goes in.
    pub(super) fn warn(&mut self, line: u64, column: &str, value: &str, reason: &str) {
        let issue = self.issue(line, column, value, reason);
        self.warnings.push(issue);
    }

    fn issue(&self, line: u64, column: &str, value: &str, reason: &str) -> Issue {
        // Nothing that could steer the terminal it is shown on.
        let mut shown: String = value.chars().map(|c| if c.is_control() || c == '\u{202e}' { '\u{fffd}' } else { c }).take(SHOWN).collect();
        if value.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        Issue { file: self.file.clone(), line, column: column.to_owned(), value: shown, reason: reason.to_owned() }
    }

    /// Puts the lists in the order of the file.
    pub(super) fn sort(&mut self) {
        self.refused.sort_by_key(|issue| issue.line);
        self.warnings.sort_by_key(|issue| issue.line);
    }

    /// Writes the whole report as JSON.
    pub fn save(&self, path: &Path) -> Result<()> {
        fs::write(path, serde_json::to_vec_pretty(self)?).with_context(|| format!("writing {}", path.display()))
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if !self.column.is_empty() {
            write!(f, ": {}", self.column)?;
        }
        if !self.value.is_empty() {
            write!(f, " \"{}\"", self.value)?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.separator == "\t" { "tab" } else { &self.separator };
        writeln!(f, "{}: {} rows ({}, separator {separator})", self.file, self.rows, self.encoding)?;
        for (what, count) in [
            ("new", self.new),
            ("changed", self.changed),
            ("unchanged", self.unchanged),
            ("gone", self.gone.len()),
            ("withdrawn", self.withdrawn),
            ("refused", self.rows_refused()),
            ("values dropped or mended", self.warnings.len()),
            ("near-duplicates", self.duplicates.len()),
        ] {
            writeln!(f, "{count:>9}  {what}")?;
        }
        if !self.ignored_columns.is_empty() {
            writeln!(f, "\nColumns not read: {}", self.ignored_columns.join(", "))?;
        }
        list(f, "Refused", &self.refused, SOME)?;
        if !self.warnings.is_empty() {
            let mut kinds: BTreeMap<(&str, &str), usize> = BTreeMap::new();
            for issue in &self.warnings {
                *kinds.entry((&issue.column, &issue.reason)).or_default() += 1;
            }
            writeln!(f, "\nDropped or mended, by column:")?;
            for ((column, reason), count) in kinds {
                writeln!(f, "{count:>9}  {column}: {reason}")?;
            }
            list(f, "Of these", &self.warnings, SOME)?;
        }
        list(f, "Gone", &self.gone, SOME_GONE)?;
        if !self.duplicates.is_empty() {
            let rows: usize = self.duplicates.iter().map(|group| group.rows.len()).sum();
            writeln!(f, "\nNear-duplicates (same name, address and place): {} groups, {rows} rows", self.duplicates.len())?;
            list(f, "", &self.duplicates, SOME)?;
        }
        Ok(())
    }
}

impl Report {
    /// Rows that did not go in; a row may have several reasons.
    pub fn rows_refused(&self) -> usize {
        let mut lines: Vec<u64> = self.refused.iter().map(|issue| issue.line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.len()
    }
}

impl fmt::Display for Duplicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.rows.iter().map(|row| row.line.to_string()).collect();
        write!(f, "{}, {} {}: lines {}", self.name, self.address, self.place, lines.join(", "))
    }
}

/// The first of a list, and how many more there are.
fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, title: &str, items: &[T], most: usize) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    if !title.is_empty() {
        writeln!(f, "\n{title}:")?;
    }
    for item in items.iter().take(most) {
        writeln!(f, "  {item}")?;
    }
    if items.len() > most {
        writeln!(f, "  ... and {} more; --report FILE writes all of them", items.len() - most)?;
    }
    Ok(())
}
