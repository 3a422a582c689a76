//! Opening hours as people write them in a cell, in Italian or English or in the form of OpenStreetMap.
//!
//! Either the whole text is understood, or it is kept as it is: hours that are half understood send somebody to a
//! closed door.

use jiff::civil::Time;

use super::text::plain;
use crate::services::hours::{Opening, Schedule};

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// 1 = Monday to 7 = Sunday.
    Day(u8),
    Time(Time),
    /// From ... to.
    To,
    /// And.
    And,
    /// A slash: "and" between days, "to" between two times.
    Slash,
    /// The end of a rule.
    End,
    Closed,
}

/// Words that are understood together, and what stands for them. Longer ones first.
const PHRASES: &[(&str, &str)] = &[
    ("tutti i giorni", " lun - dom "),
    ("ogni giorno", " lun - dom "),
    ("7 giorni su 7", " lun - dom "),
    ("every day", " lun - dom "),
    ("everyday", " lun - dom "),
    ("daily", " lun - dom "),
    ("fine settimana", " sab - dom "),
    ("weekend", " sab - dom "),
];
/// Also by appointment: beside the hours, not instead of them.
const ALSO_APPOINTMENT: &[&str] = &[
    "anche su appuntamento",
    "o su appuntamento",
    "oppure su appuntamento",
    "e su appuntamento",
    "or by appointment",
    "also by appointment",
];
const APPOINTMENT: &[&str] = &[
    "solo su appuntamento",
    "esclusivamente su appuntamento",
    "solo previo appuntamento",
    "previo appuntamento",
    "su appuntamento",
    "su prenotazione",
    "con appuntamento",
    "by appointment only",
    "only by appointment",
    "by appointment",
    "on appointment",
];
/// True, but no week can say it: the text stays beside the hours.
const HOLIDAYS: &[&str] = &[
    "esclusi i festivi",
    "escluso i festivi",
    "esclusi festivi",
    "escluso festivi",
    "festivi esclusi",
    "festivi chiuso",
    "chiuso nei festivi",
    "chiuso i festivi",
    "chiuso festivi",
    "except public holidays",
    "closed on public holidays",
    "ph off",
    "ph closed",
];
const ALWAYS: &[&str] = &[
    "24/7",
    "24/7/365",
    "h24",
    "h 24",
    "h24 7/7",
    "24h",
    "24h/24",
    "24 h",
    "24/24",
    "24 ore",
    "24 ore su 24",
    "24 ore su 24 7 giorni su 7",
    "sempre aperto",
    "always open",
    "open 24 hours",
    "aperto 24 ore su 24",
];
const FILLERS: &[&str] = &[
    "il",
    "lo",
    "la",
    "i",
    "le",
    "gli",
    "nei",
    "nel",
    "di",
    "del",
    "ore",
    "ora",
    "orario",
    "orari",
    "apertura",
    "aperto",
    "aperta",
    "aperti",
    "open",
    "hours",
    "h",
    "dal",
    "dalle",
    "da",
    "dalla",
    "from",
    "mattina",
    "mattino",
    "pomeriggio",
    "sera",
    "morning",
    "afternoon",
    "giorni",
    "giorno",
    "anche",
    "on",
    "pubblico",
    "al pubblico",
    "s",
    "the",
];

/// The hours in a text; `None` if they cannot be read for sure.
pub(super) fn read(said: &str) -> Option<Schedule> {
    let mut text = plain(said).replace(['–', '—', '−'], "-");
    let trimmed = text.trim().trim_end_matches('.');
    if ALWAYS.contains(&trimmed) {
        return Some(Schedule { always: true, ..Schedule::default() });
    }
    let also = take(&mut text, ALSO_APPOINTMENT);
    let appointment = take(&mut text, APPOINTMENT).then_some(true);
    let holidays = take(&mut text, HOLIDAYS);
    for (phrase, meaning) in PHRASES {
        text = text.replace(phrase, meaning);
    }
    let (tokens, osm) = tokens(&text)?;
    let weekly = week(&tokens, osm)?;
    if weekly.is_empty() && appointment.is_none() {
        return None;
    }
    let always = (1..=7).all(|day| weekly.iter().any(|o| o.day == day && o.from == Time::midnight() && o.to == Time::midnight()));
    let text = if also || holidays { said.to_owned() } else { String::new() };
    Some(Schedule { weekly: if always { Vec::new() } else { weekly }, appointment, always, text, ..Schedule::default() })
}

