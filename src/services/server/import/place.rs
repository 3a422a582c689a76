//! Where a row's service is: comune, postal code, coordinates.

use std::collections::HashMap;

use super::text::fold;
use crate::{locale::Lang, search::Level, territory::server::Gazetteer};

/// The gazetteer, with its provinces and regions by name.
pub(super) struct Atlas<'a> {
    gazetteer: &'a Gazetteer,
    provinces: HashMap<String, String>,
    regions: HashMap<String, String>,
    /// The first two digits of the postal codes of each comune.
    caps: HashMap<String, Vec<u32>>,
}

/// What a row says about its place.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) istat: String,
    pub(super) comune: String,
    pub(super) province: String,
    pub(super) region: String,
    pub(super) territory: String,
}

/// Which of the row's values did not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// No comune has or had this code.
    Istat,
    /// The comune's name is that of another one than the code's.
    Contradiction,
    /// No comune is called so.
    Comune,
    /// No province is called so.
    Province,
    /// No region is called so.
    Region,
}

impl<'a> Atlas<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer) -> Self {
        let mut provinces = HashMap::new();
        let mut regions = HashMap::new();
        let names = |code: &str| -> Vec<String> {
            let all = Lang::all().filter_map(|lang| gazetteer.name(code, lang));
            all.flat_map(|name| name.split('/').chain([name])).map(fold).collect()
        };
        for code in (1..=999).map(|n| format!("{n:03}")).filter(|code| gazetteer.level(code) == Some(Level::Province)) {
            let sigla = gazetteer.sigla(&code).map(fold);
            for name in names(&code).into_iter().chain(sigla).chain([code.clone()]) {
                provinces.insert(name, code.clone());
            }
        }
        for code in (1..=20).map(|n| format!("{n:02}")).filter(|code| gazetteer.level(code) == Some(Level::Region)) {
            for name in names(&code).into_iter().chain([code.clone()]) {
                regions.insert(name, code.clone());
            }
        }
        let caps =
            gazetteer.places().into_iter().map(|place| (place.code, place.caps.into_iter().map(|cap| cap / 1000).collect())).collect();
        Self { gazetteer, provinces, regions, caps }
    }

    /// The smallest place that is certain, by ISTAT code; `None` = the whole country.
    pub(super) fn find(&self, said: &Said) -> (Option<String>, Vec<Misfit>) {
        let mut misfits = Vec::new();
        let province = self.province(&said.province);
        if province.is_none() && !said.province.is_empty() {
            misfits.push(Misfit::Province);
        }
        let istat = if said.istat.is_empty() { None } else { code(&said.istat, 6) };
        let by_code = istat.as_deref().and_then(|istat| self.gazetteer.resolve(istat, "", "")).filter(|code| code.len() == 6);
        if by_code.is_none() && !said.istat.is_empty() {
            misfits.push(Misfit::Istat);
        }
        if let Some(found) = by_code {
            // A code that is no longer in force carries the name of its time.
            let in_force = istat.as_deref() == Some(found);
            if in_force && self.contradicts(&said.comune, found) {
                misfits.push(Misfit::Contradiction);
            }
            return (Some(found.to_owned()), misfits);
        }
        if !said.comune.is_empty() {
            let sigla = province.and_then(|code| self.gazetteer.sigla(code)).unwrap_or("");
            if let Some(found) = self.comune(&said.comune, sigla) {
                return (Some(found.to_owned()), misfits);
            }
            misfits.push(Misfit::Comune);
        }
        let region = || numbered(&said.region, 2, &self.regions);
        let territory = || self.province(&said.territory).or_else(|| numbered(&said.territory, 2, &self.regions));
        let found = province.or_else(territory).or_else(region);
        if found.is_none() && !said.region.is_empty() {
            misfits.push(Misfit::Region);
        }
        (found.map(str::to_owned), misfits)
    }

    /// A comune by name; also one that stands in two languages, with a mark between them.
    fn comune(&self, name: &str, sigla: &str) -> Option<&str> {
        let whole = std::iter::once(name);
        let parts = name.split(['/', '.', '(', ',']).chain(name.split(" - ")).filter(|part| *part != name);
        whole.chain(parts).map(str::trim).find_map(|name| self.gazetteer.by_name(name, sigla))
    }

    fn contradicts(&self, name: &str, code: &str) -> bool {
        let sigla = self.gazetteer.sigla(code).unwrap_or("");
        !name.is_empty()
            && fold(name) != self.gazetteer.name(code, Lang::SOURCE).map(fold).unwrap_or_default()
            && self.comune(name, sigla) != Some(code)
            && self.comune(name, "").is_some_and(|other| other != code)
    }

    fn province(&self, said: &str) -> Option<&str> {
        numbered(said, 3, &self.provinces)
    }

    /// A postal code of five digits. Zeros that a spreadsheet took from its front come back if the place has codes
    /// that begin so.
    pub(super) fn cap(&self, said: &str, place: Option<&str>) -> Option<String> {
        let said = said.trim_start_matches(['I', 'i', 'T', 't', '-']);
        let cap = code(said, 5)?;
        let number: u32 = cap.parse().ok().filter(|cap| (10..=98_199).contains(cap))?;
        let digits = said.split(['.', ',']).next().map_or(0, |whole| whole.trim().len());
        if digits == 5 {
            return Some(cap);
        }
        self.caps.get(place?)?.contains(&(number / 1000)).then_some(cap)
    }
}

