//! One row of the file, made into the draft of a service.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    answers,
    capitals::{settle, settle_address},
    columns::{Columns, Field},
    contacts::{self, Read},
    hours_text, phones,
    place::{self, Atlas, BadPosition, Misfit, Said},
    read::Record,
    report::Report,
    text::fold,
};
use crate::{
    content::{Kind as _, server::Draft},
    locale::{Lang, Text},
    services::{
        hours::Schedule,
        model::{Location, Organisation, Phone, Provenance, Service},
    },
    territory::server::Gazetteer,
};

/// The longest identifier, in characters.
const MAX_ID: usize = 200;
/// The longest value that is no paragraph of text, in characters.
const MAX_VALUE: usize = 500;
/// The source's name when none was given on the command line. Its identifiers are taken as they are.
const NAMELESS: &str = "services";

/// Makes drafts of rows, one after the other.
pub(super) struct Rows<'a> {
    columns: &'a Columns,
    atlas: Atlas<'a>,
    /// Slugs of topics by what they may be called, folded.
    topics: &'a HashMap<String, String>,
    source: &'a str,
    seen: HashMap<String, u64>,
}

/// A row, and where to say what is wrong with it.
struct Row<'a> {
    columns: &'a Columns,
    record: &'a Record<'a>,
    report: &'a mut Report,
}