/// Takes phrases out of a text; whether there was one.
fn take(text: &mut String, phrases: &[&str]) -> bool {
    let mut found = false;
    for phrase in phrases {
        let mut from = 0;
        while let Some(at) = text[from..].find(phrase).map(|at| from + at) {
            let end = at + phrase.len();
            // "o su appuntamento" is no part of "solo su appuntamento".
            if text[..at].ends_with(char::is_alphanumeric) || text[end..].starts_with(char::is_alphanumeric) {
                from = end;
            } else {
                text.replace_range(at..end, " ");
                from = at;
                found = true;
            }
        }
    }
    found
}

/// The tokens of a text, and whether its days are those of OpenStreetMap; `None` at anything that is not understood.
fn tokens(text: &str) -> Option<(Vec<Token>, bool)> {
    let mut tokens = Vec::new();
    let (mut osm, mut other) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let (time, length) = clock(rest)?;
            tokens.push(Token::Time(time));
            rest = &rest[length..];
        } else if c.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            rest = after;
            match word {
                "al" | "alle" | "alla" | "a" | "to" | "till" | "until" | "fino" => tokens.push(Token::To),
                "e" | "ed" | "and" => tokens.push(Token::And),
                "chiuso" | "chiusa" | "chiusi" | "closed" | "off" => tokens.push(Token::Closed),
                word => match day(word) {
                    Some(day) => {
                        // "mo" to "su", but not "sa", which Italian has too.
                        osm |= matches!(word, "mo" | "tu" | "we" | "th" | "fr" | "su");
                        other |= word.len() > 2;
                        tokens.push(Token::Day(day));
                    }
                    None if FILLERS.contains(&word) => {}
                    None => return None,
                },
            }
        } else {
            match c {
                '-' => tokens.push(Token::To),
                ',' | '&' | '+' => tokens.push(Token::And),
                '/' => tokens.push(Token::Slash),
                ';' | '\n' | '|' => tokens.push(Token::End),
                ' ' | '.' | ':' | '(' | ')' | '\'' => {}
                _ => return None,
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    tokens.dedup_by(|a, b| a == b && *a == Token::To); // "fino alle"
    Some((tokens, osm && !other))
}

/// A time at the front of a text ("9", "9.30", "09:00", "9,30", "9h30", "3pm"), and its length in bytes.
fn clock(text: &str) -> Option<(Time, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let hours = digits(0);
    if hours > 2 {
        return None;
    }
    let mut length = hours;
    let mut hour: i8 = text[..hours].parse().ok()?;
    let mut minute: i8 = 0;
    if bytes.get(hours).is_some_and(|b| b":.,h".contains(b)) && digits(hours + 1) == 2 {
        minute = text[hours + 1..hours + 3].parse().ok()?;
        length += 3;
        // Seconds.
        if bytes.get(length) == Some(&b':') && digits(length + 1) == 2 {
            length += 3;
        }
    }
    let rest = text[length..].trim_start();
    let half = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)].into_iter().find(|(half, _)| rest.starts_with(half));
    if let Some((name, more)) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + more;
        length = text.len() - rest.len() + name.len();
    }
    if hour == 24 && minute == 0 {
        hour = 0;
    }
    Some((Time::new(hour, minute, 0, 0).ok()?, length))
}

fn day(word: &str) -> Option<u8> {
    Some(match word {
        "lunedi" | "lun" | "lu" | "monday" | "mon" | "mo" => 1,
        "martedi" | "mar" | "ma" | "tuesday" | "tues" | "tue" | "tu" => 2,
        "mercoledi" | "mer" | "me" | "wednesday" | "wed" | "we" => 3,
        "giovedi" | "gio" | "gi" | "thursday" | "thurs" | "thur" | "thu" | "th" => 4,
        "venerdi" | "ven" | "ve" | "friday" | "fri" | "fr" => 5,
        "sabato" | "sab" | "sa" | "saturday" | "sat" => 6,
        "domenica" | "dom" | "do" | "sunday" | "sun" | "su" => 7,
        _ => return None,
    })
}