/// The code of a place, from its code or its name.
fn numbered<'a>(said: &str, length: usize, names: &'a HashMap<String, String>) -> Option<&'a str> {
    let name = code(said, length).unwrap_or_else(|| fold(said));
    names.get(&name).map(String::as_str)
}

/// A number of so many digits: with the zeros in front that a spreadsheet took, without the `.0` that it added.
fn code(said: &str, length: usize) -> Option<String> {
    let said = said.trim();
    let whole = said.strip_suffix(".0").or_else(|| said.strip_suffix(",0")).or_else(|| said.strip_suffix(".00")).unwrap_or(said);
    (!whole.is_empty() && whole.len() <= length && whole.bytes().all(|b| b.is_ascii_digit())).then(|| format!("{whole:0>length$}"))
}

/// Why coordinates were not taken as they stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadPosition {
    /// One of them is no number.
    Unreadable,
    /// They are not in Italy.
    Elsewhere,
}

/// Latitude and longitude in degrees, to the decimetre, and whether they had changed places.
pub(super) fn position(lat: &str, lon: &str) -> Result<(f64, f64, bool), BadPosition> {
    let read = |said: &str| -> Option<f64> {
        let said = said.trim().trim_end_matches(['°', 'N', 'E']).trim_end().replace(',', ".");
        let value = said.parse::<f64>().ok().filter(|value| value.is_finite())?;
        Some((value * 1e6).round() / 1e6)
    };
    let (lat, lon) = read(lat).zip(read(lon)).ok_or(BadPosition::Unreadable)?;
    let italy = |lat: f64, lon: f64| (35.0..=48.0).contains(&lat) && (6.0..=19.0).contains(&lon);
    match (lat, lon) {
        (lat, lon) if italy(lat, lon) => Ok((lat, lon, false)),
        (lon, lat) if italy(lat, lon) => Ok((lat, lon, true)),
        _ => Err(BadPosition::Elsewhere),
    }
}