impl Row<'_> {
    fn all(&mut self, field: Field) -> Vec<String> {
        let mut values = Vec::new();
        for (value, dirty) in self.columns.values(self.record, field) {
            if dirty {
                self.report.warn(self.record.line, self.columns.title(field), &value, "characters that cannot be read were dropped");
            }
            values.push(value);
        }
        values
    }

    /// The first value of a field, or nothing; one that is far too long is dropped.
    fn take(&mut self, field: Field) -> String {
        let value = self.all(field).into_iter().next().unwrap_or_default();
        let limit = limit(field);
        // A name is not dropped but refused.
        if field != Field::Name && value.len() > limit && value.chars().count() > limit {
            let reason = format!("it has more than {limit} characters; dropped");
            self.warn(field, &value, &reason);
            return String::new();
        }
        value
    }

    fn some(&mut self, field: Field) -> Option<String> {
        Some(self.take(field)).filter(|value| !value.is_empty())
    }

    fn text(&mut self, field: Field) -> Text {
        self.take(field).as_str().into()
    }

    fn yes_no(&mut self, field: Field) -> Option<bool> {
        let value = self.some(field)?;
        let answer = answers::yes_no(&value);
        if answer.is_none() {
            self.warn(field, &value, "neither yes nor no; dropped");
        }
        answer
    }

    fn warn(&mut self, field: Field, value: &str, reason: &str) {
        self.report.warn(self.record.line, self.columns.title(field), value, reason);
    }

    fn refuse(&mut self, field: Field, value: &str, reason: &str) {
        self.report.refuse(self.record.line, self.columns.title(field), value, reason);
    }
}

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &'a Columns, gazetteer: &'a Gazetteer, topics: &'a HashMap<String, String>, source: &'a str) -> Self {
        Self { columns, atlas: Atlas::new(gazetteer), topics, source, seen: HashMap::new() }
    }

    /// The draft of a row, or `None` if it is refused; the report says why, and what was dropped.
    pub(super) fn read(&mut self, record: &Record<'_>, report: &mut Report) -> Option<Draft<Service>> {
        let (cells, columns) = (record.cells.len(), self.columns.len());
        if record.cells.iter().skip(columns).any(|cell| !cell.trim().is_empty()) || cells * 2 < columns {
            let reason = format!("the row has {cells} cells, the header {columns}");
            report.refuse(record.line, "", &record.cells.join(&report.separator), &reason);
            return None;
        }
        let warnings = report.warnings.len();
        let row = &mut Row { columns: self.columns, record, report };
        let draft = self.draft(row);
        if draft.is_none() {
            // What was dropped from a row that did not go in is nobody's business.
            report.warnings.truncate(warnings);
        } else if cells < columns {
            report.warn(
                record.line,
                "",
                "",
                &format!("the row has {cells} cells, the header {columns}; those at its end are taken as empty"),
            );
        }
        draft
    }

    fn draft(&mut self, row: &mut Row<'_>) -> Option<Draft<Service>> {
        let name = row.take(Field::Name);
        let name = settle(&name);
        let category = row.take(Field::Category);
        let slug = self.category(&category);
        let longest = limit(Field::Name);
        if name.is_empty() {
            row.refuse(Field::Name, "", "a service needs a name");
        } else if name.chars().count() > longest {
            row.refuse(Field::Name, &name, &format!("it has more than {longest} characters"));
        } else if category.is_empty() {
            row.refuse(Field::Category, "", "a service needs a category");
        } else if slug.is_none() {
            row.refuse(Field::Category, &category, "no topic of this name; a mapping file can say which one it is");
        } else {
            let category = slug?;
            let location = self.location(row);
            let source_id = self.source_id(row, &name, &location)?;
            let fields = self.service(row, &name, category, location);
            return Some(Draft { source_id, slug: None, fields });
        }
        None
    }

    fn category(&self, said: &str) -> Option<String> {
        let folded = fold(said);
        let mapped = self.columns.category(&folded).map_or(Cow::Borrowed(folded.as_str()), |slug| Cow::Owned(fold(slug)));
        self.topics.get(mapped.as_ref()).cloned()
    }

    /// The source's identifier, or one made of what the record is; `None` if it is missing or comes twice.
    fn source_id(&mut self, row: &mut Row<'_>, name: &str, location: &Location) -> Option<String> {
        let id = if self.columns.has(Field::Id) {
            let said = row.take(Field::Id);
            if said.is_empty() || said.chars().count() > MAX_ID {
                row.refuse(Field::Id, &said, if said.is_empty() { "a record needs an identifier" } else { "too long for an identifier" });
                return None;
            }
            // "17" of one register is not "17" of another.
            if self.source == NAMELESS || said.contains(':') { said } else { format!("{}:{said}", self.source) }
        } else {
            let address = location.address.as_deref().unwrap_or_default();
            let place = location.place.as_deref().unwrap_or_default();
            format!("{}:{}|{}|{place}", self.source, fold(name), fold(address))
        };
        if let Some(line) = self.seen.get(&id) {
            let reason = format!("the same identifier as on line {line}");
            row.refuse(Field::Id, &id, &reason);
            return None;
        }
        self.seen.insert(id.clone(), row.record.line);
        Some(id)
    }

    fn service(&self, row: &mut Row<'_>, name: &str, category: String, location: Location) -> Service {
        let also = self.also(row, &category);
        let (email, website) = addresses(row);
        let (cost, free) = cost(row);
        let mut service = Service {
            name: name.into(),
            description: row.text(Field::Description),
            addressed: row.text(Field::Addressed),
            how_to: row.text(Field::HowTo),
            needed: row.text(Field::Needed),
            achieved: row.text(Field::Achieved),
            times: row.text(Field::Times),
            cost,
            access: row.text(Field::Access),
            conditions: row.text(Field::Conditions),
            category,
            also,
            subtype: settle(&row.take(Field::Subtype)).into_owned(),
            organisation: organisation(row, name),
            locations: if location == Location::default() { Vec::new() } else { vec![location] },
            phones: telephones(row),
            email,
            website,
            schedule: schedule(row),
            languages: languages(row),
            free,
            undocumented: row.yes_no(Field::Undocumented),
            source: self.provenance(row),
            verified: None,
        };
        self.notes(row, &mut service);
        service
    }

    fn also(&self, row: &mut Row<'_>, category: &str) -> Vec<String> {
        let said = row.take(Field::OtherCategories);
        let marks: &[char] = if said.contains([',', ';', '|']) { &[',', ';', '|'] } else { &[' '] };
        let mut also = Vec::new();
        for word in said.split(marks).map(str::trim).filter(|word| !word.is_empty()) {
            match self.category(word) {
                Some(slug) if slug == category || also.contains(&slug) => {}
                Some(slug) => also.push(slug),
                None => row.warn(Field::OtherCategories, word, "no topic of this name; dropped"),
            }
        }
        also
    }

    fn location(&self, row: &mut Row<'_>) -> Location {
        let said = Said {
            istat: row.take(Field::ComuneIstat),
            comune: row.take(Field::Comune),
            province: row.take(Field::Province),
            region: row.take(Field::Region),
            territory: row.take(Field::Territory),
        };
        let (place, misfits) = self.atlas.find(&said);
        let unknown_comune = misfits.contains(&Misfit::Comune);
        for misfit in misfits {
            let (field, value, reason) = match misfit {
                Misfit::Istat => (Field::ComuneIstat, &said.istat, "no comune has this code; the name was used"),
                Misfit::Contradiction => (Field::Comune, &said.comune, "another comune than the one of the code; the code was used"),
                Misfit::Comune if place.is_some() => {
                    (Field::Comune, &said.comune, "no comune of this name there; kept in the address, filed under the wider place")
                }
                Misfit::Comune => (Field::Comune, &said.comune, "no comune of this name; kept in the address, filed as national"),
                Misfit::Province => (Field::Province, &said.province, "no province of this name; dropped"),
                Misfit::Region => (Field::Region, &said.region, "no region of this name; dropped"),
            };
            row.warn(field, value, reason);
        }
        let street = row.take(Field::Address);
        let number = row.take(Field::HouseNumber);
        let number = number.strip_suffix(".0").unwrap_or(&number);
        let mut address = settle_address(&street).into_owned();
        if !address.is_empty() && !number.is_empty() && !address.ends_with(number) {
            address = format!("{address}, {number}");
        }
        if unknown_comune {
            address = [address.as_str(), &settle(&said.comune)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        }
        let cap = row.some(Field::Cap).and_then(|said| {
            let cap = self.atlas.cap(&said, place.as_deref());
            if cap.is_none() {
                row.warn(Field::Cap, &said, "no postal code of this place; dropped");
            }
            cap
        });
        let (lat, lon) = position(row).unzip();
        let address = Some(address).filter(|address| !address.is_empty());
        let known = address.is_some() || cap.is_some() || place.is_some() || lat.is_some();
        let wheelchair = row.yes_no(Field::Wheelchair).filter(|_| known);
        Location { address, cap, place, lat, lon, wheelchair }
    }

    fn provenance(&self, row: &mut Row<'_>) -> Provenance {
        let said = row.some(Field::Source).unwrap_or_else(|| self.source.to_owned());
        let register = self.columns.sources.get(&said);
        let url = row.some(Field::SourceUrl).and_then(|said| match contacts::site(&said) {
            Read::Right(url) | Read::Mended(url, _) => Some(url),
            Read::Email(_) | Read::Bad(_) => {
                row.warn(Field::SourceUrl, &said, "it is no address of a page; dropped");
                None
            }
        });
        let date = row.some(Field::RefDate).and_then(|said| {
            let date = answers::day(&said);
            if date.is_none() {
                row.warn(Field::RefDate, &said, "no day, month or year; dropped");
            }
            date
        });
        Provenance {
            url: url.or_else(|| register.and_then(|register| register.url.clone())),
            name: register.map_or(said, |register| register.name.clone()),
            // "derived" says that there is none.
            licence: row.some(Field::Licence).filter(|licence| licence != "derived"),
            date,
        }
    }

    /// What the notes say that the mapping knows goes where it belongs; the rest joins the description.
    fn notes(&self, row: &mut Row<'_>, service: &mut Service) {
        let Some(mut rest) = row.some(Field::Notes) else { return };
        for note in &self.columns.notes {
            let Some(at) = rest.find(&note.says) else { continue };
            rest.replace_range(at..at + note.says.len(), "");
            if let Some(more) = &note.source {
                service.source.name = format!("{}; {more}", service.source.name);
            }
            for (lang, text) in note.conditions.iter() {
                if service.conditions.exactly(lang).is_none() {
                    service.conditions.set(lang, text);
                }
            }
        }
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.'));
        if !rest.is_empty() {
            let before = service.description.exactly(Lang::SOURCE).map(|text| format!("{text}\n\n")).unwrap_or_default();
            let text = format!("{before}{rest}");
            if text.chars().count() > limit(Field::Description) {
                row.warn(Field::Notes, rest, "too long beside the description; dropped");
            } else {
                service.description.set(Lang::SOURCE, text);
            }
        }
    }
}

