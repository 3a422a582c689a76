//! Telephone numbers out of a cell in which somebody wrote one or several.
//!
//! A landline's area code has two digits (02, 06), three (the list below) or else four; it belongs to the number
//! (national numbering plan, AGCOM resolution 8/15/CIR).

use crate::services::model::Phone;

/// Area codes of three digits.
const THREE: &[&str] = &[
    "010", "011", "015", "019", "030", "031", "035", "039", "040", "041", "045", "049", "050", "051", "055", "059", "070", "071", "075",
    "079", "080", "081", "085", "089", "090", "091", "095", "099",
];
/// More numbers than anybody wants to read.
const MOST: usize = 6;

/// The numbers in a cell, and the parts that are none or cannot be told for sure.
pub(super) fn read(cell: &str) -> (Vec<Phone>, Vec<String>) {
    let mut phones: Vec<Phone> = Vec::new();
    let mut rest = Vec::new();
    for piece in pieces(cell) {
        let (numbers, doubtful) = numbers(&piece);
        rest.extend(doubtful);
        for number in numbers {
            match phone(&number) {
                Some(phone) if phones.iter().any(|other| other.number == phone.number) => {}
                Some(phone) if phones.len() < MOST => phones.push(phone),
                _ => rest.push(number),
            }
        }
    }
    (phones, rest)
}

/// Cuts at what can only stand between numbers. Labels ("tel.") go; an extension ("int. 2") becomes a piece of its own.
fn pieces(cell: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut letters = false;
    for c in cell.chars() {
        let last = out.last().map_or("", |piece| piece.trim());
        let cut = match c {
            ';' | ',' | '|' | '\n' | '(' => c != '(' || digits(last).len() >= 8,
            '+' => !digits(last).is_empty(),
            c if c.is_alphabetic() => !digits(last).is_empty(),
            _ => false,
        };
        if cut {
            out.push(String::new());
            letters = false;
        }
        if c.is_alphabetic() {
            letters = true;
        }
        // An extension keeps its letters, so that no one takes its digits for a number.
        let extension = letters && out.len() > 1;
        if let Some(piece) = out.last_mut()
            && (c.is_ascii_digit() || matches!(c, '+' | '/' | '-' | '.' | ' ') || (extension && c.is_alphabetic()))
        {
            piece.push(c);
        }
    }
    let labels = ["e", "o", "ed", "oppure", "fax", "cell", "cel", "tel", "mobile", "telefono", "cellulare", "numero verde"];
    out.into_iter()
        .filter_map(|piece| {
            let name: String = piece.chars().take_while(|c| c.is_alphabetic() || *c == ' ').collect();
            let name = name.trim().to_lowercase();
            // A fax is not for talking.
            if name == "fax" || digits(&piece).is_empty() {
                return None;
            }
            Some(if labels.contains(&name.as_str()) {
                piece.trim_start_matches(|c: char| c.is_alphabetic() || c == ' ' || c == '.').to_owned()
            } else {
                piece.trim().to_owned()
            })
        })
        .flat_map(|piece| split_whole(&piece))
        .collect()
}

/// Cuts "0371/4471 0371/447409": a second number with its own area code after a space.
fn split_whole(piece: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    for word in piece.split(' ') {
        let current = out.last().map_or("", String::as_str);
        let own = word.starts_with('0') && (word.contains('/') || digits(word).len() >= 8);
        if own && digits(current).len() >= 8 {
            out.push(String::new());
        }
        if let Some(current) = out.last_mut() {
            current.push(' ');
            current.push_str(word);
        }
    }
    out.into_iter().map(|piece| piece.trim().to_owned()).collect()
}

/// The numbers in a piece with slashes and hyphens, in digits with their country's code if one was written, and the
/// parts that cannot be told ("8022720-32": perhaps 8022732).
fn numbers(piece: &str) -> (Vec<String>, Vec<String>) {
    if piece.chars().any(char::is_alphabetic) {
        return (Vec::new(), vec![piece.to_owned()]);
    }
    let (country, national) = country(piece);
    let groups: Vec<&str> = national.split(['/', '-']).map(str::trim).filter(|group| !digits(group).is_empty()).collect();
    let Some((first, others)) = groups.split_first() else { return (Vec::new(), Vec::new()) };
    let whole = |number: String| format!("{country}{number}");
    let first_digits = digits(first);
    // Everything in small groups is one number with its digits in pairs.
    if others.is_empty() || (first_digits.len() < 8 && others.iter().all(|group| digits(group).len() <= 4)) {
        return (vec![whole(digits(national))], Vec::new());
    }
    // A group in front that is too short to be a number belongs to all that follow.
    let is_prefix = first_digits.len() <= 4;
    let prefix = if is_prefix { first_digits.clone() } else { area(&first_digits).to_owned() };
    let mut found = if is_prefix { Vec::new() } else { vec![whole(first_digits)] };
    let mut doubtful = Vec::new();
    for group in others {
        let own = digits(group);
        if own.len() >= 8 && own.starts_with(['0', '3']) {
            found.push(whole(own));
        } else if own.len() >= 5 || (found.is_empty() && own.len() >= 3) {
            found.push(whole(format!("{prefix}{own}")));
        } else {
            doubtful.push((*group).to_owned());
        }
    }
    (found, doubtful)
}

