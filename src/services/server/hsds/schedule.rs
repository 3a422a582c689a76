//! Hours in the shape of HSDS.
//!
//! # Why
//! The standard asks for an offset from UTC with every time. A weekly time in Italy has two in a year, so times are
//! local and the note says where. It has no closures either: one is a schedule for its days that opens at no time, says
//! so in words, and carries an attribute that programs can read.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use uuid::Uuid;

use super::{
    part,
    shape::{Attribute, Schedule},
};
use crate::services::hours::{self, Opening};

/// iCalendar's names of the days, Monday first.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
// The words that stand where the record has none of its own, in the source language as all texts of HSDS.
const ALWAYS: &str = "Giorno e notte, tutto l’anno";
const APPOINTMENT: &str = "Solo su appuntamento";
const CLOSED: &str = "Chiuso";
const ZONE: &str = "Ora italiana (Europe/Rome)";

/// The hours of a service: the week first, then the days that differ, then what is only said in words.
pub(super) fn schedules(service: Uuid, hours: &hours::Schedule) -> Vec<Schedule> {
    let appointment = hours.appointment == Some(true);
    let mut all: Vec<Schedule> =
        weeks(&hours.weekly).into_iter().map(|(days, from, to)| weekly(service, days, from, to, appointment)).collect();
    if hours.always {
        let days = DAYS.join(",");
        all.push(Schedule {
            description: Some(ALWAYS.to_owned()),
            ..weekly(service, days, Time::midnight(), Time::constant(23, 59, 0, 0), appointment)
        });
    }
    for exception in &hours.exceptions {
        let (day, slots) = (exception.date, &exception.slots);
        if slots.is_empty() {
            all.push(closed(service, day, day, ""));
        }
        all.extend(
            slots.iter().map(|(from, to)| Schedule { notes: Some(ZONE.to_owned()), ..between(service, day, day, Some((*from, *to))) }),
        );
    }
    all.extend(hours.closures.iter().map(|closure| closed(service, closure.from, closure.to, &closure.reason)));
    if !hours.text.is_empty() {
        all.push(Schedule { id: part(service, "hours", &hours.text), description: Some(hours.text.clone()), ..Schedule::default() });
    }
    if appointment && !all.iter().any(|s| s.freq.is_some()) {
        all.push(Schedule { id: part(service, "hours", "appointment"), description: Some(APPOINTMENT.to_owned()), ..Schedule::default() });
    }
    all
}

/// Days with the same hours, joined.
fn weeks(openings: &[Opening]) -> Vec<(String, Time, Time)> {
    let mut slots: BTreeMap<(Time, Time), BTreeSet<usize>> = BTreeMap::new();
    for opening in openings {
        slots.entry((opening.from, opening.to)).or_default().insert(usize::from(opening.day).wrapping_sub(1));
    }
    let names = |days: BTreeSet<usize>| days.into_iter().filter_map(|day| DAYS.get(day).copied()).collect::<Vec<_>>().join(",");
    slots.into_iter().map(|((from, to), days)| (names(days), from, to)).filter(|(days, ..)| !days.is_empty()).collect()
}

fn weekly(service: Uuid, days: String, from: Time, to: Time, appointment: bool) -> Schedule {
    Schedule {
        id: part(service, "week", &format!("{days} {from}-{to}")),
        wkst: Some(DAYS[0]),
        freq: Some("WEEKLY"),
        byday: Some(days),
        opens_at: Some(clock(from)),
        closes_at: Some(clock(to)),
        notes: Some(if appointment { format!("{APPOINTMENT}. {ZONE}") } else { ZONE.to_owned() }),
        ..Schedule::default()
    }
}

fn between(service: Uuid, from: Date, to: Date, slot: Option<(Time, Time)>) -> Schedule {
    let times = slot.map(|(opens, closes)| format!("{opens}-{closes}")).unwrap_or_default();
    Schedule {
        id: part(service, "days", &format!("{from}/{to} {times}")),
        valid_from: Some(from.to_string()),
        valid_to: Some(to.to_string()),
        opens_at: slot.map(|(opens, _)| clock(opens)),
        closes_at: slot.map(|(_, closes)| clock(closes)),
        ..Schedule::default()
    }
}

fn closed(service: Uuid, from: Date, to: Date, reason: &str) -> Schedule {
    let schedule = between(service, from, to, None);
    let attribute = Attribute {
        id: part(service, "closed", &schedule.id),
        link_id: schedule.id.clone(),
        link_type: "closed".to_owned(),
        link_entity: "schedule",
        value: Some("true".to_owned()),
        taxonomy_term: None,
    };
    let description = if reason.is_empty() { CLOSED.to_owned() } else { format!("{CLOSED}: {reason}") };
    Schedule { description: Some(description), attributes: vec![attribute], ..schedule }
}

fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}
