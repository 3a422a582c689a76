//! From the bytes of a file to rows.
//!
//! # Why
//! The `csv` crate reads on after a quote that is never closed, to the end of the file if need be, and says nothing. A
//! register that people keep by hand has such quotes: here they cost one row, which is reported with its line.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Line breaks that a quoted cell may hold; more of them, and the quote was never meant to be one.
const MAX_BREAKS: usize = 60;
/// The longest quoted cell, in bytes.
const MAX_QUOTED: usize = 1 << 18;

/// A row of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// The line it starts on, from 1.
    pub(super) line: u64,
    /// Its cells, as they are.
    pub(super) cells: Vec<Cow<'a, str>>,
}

/// A line that is no row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken<'a> {
    /// From 1.
    pub(super) line: u64,
    /// What stands there.
    pub(super) text: &'a str,
    /// What is wrong.
    pub(super) reason: &'static str,
}

/// The text of a file, and the name of the encoding it was in.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, &'static str) {
    let (encoding, skip) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, _) = encoding.decode_without_bom_handling(&bytes[skip..]);
    // Lines of an old Macintosh.
    let text = if text.contains('\r') && !text.contains('\n') { Cow::Owned(text.replace('\r', "\n")) } else { text };
    (text, encoding.name())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [_, 0, _, 0, ..] => return UTF_16LE,
        [0, _, 0, _, ..] => return UTF_16BE,
        _ => {}
    }
    // A few broken bytes do not make a UTF-8 file Latin-1: what they hit is reported, the rest is right.
    let (mut broken, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    if broken == 0 || right > 10 * broken {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"it"), chardetng::Utf8Detection::Deny)
}

/// Reads the rows of a text, one after the other. Blank lines are passed over.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
}