/// Days and their hours.
#[derive(Default)]
struct Rule {
    days: Vec<u8>,
    slots: Vec<(Time, Time)>,
    closed: bool,
    /// Beside the rules before it, rather than instead of them.
    adds: bool,
}

fn week(tokens: &[Token], osm: bool) -> Option<Vec<Opening>> {
    let mut rules: Vec<Rule> = Vec::new();
    let mut rule = Rule::default();
    // "9-13 lun-ven": the hours come first.
    let mut hours_first = false;
    let mut at = 0;
    let mut range = false;
    let mut last_and = false;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match *token {
            Token::Day(day) => {
                let complete = !rule.days.is_empty() && (!rule.slots.is_empty() || rule.closed);
                if complete && !hours_first {
                    rules.push(std::mem::take(&mut rule));
                    rule.adds = last_and;
                }
                hours_first |= rule.days.is_empty() && !rule.slots.is_empty();
                match rule.days.last().copied().filter(|_| range) {
                    Some(mut from) => {
                        while from != day {
                            from = from % 7 + 1;
                            rule.days.push(from);
                        }
                    }
                    None => rule.days.push(day),
                }
            }
            Token::Time(from) => {
                let to = match (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2)) {
                    (Some(Token::To), Some(Token::Time(to)), _) => *to,
                    (Some(Token::Slash), Some(Token::Time(to)), next) if next != Some(&Token::To) => *to,
                    _ => return None,
                };
                at += 2;
                // Over midnight only what begins in the evening; "9-1" may as well mean one in the afternoon.
                let midnight = to == Time::midnight();
                if from == to && !midnight || (to < from && !midnight && from.hour() < 17) {
                    return None;
                }
                if hours_first && !rule.days.is_empty() {
                    rules.push(std::mem::take(&mut rule));
                    hours_first = false;
                }
                rule.slots.push((from, to));
            }
            Token::Closed => rule.closed = true,
            Token::To
                if matches!(tokens.get(at), Some(Token::Day(_))) && !rule.days.is_empty() && (rule.slots.is_empty() || hours_first) => {}
            Token::To => return None,
            Token::End if rule.days.is_empty() && rule.slots.is_empty() => {}
            Token::End if hours_first || !rule.slots.is_empty() || rule.closed => {
                rules.push(std::mem::take(&mut rule));
                hours_first = false;
            }
            Token::And | Token::Slash | Token::End => {}
        }
        range = *token == Token::To;
        last_and = matches!(token, Token::And);
    }
    if !rule.days.is_empty() || !rule.slots.is_empty() || rule.closed {
        rules.push(rule);
    }
    apply(rules, osm)
}