/// The country's code, if one is written that is not Italy's, and what follows it; `+39` in front of an Italian number goes.
fn country(piece: &str) -> (&str, &str) {
    let piece = piece.trim();
    if let Some(national) = piece.strip_prefix("+39").or_else(|| piece.strip_prefix("0039")).or_else(|| piece.strip_prefix("(+39)")) {
        return ("", national.trim_start_matches(['/', '-', '.', ' ']));
    }
    piece.strip_prefix('+').map_or(("", piece), |rest| ("+", rest))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The area code of a landline, `""` for any other number.
fn area(national: &str) -> &str {
    let length = match national {
        _ if !national.starts_with('0') => return "",
        _ if national.starts_with("02") || national.starts_with("06") => 2,
        _ if THREE.iter().any(|code| national.starts_with(code)) => 3,
        _ => 4,
    };
    national.get(..length).unwrap_or("")
}

/// A number that can be one, written to be read.
fn phone(number: &str) -> Option<Phone> {
    if let Some(foreign) = number.strip_prefix('+') {
        return (8..=15).contains(&foreign.len()).then(|| Phone { number: format!("+{foreign}"), ..Phone::default() });
    }
    // `39` without its plus.
    let number = number.strip_prefix("39").filter(|rest| number.len() > 10 && rest.starts_with(['0', '3'])).unwrap_or(number);
    if number.bytes().skip(1).all(|b| b == b'0') {
        return None;
    }
    let (written, free) = match number.as_bytes().first()? {
        b'0' if (6..=11).contains(&number.len()) && !number.starts_with("00") => {
            let (code, own) = number.split_at(area(number).len());
            (format!("+39 {code} {own}"), None)
        }
        b'3' if (9..=10).contains(&number.len()) => (format!("+39 {} {}", &number[..3], &number[3..]), None),
        b'8' if (6..=10).contains(&number.len()) => {
            let free = number.starts_with("800") || number.starts_with("803");
            (format!("{} {}", &number[..3], &number[3..]), free.then_some(true))
        }
        b'1' if (3..=6).contains(&number.len()) => (number.to_owned(), None),
        _ => return None,
    };
    Some(Phone { number: written, free, always: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(cell: &str) -> String {
        let (phones, rest) = read(cell);
        let phones: Vec<String> = phones.into_iter().map(|phone| phone.number).collect();
        format!("{} | {}", phones.join("; "), rest.join("; "))
    }

    #[test]
    fn one_number_however_it_is_written() {
        for cell in ["+39 051/6634642", "051 6634642", "0039 051-663.46.42", "+390516634642", "tel. 051-66-34-642", "39 051 6634642"] {
            assert_eq!(numbers(cell), "+39 051 6634642 | ", "{cell}");
        }
        assert_eq!(numbers("(0588)//62085"), "+39 0588 62085 | ");
        assert_eq!(numbers("06 1234"), "+39 06 1234 | ");
        assert_eq!(numbers("349/1234567"), "+39 349 1234567 | ");
        assert_eq!(numbers("Numero verde 800.123.456"), "800 123456 | ");
        assert_eq!(numbers("1522"), "1522 | ");
        assert_eq!(numbers("+33 1 23 45 67 89"), "+33123456789 | ");
        assert_eq!(read("800 123456").0[0].free, Some(true));
    }

    #[test]
    fn several_numbers() {
        assert_eq!(numbers("+39 0125 670700/0125 770034"), "+39 0125 670700; +39 0125 770034 | ");
        assert_eq!(numbers("+39 0923/920016 - +39 0923/920017"), "+39 0923 920016; +39 0923 920017 | ");
        assert_eq!(numbers("+39 0884.919419/919421"), "+39 0884 919419; +39 0884 919421 | ");
        assert_eq!(numbers("+39 0966-508295-508210"), "+39 0966 508295; +39 0966 508210 | ");
        assert_eq!(numbers("+39 0371/4471 0371/447409"), "+39 0371 4471; +39 0371 447409 | ");
        assert_eq!(numbers("06 12345678; 333 1234567"), "+39 06 12345678; +39 333 1234567 | ");
        assert_eq!(numbers("0532 123456 e 0532 123456"), "+39 0532 123456 | ");
        assert_eq!(numbers("0532 123456 fax 0532 999999"), "+39 0532 123456 | ");
    }

    #[test]
    fn what_is_doubtful_is_not_guessed() {
        assert_eq!(numbers("+39 081 8022720-32-40"), "+39 081 8022720 | 32; 40");
        assert_eq!(numbers("+39 0425/940016 int.2"), "+39 0425 940016 | int.2");
        assert_eq!(numbers("011 9408008 interno 1"), "+39 011 9408008 | interno 1");
        assert_eq!(numbers("119408008"), " | 119408008", "its zero is lost");
        assert_eq!(numbers("0000000"), " | 0000000");
        assert_eq!(numbers("in sede"), " | ");
    }
}