/// Both coordinates of one cell: `45.07, 7.68`, `45,07; 7,68`, `45.07 7.68`.
pub(super) fn pair(said: &str) -> Option<(&str, &str)> {
    let said = said.trim_matches(['(', ')', '[', ']', ' ']);
    let commas = said.matches(',').count();
    let (lat, lon) = match said {
        _ if said.contains(';') => said.split_once(';')?,
        _ if commas == 1 && said.contains('.') => said.split_once(',')?,
        _ if said.contains(", ") => said.split_once(", ")?,
        _ => said.split_once(' ')?,
    };
    Some((lat.trim(), lon.trim()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn gazetteer() -> Gazetteer {
        Gazetteer::read(Path::new("content")).expect("the gazetteer")
    }

    fn said(istat: &str, comune: &str, province: &str) -> Said {
        Said { istat: istat.to_owned(), comune: comune.to_owned(), province: province.to_owned(), ..Said::default() }
    }

    #[test]
    fn places_by_code_name_province_and_region() {
        let gazetteer = gazetteer();
        let atlas = Atlas::new(&gazetteer);
        let find = |said: &Said| atlas.find(said);
        assert_eq!(find(&said("001272", "Torino", "TO")), (Some("001272".to_owned()), vec![]));
        assert_eq!(find(&said("1272.0", "torino", "")), (Some("001272".to_owned()), vec![]), "zeros lost");
        assert_eq!(find(&said("", "TORINO", "Torino")), (Some("001272".to_owned()), vec![]));
        assert_eq!(find(&said("", "Prato allo Stelvio.Prad am Stilfs", "")).0.as_deref(), Some("021067"));
        assert_eq!(find(&said("999999", "Torino", "TO")), (Some("001272".to_owned()), vec![Misfit::Istat]));
        assert_eq!(find(&said("001272", "Milano", "")), (Some("001272".to_owned()), vec![Misfit::Contradiction]));
        assert_eq!(find(&said("", "Atlantide", "NA")), (Some("063".to_owned()), vec![Misfit::Comune]));
        assert_eq!(find(&said("", "", "XX")), (None, vec![Misfit::Province]));
        let region = Said { region: "Piemonte".to_owned(), ..Said::default() };
        assert_eq!(find(&region).0.as_deref(), Some("01"));
        let region = Said { region: "4".to_owned(), territory: "022".to_owned(), ..Said::default() };
        assert_eq!(find(&region).0.as_deref(), Some("022"), "Trento has a page of its own");
        assert_eq!(find(&Said::default()), (None, vec![]));
    }

    #[test]
    fn codes_of_another_year_are_followed() {
        let gazetteer = gazetteer();
        assert_eq!(Atlas::new(&gazetteer).find(&said("024027", "Castegnero", "VI")), (Some("024129".to_owned()), vec![]));
    }

    #[test]
    fn caps() {
        let gazetteer = gazetteer();
        let atlas = Atlas::new(&gazetteer);
        let rome = Some("058091");
        let caps = [
            ("10135.0", None),
            ("10135", None),
            ("153", rome),
            ("153.0", rome),
            ("153", Some("001272")),
            ("2100", None),
            ("IT-00153", rome),
            ("1013x", None),
            ("00000", None),
            ("99999", None),
        ];
        let read = caps.map(|(said, place)| atlas.cap(said, place).unwrap_or_default());
        assert_eq!(read, ["10135", "10135", "00153", "00153", "", "", "00153", "", "", ""]);
    }

    #[test]
    fn positions() {
        assert_eq!(position("45,0703", "7,6868"), Ok((45.0703, 7.6868, false)));
        assert_eq!(position("7.68", "45.07"), Ok((45.07, 7.68, true)));
        assert_eq!(position("0", "0"), Err(BadPosition::Elsewhere));
        assert_eq!(position("45.07", "NaN"), Err(BadPosition::Unreadable));
        assert_eq!(position("45°4'12\"", "7"), Err(BadPosition::Unreadable));
        for cell in ["45.07, 7.68", "45.07,7.68", "45,07; 7,68", "45.07 7.68", "45,07, 7,68"] {
            let (lat, lon) = pair(cell).expect(cell);
            assert_eq!(position(lat, lon), Ok((45.07, 7.68, false)), "{cell}");
        }
    }
}
