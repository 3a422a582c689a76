//! When a service is open: weekly hours, appointments, exceptions and dated closures, all in the time of Rome.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, DateTime, Time, Weekday},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};

/// The hours of a service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Schedule {
    /// Weekly hours, in any order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weekly: Vec<Opening>,
    /// Days with hours of their own; a day without slots is closed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
    /// Closed from a day to a day, both included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closures: Vec<Closure>,
    /// Only by appointment?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment: Option<bool>,
    /// Day and night, all year.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub always: bool,
    /// What the source says, kept as it is where it could not be read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Open on a day of the week from a time to a time; past midnight when `to` is not after `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// 1 = Monday to 7 = Sunday (ISO 8601).
    pub day: u8,
    /// The time it opens.
    pub from: Time,
    /// The time it closes.
    pub to: Time,
}

/// A day with hours of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The day.
    pub date: Date,
    /// From and to; none = closed.
    #[serde(default)]
    pub slots: Vec<(Time, Time)>,
}

/// Closed for some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// First day closed.
    pub from: Date,
    /// Last day closed.
    pub to: Date,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Open or closed at a moment, and when that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Open?
    pub open: bool,
    /// When it closes, or opens next; `None` = not within a week.
    pub until: Option<DateTime>,
}

/// The portal's clock: every hour in the content is of this place.
pub fn rome() -> TimeZone {
    TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC)
}

/// The time in Rome at a moment.
pub fn local(at: Timestamp) -> DateTime {
    at.to_zoned(rome()).datetime()
}

impl Schedule {
    /// Whether there are hours to compute with. Without them nobody knows if it is open.
    pub fn is_known(&self) -> bool {
        self.always || !self.weekly.is_empty() || !self.exceptions.is_empty()
    }

    /// The slots of a day, in order, after exceptions and closures.
    pub fn slots(&self, day: Date) -> Vec<(Time, Time)> {
        if self.closures.iter().any(|c| c.from <= day && day <= c.to) {
            return Vec::new();
        }
        if let Some(exception) = self.exceptions.iter().find(|e| e.date == day) {
            return exception.slots.clone();
        }
        if self.always {
            return vec![(Time::midnight(), Time::midnight())];
        }
        let number = day.weekday().to_monday_one_offset();
        let mut slots: Vec<_> = self.weekly.iter().filter(|o| i8::try_from(o.day) == Ok(number)).map(|o| (o.from, o.to)).collect();
        slots.sort_unstable();
        slots
    }

    /// Open at a moment, in the time of Rome? `None` where the hours are not known.
    pub fn status(&self, now: DateTime) -> Option<Status> {
        if !self.is_known() {
            return None;
        }
        // From yesterday, whose last slot may end after midnight, to a week from now.
        let spans: Vec<(DateTime, DateTime)> = (-1..=7_i64)
            .filter_map(|offset| now.date().checked_add(offset.days()).ok())
            .flat_map(|day| {
                self.slots(day).into_iter().filter_map(move |(from, to)| {
                    let end = if to > from { day } else { day.tomorrow().ok()? };
                    Some((day.to_datetime(from), end.to_datetime(to)))
                })
            })
            .collect();
        if let Some(current) = spans.iter().position(|(from, to)| *from <= now && now < *to) {
            let mut until = spans[current].1;
            for (from, to) in &spans[current + 1..] {
                if *from <= until {
                    until = until.max(*to); // slots that touch are one
                }
            }
            let endless = until.date() > now.date().checked_add(6.days()).unwrap_or(now.date());
            return Some(Status { open: true, until: (!endless).then_some(until) });
        }
        Some(Status { open: false, until: spans.iter().map(|(from, _)| *from).find(|from| *from > now) })
    }

    /// The closure that a moment lies in, or the next one within a month.
    pub fn closure(&self, today: Date) -> Option<&Closure> {
        let soon = today.checked_add(31.days()).unwrap_or(today);
        self.closures.iter().filter(|c| c.to >= today && c.from <= soon).min_by_key(|c| c.from)
    }

    /// The week's hours, Monday first, for a table.
    pub fn week(&self) -> Vec<(Weekday, Vec<(Time, Time)>)> {
        (1..=7)
            .filter_map(|n| Weekday::from_monday_one_offset(n).ok())
            .map(|day| {
                let number = u8::try_from(day.to_monday_one_offset()).unwrap_or_default();
                let mut slots: Vec<_> = self.weekly.iter().filter(|o| o.day == number).map(|o| (o.from, o.to)).collect();
                slots.sort_unstable();
                (day, slots)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime, time};

    use super::*;

    fn weekdays() -> Schedule {
        let morning = (1..=5).map(|day| Opening { day, from: time(9, 0, 0, 0), to: time(13, 0, 0, 0) });
        let late = Opening { day: 2, from: time(22, 0, 0, 0), to: time(2, 0, 0, 0) };
        Schedule {
            weekly: morning.chain([late]).collect(),
            exceptions: vec![Exception { date: date(2026, 12, 24), slots: vec![(time(9, 0, 0, 0), time(11, 0, 0, 0))] }],
            closures: vec![Closure { from: date(2026, 8, 10), to: date(2026, 8, 21), reason: "ferie".to_owned() }],
            ..Schedule::default()
        }
    }

    fn open(at: DateTime) -> (bool, Option<DateTime>) {
        let status = weekdays().status(at).expect("known hours");
        (status.open, status.until)
    }

    #[test]
    fn open_in_hours_and_closed_outside() {
        assert_eq!(open(datetime(2026, 11, 23, 9, 0, 0, 0)), (true, Some(datetime(2026, 11, 23, 13, 0, 0, 0))));
        assert_eq!(open(datetime(2026, 11, 23, 13, 0, 0, 0)), (false, Some(datetime(2026, 11, 24, 9, 0, 0, 0))));
        assert!(!open(datetime(2026, 11, 22, 10, 0, 0, 0)).0, "Sunday");
    }

    #[test]
    fn a_night_runs_into_the_next_day() {
        assert_eq!(open(datetime(2026, 11, 25, 1, 30, 0, 0)), (true, Some(datetime(2026, 11, 25, 2, 0, 0, 0))));
    }

    #[test]
    fn exceptions_and_closures_win_over_the_week() {
        assert!(!open(datetime(2026, 12, 24, 12, 0, 0, 0)).0);
        assert_eq!(open(datetime(2026, 8, 12, 10, 0, 0, 0)), (false, None));
        assert_eq!(weekdays().closure(date(2026, 8, 1)).map(|c| c.to), Some(date(2026, 8, 21)));
    }

    #[test]
    fn free_text_is_kept_and_says_nothing_about_now() {
        let schedule = Schedule { text: "su appuntamento il martedì".to_owned(), ..Schedule::default() };
        assert_eq!(schedule.status(datetime(2026, 11, 24, 10, 0, 0, 0)), None);
    }

    #[test]
    fn day_and_night_has_no_end() {
        let schedule = Schedule { always: true, ..Schedule::default() };
        assert_eq!(schedule.status(datetime(2026, 11, 24, 3, 0, 0, 0)), Some(Status { open: true, until: None }));
    }

    #[test]
    fn the_hour_that_summer_time_takes_or_gives_does_not_shift_the_clock() {
        let before: Timestamp = "2026-10-25T00:30:00Z".parse().expect("a time");
        let after: Timestamp = "2026-10-25T01:30:00Z".parse().expect("a time");
        assert_eq!(local(before), local(after), "half past two comes twice");
    }
}