/// The longest value of a field, in characters.
fn limit(field: Field) -> usize {
    Service::FIELDS.iter().find(|f| f.name == field.name() && f.limit > 0).map_or(MAX_VALUE, |f| f.limit)
}

fn organisation(row: &mut Row<'_>, name: &str) -> Option<Organisation> {
    let said = row.some(Field::Organisation)?;
    let settled = settle(&said);
    // Its own name again says nothing.
    if fold(&settled) == fold(name) {
        return None;
    }
    let website = row.some(Field::OrganisationWebsite).and_then(|said| match contacts::site(&said) {
        Read::Right(site) | Read::Mended(site, _) => Some(site),
        Read::Email(_) | Read::Bad(_) => None,
    });
    Some(Organisation { name: settled.into_owned(), website })
}

/// The e-mail address and the site; an e-mail address in the column of sites is taken for what it is.
fn addresses(row: &mut Row<'_>) -> (Option<String>, Option<String>) {
    let mut email = None;
    for said in row.all(Field::Email) {
        let (found, rest) = contacts::emails(&said);
        for part in rest {
            row.warn(Field::Email, part, if found.is_some() { "only one address is kept; dropped" } else { "no e-mail address; dropped" });
        }
        email = email.or(found);
    }
    let mut website = None;
    for said in row.all(Field::Website) {
        match contacts::site(&said) {
            Read::Right(site) => website = website.or(Some(site)),
            Read::Mended(site, how) => {
                row.warn(Field::Website, &said, &format!("{how}; mended"));
                website = website.or(Some(site));
            }
            Read::Email(address) => {
                let reason = if email.is_none() { "an e-mail address; taken as that" } else { "an e-mail address; dropped" };
                row.warn(Field::Website, &said, reason);
                email = email.or(Some(address));
            }
            Read::Bad(why) => row.warn(Field::Website, &said, &format!("{why}; dropped")),
        }
    }
    (email, website)
}