/// In OpenStreetMap's form a later rule takes its days from the earlier ones; people who write "lun-ven 9-13; mer 15-17"
/// mean both, unless the hours overlap.
fn apply(rules: Vec<Rule>, osm: bool) -> Option<Vec<Opening>> {
    let mut week: Vec<Opening> = Vec::new();
    for rule in rules {
        if rule.days.is_empty() || (rule.slots.is_empty() != rule.closed) {
            return None;
        }
        for &day in &rule.days {
            let new: Vec<Opening> = rule.slots.iter().map(|&(from, to)| Opening { day, from, to }).collect();
            let overlap = week.iter().any(|old| old.day == day && new.iter().any(|new| old.from < new.to && new.from < old.to));
            if rule.closed || overlap || (osm && !rule.adds) {
                week.retain(|old| old.day != day);
            }
            week.extend(new);
        }
    }
    week.sort_by_key(|opening| (opening.day, opening.from));
    week.dedup();
    Some(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "1 09:00-13:00, 2 ...": what was read, days with equal hours one after the other.
    fn show(text: &str) -> String {
        let Some(schedule) = read(text) else { return "text".to_owned() };
        let mut parts: Vec<String> =
            schedule.weekly.iter().map(|o| format!("{} {}-{}", o.day, o.from.strftime("%H:%M"), o.to.strftime("%H:%M"))).collect();
        parts.extend(schedule.always.then(|| "always".to_owned()));
        parts.extend(schedule.appointment.map(|yes| format!("appointment {yes}")));
        parts.extend((!schedule.text.is_empty()).then(|| "and text".to_owned()));
        parts.join(", ")
    }

    fn days(from: u8, to: u8, hours: &str) -> String {
        (from..=to).map(|day| format!("{day} {hours}")).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_week_in_many_forms() {
        let mornings = days(1, 5, "09:00-13:00");
        for text in [
            "lun-ven 9-13",
            "Lun - Ven: 9.00 - 13.00",
            "dal lunedì al venerdì dalle ore 9:00 alle ore 13:00",
            "Mo-Fr 09:00-13:00",
            "Monday to Friday 9am to 1pm",
            "9-13 lun-ven",
            "LUNEDI-VENERDI 9,00/13,00",
            "lu ma me gi ve 9-13",
            "Lun., mar., mer., gio. e ven. h 9.00-13.00",
            "lunedì/venerdì",
            "dal lunedì al venerdì: 09:00–13:00.",
        ] {
            let expected = if text == "lunedì/venerdì" { "text" } else { &mornings };
            assert_eq!(show(text), expected, "{text}");
        }
    }

    #[test]
    fn several_rules() {
        assert_eq!(show("Mo-Fr 09:00-13:00; Sa 9-12"), format!("{}, 6 09:00-12:00", days(1, 5, "09:00-13:00")));
        assert_eq!(show("martedì e giovedì 15.00-17.30"), "2 15:00-17:30, 4 15:00-17:30");
        assert_eq!(show("lun e mer 9-12 e 15-18, ven 9-12"), "1 09:00-12:00, 1 15:00-18:00, 3 09:00-12:00, 3 15:00-18:00, 5 09:00-12:00");
        assert_eq!(show("lun-mar 9-13; mar 15-17"), "1 09:00-13:00, 2 09:00-13:00, 2 15:00-17:00", "people mean both");
        assert_eq!(show("Mo-Tu 09:00-13:00; Tu 15:00-17:00"), "1 09:00-13:00, 2 15:00-17:00", "OpenStreetMap means instead");
        assert_eq!(show("Mo-Tu 09:00-13:00, Tu 15:00-17:00"), "1 09:00-13:00, 2 09:00-13:00, 2 15:00-17:00");
        assert_eq!(show("lun-mar 9-13; mar 9-12"), "1 09:00-13:00, 2 09:00-12:00", "they overlap");
        assert_eq!(show("lun-ven 9-13, mercoledì chiuso"), "1 09:00-13:00, 2 09:00-13:00, 4 09:00-13:00, 5 09:00-13:00");
        assert_eq!(show("sab-lun 22-2"), "1 22:00-02:00, 6 22:00-02:00, 7 22:00-02:00");
        assert_eq!(show("mattina: lun 9-12\npomeriggio: mar 15-18"), "1 09:00-12:00, 2 15:00-18:00");
    }

    #[test]
    fn always_and_by_appointment() {
        assert_eq!(show("24/7"), "always");
        assert_eq!(show("H24"), "always");
        assert_eq!(show("Mo-Su 00:00-24:00"), "always");
        assert_eq!(show("tutti i giorni 8-20"), days(1, 7, "08:00-20:00"));
        assert_eq!(show("Su appuntamento"), "appointment true");
        assert_eq!(show("lun 9-12 solo su appuntamento"), "1 09:00-12:00, appointment true");
        assert_eq!(show("lun 9-12, anche su appuntamento"), "1 09:00-12:00, and text");
        assert_eq!(show("Mo 09:00-12:00; PH off"), "1 09:00-12:00, and text");
    }

    #[test]
    fn what_is_not_wholly_understood_stays_text() {
        for text in [
            "",
            "da definire",
            "primo lunedì del mese 9-12",
            "lun-ven mattina",
            "9-13",
            "lun 9-25",
            "lun 9-1",
            "giorni feriali 9-13",
            "Apr-Oct Mo 9-12",
            "martedì su appuntamento",
            "lun 9-13-15",
            "lun-ven 9-13 (agosto chiuso)",
            "lun dopo le 9",
            "lun 9",
            "alle",
            "-",
            "lun 9-12 - mar",
            "1° lunedì 9-12",
        ] {
            assert_eq!(show(text), "text", "{text}");
        }
    }
}