impl<'a> Reader<'a> {
    /// A reader of a text whose first row tells the separator: comma, semicolon, tab or bar.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Self { text, at: 0, line: 1, delimiter: b',' };
        reader.skip_blank();
        let first = reader.rest_of_line();
        // A spreadsheet may say it outright, on a line of its own.
        if let Some(named) = first.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
            reader.skip_line();
            return Self { delimiter: named, ..reader };
        }
        let mut quoted = false;
        let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
        for byte in text.bytes().skip(reader.at) {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' if !quoted => break,
                _ if quoted => {}
                _ => counts.iter_mut().filter(|(separator, _)| *separator == byte).for_each(|(_, count)| *count += 1),
            }
        }
        // The first of those that are equally many.
        if let Some((separator, _)) = counts.iter().rev().max_by_key(|(_, count)| *count) {
            reader.delimiter = *separator;
        }
        reader
    }

    /// What stands between cells.
    pub(super) fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// How many bytes were read.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    fn rest_of_line(&self) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find('\n').unwrap_or(rest.len());
        rest[..end].trim_end_matches('\r')
    }

    fn skip_line(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
        self.line += 1;
    }

    fn skip_blank(&mut self) {
        while self.at < self.text.len() && self.rest_of_line().trim().is_empty() {
            self.skip_line();
        }
    }

    /// The cells from here to the end of the row; and where it ends.
    fn cells(&self) -> Result<(Vec<Cow<'a, str>>, usize), &'static str> {
        let bytes = self.text.as_bytes();
        let mut cells = Vec::new();
        let mut at = self.at;
        loop {
            let (cell, end) = if bytes.get(at) == Some(&b'"') { self.quoted(at + 1)? } else { self.plain(at) };
            cells.push(cell);
            match bytes.get(end) {
                Some(byte) if *byte == self.delimiter => at = end + 1,
                Some(b'\r') => return Ok((cells, end + 2)),
                Some(_) => return Ok((cells, end + 1)),
                None => return Ok((cells, end)),
            }
        }
    }

    /// A cell without quotes, and where its separator or line break stands.
    fn plain(&self, from: usize) -> (Cow<'a, str>, usize) {
        let rest = &self.text.as_bytes()[from..];
        let mut end = from + rest.iter().position(|b| *b == self.delimiter || *b == b'\n').unwrap_or(rest.len());
        if end > from
            && self.text.as_bytes().get(end) != Some(&self.delimiter)
            && self.text.as_bytes()[end - 1] == b'\r'
            && end < self.text.len()
        {
            end -= 1;
        }
        (Cow::Borrowed(&self.text[from..end]), end)
    }

    /// A cell after its opening quote, and where its separator or line break stands.
    fn quoted(&self, from: usize) -> Result<(Cow<'a, str>, usize), &'static str> {
        const OPEN: &str = "a quote is opened and not closed";
        let bytes = self.text.as_bytes();
        let mut cell = Cow::Borrowed("");
        let mut at = from;
        loop {
            let quote = at + bytes[at..].iter().take(MAX_QUOTED).position(|b| *b == b'"').ok_or(OPEN)?;
            cell += &self.text[at..quote];
            if bytes.get(quote + 1) == Some(&b'"') {
                cell += "\"";
                at = quote + 2;
                continue;
            }
            if cell.len() > MAX_QUOTED || cell.bytes().filter(|b| *b == b'\n').count() > MAX_BREAKS {
                return Err(OPEN);
            }
            let spaces = bytes[quote + 1..].iter().take_while(|b| **b == b' ').count();
            let end = quote + 1 + spaces;
            return match (bytes.get(end), bytes.get(end + 1)) {
                (None | Some(b'\n'), _) | (Some(b'\r'), Some(b'\n')) => Ok((cell, end)),
                (Some(byte), _) if *byte == self.delimiter => Ok((cell, end)),
                _ => Err("a quote stands inside a quoted cell"),
            };
        }
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Result<Record<'a>, Broken<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.skip_blank();
            if self.at >= self.text.len() {
                return None;
            }
            let line = self.line;
            match self.cells() {
                Ok((cells, end)) => {
                    let end = end.min(self.text.len());
                    let breaks = self.text[self.at..end].matches('\n').count();
                    self.line += breaks as u64;
                    self.at = end;
                    // A spreadsheet writes its empty rows as separators.
                    if cells.iter().any(|cell| !cell.trim().is_empty()) {
                        return Some(Ok(Record { line, cells }));
                    }
                }
                Err(reason) => {
                    // Only this line is lost: the next may be a row again.
                    let text = self.rest_of_line();
                    self.skip_line();
                    return Some(Err(Broken { line, text, reason }));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = Result<(u64, Vec<String>), (u64, &'static str)>;

    fn rows(text: &str) -> Vec<Row> {
        Reader::new(text)
            .map(|row| match row {
                Ok(record) => Ok((record.line, record.cells.into_iter().map(Cow::into_owned).collect())),
                Err(broken) => Err((broken.line, broken.reason)),
            })
            .collect()
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of the rows")]
    fn row(line: u64, cells: &[&str]) -> Row {
        Ok((line, cells.iter().map(|c| (*c).to_owned()).collect()))
    }

    #[test]
    fn separators_line_ends_and_quotes() {
        assert_eq!(rows("a;b\r\n1;\"x;\"\"y\"\"\"\r\n"), [row(1, &["a", "b"]), row(2, &["1", "x;\"y\""])]);
        assert_eq!(rows("a\tb\n1\t2,3"), [row(1, &["a", "b"]), row(2, &["1", "2,3"])]);
        assert_eq!(rows("sep=;\na;b\n"), [row(2, &["a", "b"])]);
        assert_eq!(rows("\n\na,b\n\n,,\n1,"), [row(3, &["a", "b"]), row(6, &["1", ""])]);
        assert_eq!(rows("\"a\nb\",c\n\"1\n\n2\" ,3\n4,5\n"), [row(1, &["a\nb", "c"]), row(3, &["1\n\n2", "3"]), row(6, &["4", "5"])]);
    }

    #[test]
    fn a_broken_quote_costs_its_line_and_no_other() {
        let text = "a,b\n1,\"Scuola \"Rossi\" di Asti\"\n2,\"mai chiusa\n3,\"bene\"\n4,ok \"così\"\n";
        assert_eq!(
            rows(text),
            [
                row(1, &["a", "b"]),
                Err((2, "a quote stands inside a quoted cell")),
                Err((3, "a quote stands inside a quoted cell")),
                row(4, &["3", "bene"]),
                row(5, &["4", "ok \"così\""]),
            ]
        );
        assert_eq!(rows("a,b\n1,\"x\n").last(), Some(&Err((2, "a quote is opened and not closed"))));
    }

    #[test]
    fn encodings() {
        let text = "nome;città\nUniversità è più;Forlì\n";
        let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
        let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let with = |bom: &[u8], rest: &[u8]| [bom, rest].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (with(&[0xef, 0xbb, 0xbf], text.as_bytes()), "UTF-8"),
            (latin.into_owned(), "windows-1252"),
            (with(&[0xff, 0xfe], &utf16(u16::to_le_bytes)), "UTF-16LE"),
            (with(&[0xfe, 0xff], &utf16(u16::to_be_bytes)), "UTF-16BE"),
            (utf16(u16::to_le_bytes), "UTF-16LE"),
        ] {
            let (decoded, name) = decode(&bytes);
            assert_eq!((decoded.as_ref(), name), (text, encoding));
        }
        assert_eq!(decode(b"a\rb\r").0, "a\nb\n");
        let damaged = [text.repeat(9).as_bytes(), b"\xff"].concat();
        assert_eq!(decode(&damaged).1, "UTF-8", "one broken byte among many right ones");
    }
}