fn telephones(row: &mut Row<'_>) -> Vec<Phone> {
    let mut all: Vec<Phone> = Vec::new();
    for said in row.all(Field::Phone) {
        let (found, rest) = phones::read(&said);
        if found.is_empty() {
            row.warn(Field::Phone, &said, "no telephone number; dropped");
        } else {
            for part in rest {
                row.warn(Field::Phone, &part, "a part that is no number by itself; dropped");
            }
        }
        let known: HashSet<String> = all.iter().map(|phone| phone.number.clone()).collect();
        all.extend(found.into_iter().filter(|phone| !known.contains(&phone.number)));
    }
    all
}

/// What it costs in words, and whether nothing; each column may say the other's part.
fn cost(row: &mut Row<'_>) -> (Text, Option<bool>) {
    let said = row.take(Field::Cost);
    let word = answers::yes_no(&said).filter(|_| said.chars().any(char::is_alphabetic) && said.len() > 3);
    let mut cost: Text = if word.is_some() { Text::default() } else { said.as_str().into() };
    let Some(said) = row.some(Field::Free) else { return (cost, word) };
    let free = answers::yes_no(&said);
    if free.is_none() {
        if cost.is_empty() && said.chars().any(char::is_alphanumeric) {
            cost.set(Lang::SOURCE, said);
        } else {
            row.warn(Field::Free, &said, "neither yes nor no; dropped");
        }
    }
    (cost, free.or(word))
}

fn languages(row: &mut Row<'_>) -> Vec<String> {
    let said = row.take(Field::Languages);
    let (codes, unknown) = answers::languages(&said);
    for word in unknown {
        row.warn(Field::Languages, &word, "no language of this name is known; dropped");
    }
    codes
}

fn schedule(row: &mut Row<'_>) -> Option<Schedule> {
    let appointment = row.yes_no(Field::Appointment);
    let Some(said) = row.some(Field::Hours) else {
        return appointment.map(|_| Schedule { appointment, ..Schedule::default() });
    };
    let mut schedule = hours_text::read(&said).unwrap_or_else(|| {
        row.warn(Field::Hours, &said, "hours that cannot be computed with; kept as text");
        Schedule { text: said.clone(), ..Schedule::default() }
    });
    schedule.appointment = schedule.appointment.or(appointment);
    Some(schedule)
}

fn position(row: &mut Row<'_>) -> Option<(f64, f64)> {
    let (mut lat, mut lon) = (row.take(Field::Lat), row.take(Field::Lon));
    let mut field = Field::Lat;
    if lat.is_empty() && lon.is_empty() {
        field = Field::Position;
        let both = row.some(Field::Position)?;
        (lat, lon) = match place::pair(&both) {
            Some((lat, lon)) => (lat.to_owned(), lon.to_owned()),
            None => (both, String::new()),
        };
    }
    let shown = format!("{lat} {lon}");
    match place::position(&lat, &lon) {
        Ok((lat, lon, false)) => Some((lat, lon)),
        Ok((lat, lon, true)) => {
            row.warn(field, &shown, "latitude and longitude had changed places; mended");
            Some((lat, lon))
        }
        Err(BadPosition::Unreadable) => {
            row.warn(field, &shown, "no coordinates in degrees; dropped");
            None
        }
        Err(BadPosition::Elsewhere) => {
            row.warn(field, &shown, "not in Italy; dropped");
            None
        }
    }
}
