//! Names that a register keeps in CAPITALS, in the case that Italian is read in.
//!
//! A text is touched only if it is all but wholly in capitals, and in it only the words that are. What cannot be told
//! (is DALLA a preposition or a surname?) is written as the more frequent of the two.

use std::borrow::Cow;

/// Abbreviations that stay in capitals; those without a vowel stay anyway.
const ACRONYMS: &[&str] = &[
    "ACER", "ACLI", "ADI", "AFAM", "AGCI", "AIL", "AIDO", "ALER", "ANFFAS", "ANOLF", "ANPAL", "AO", "AOU", "APS", "APSP", "ARCA", "ARCI",
    "ARDSU", "ASL", "ASP", "ASST", "ATC", "ATER", "ATI", "ATS", "ATM", "AUSER", "AUSL", "AVIS", "CAF", "CAS", "CAV", "CCIAA", "CGIL",
    "CIA", "CIF", "CISL", "CPIA", "CRI", "CTP", "CUP", "DD", "EDA", "EDISU", "ENEA", "ENAIP", "ENGIM", "ERSU", "ETS", "FISM", "FIDAE",
    "IACP", "IAL", "IC", "ICS", "IIS", "IISS", "INAIL", "INFN", "INPS", "IOM", "IPAB", "IPC", "IPIA", "IPS", "IPSAR", "IPSASR", "IPSEOA",
    "IPSIA", "IPSSAR", "IPSSEOA", "IRCCS", "IS", "ISC", "ISIS", "ISISS", "ISTAT", "ITAS", "ITC", "ITCG", "ITE", "ITEA", "ITET", "ITI",
    "ITIS", "ITT", "ITS", "LIS", "LS", "MIUR", "ODV", "OMC", "ONG", "ONLUS", "OSA", "PEC", "PO", "PUA", "RSA", "SAI", "SAS", "SERT",
    "SIMN", "SNAI", "SPA", "SPRAR", "SUI", "TAR", "UEPE", "UIL", "ULSS", "AULSS", "UNAR", "UOC", "UOS", "URP", "USL", "USSL", "UTG",
];
/// Words without a vowel that are no abbreviations of the kind that stays in capitals.
const SHORT: &[&str] = &["dr", "sc", "st", "pl", "sq", "fr", "sr", "str", "pzza", "mr", "prg", "scs"];
/// Words that are small unless they come first.
const SMALL: &[&str] = &[
    "a", "ad", "ai", "al", "agli", "alla", "alle", "allo", "con", "col", "coi", "da", "dai", "dal", "dagli", "dalla", "dalle", "dallo",
    "degli", "dei", "del", "della", "delle", "dello", "di", "e", "è", "ed", "fra", "gli", "i", "il", "in", "la", "le", "lo", "nei", "nel",
    "nella", "nelle", "nello", "negli", "o", "od", "per", "presso", "su", "sui", "sul", "sulla", "sulle", "sullo", "sugli", "tra", "un",
    "una", "uno", "und", "ex", "sede", "detto", "detta",
];
/// What loses its vowel before an apostrophe and is small.
const ELIDED: &[&str] = &["all", "coll", "d", "dall", "dell", "l", "nell", "quell", "sull", "un"];
/// Endings that follow a full stop within one abbreviation: Dott.ssa, F.lli, P.zza.
const ENDINGS: &[&str] =
    &["ssa", "sse", "ri", "ra", "re", "lli", "le", "zza", "zzale", "so", "go", "na", "gg", "mo", "ma", "to", "ta", "ti", "ro", "eo", "ne"];
/// What such an ending follows.
const BEFORE_ENDINGS: &[&str] =
    &["dr", "dott", "prof", "sig", "avv", "ing", "arch", "f", "v", "p", "c", "l", "g", "s", "fond", "ist", "uff", "cav"];
/// After these, I is a number: I CIRCOLO.
const COUNTED: &[&str] = &[
    "grado",
    "circolo",
    "ciclo",
    "maggio",
    "istituto",
    "municipio",
    "municipalità",
    "piano",
    "lotto",
    "polo",
    "traversa",
    "livello",
    "liceo",
    "comprensivo",
];

/// A text in reading case; as it is if it is not in capitals.
pub(super) fn settle(text: &str) -> Cow<'_, str> {
    if !is_shouted(text) {
        return Cow::Borrowed(text);
    }
    let text = accents(text);
    let tokens = tokens(&text);
    let mut out = String::with_capacity(text.len() + 8);
    for (place, token) in tokens.iter().enumerate() {
        if token.starts_with(char::is_alphabetic) {
            let before = |n: usize| place.checked_sub(n).and_then(|at| tokens.get(at)).copied().unwrap_or("");
            let after = |n: usize| tokens.get(place + n).copied().unwrap_or("");
            let around =
                Around { last_word: before(2), before: before(1), after: after(1), next_word: after(2), end: place + 2 >= tokens.len() };
            // A full stop and no space: S.FRANCESCO, unless the two are one abbreviation.
            let one = (token.chars().count() == 1 && around.after != "'") || around.is_ending(token);
            if around.before == "." && !one {
                out.push(' ');
            }
            out.push_str(&around.word(token));
        } else {
            out.push_str(token);
        }
    }
    Cow::Owned(out)
}

/// The same for an address, where a house number may stick to the street's name.
pub(super) fn settle_address(text: &str) -> Cow<'_, str> {
    if !is_shouted(text) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len() + 1);
    let mut letters = 0;
    for c in text.chars() {
        if c.is_ascii_digit() && letters >= 3 {
            spaced.push(' ');
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        spaced.push(c);
    }
    Cow::Owned(settle(&spaced).into_owned())
}

fn is_shouted(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= 4 && lower * 6 <= upper && !text.contains('@') && !text.contains("WWW.")
}

/// Puts the accents that a keyboard without them writes as apostrophes: CITTA' is CITTÀ. A closing quote is none.
fn accents(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(|c| if matches!(c, '’' | '´' | '`') { '\'' } else { c }).collect();
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let mut closing = vec![false; chars.len()];
    let marks: Vec<usize> = (0..chars.len()).filter(|at| chars[*at] == '\'').collect();
    let opens = |at: usize| !letter(at.checked_sub(1));
    let closes = |at: usize| letter(at.checked_sub(1)) && !letter(Some(at + 1));
    for (n, open) in marks.iter().enumerate().filter(|(_, at)| opens(**at)) {
        let within = marks[n + 1..].iter().take_while(|at| !opens(**at));
        if let Some(last) = within.filter(|at| closes(**at)).last() {
            closing[*last] = true;
        }
        closing[*open] = true;
    }
    let mut out = String::with_capacity(text.len());
    let mut word = 0;
    for (at, c) in chars.iter().enumerate() {
        if *c == '\'' && closes(at) && !closing[at] {
            let accented = match (out.pop(), word) {
                (Some('E'), _) if out.ends_with("CH") => 'É',
                (Some('E'), 1 | 4..) => 'È',
                (Some('A'), 4..) => 'À',
                (Some('I'), 4..) => 'Ì',
                (Some('O'), 4..) => 'Ò',
                (Some('U'), 3..) => 'Ù',
                (Some(other), _) => {
                    out.push(other);
                    '\''
                }
                (None, _) => '\'',
            };
            out.push(accented);
        } else {
            out.push(*c);
        }
        word = if c.is_alphabetic() { word + 1 } else { 0 };
    }
    out
}

/// Runs of letters, and of everything else, in turn.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut letters: Option<bool> = None;
    for (at, c) in text.char_indices() {
        if letters.is_some_and(|letters| letters != c.is_alphabetic()) {
            out.push(&text[start..at]);
            start = at;
        }
        letters = Some(c.is_alphabetic());
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// What stands around a word.
struct Around<'a> {
    last_word: &'a str,
    before: &'a str,
    after: &'a str,
    next_word: &'a str,
    end: bool,
}

impl Around<'_> {
    /// Whether a word begins a name, a quotation, or what comes after a dash.
    fn is_first(&self) -> bool {
        self.last_word.is_empty()
            || self.before.contains(['"', '«', '“', '(', ':', '–'])
            || self.before.contains(" -")
            || self.before.contains("- ")
            || self.before.ends_with(" '")
    }

    fn is_ending(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.before == "." && ENDINGS.contains(&lower.as_str()) && BEFORE_ENDINGS.contains(&self.last_word.to_lowercase().as_str())
    }

    fn word(&self, word: &str) -> String {
        if word.chars().any(char::is_lowercase) {
            return word.to_owned();
        }
        let lower = word.to_lowercase();
        let letters = word.chars().count();
        if self.is_ending(word) {
            return lower;
        }
        if letters == 1 {
            return if self.is_small_letter(&lower) { lower } else { word.to_owned() };
        }
        let elided = self.after.trim_end() == "'" && !self.next_word.is_empty() && ELIDED.contains(&lower.as_str());
        if !elided && (self.is_sigla(word) || is_roman(word) || ACRONYMS.contains(&word)) {
            return word.to_owned();
        }
        let small = elided || SMALL.contains(&lower.as_str());
        if small && !self.is_first() {
            return lower;
        }
        let vowels = lower.chars().any(|c| "aeiouyàèéìòù".contains(c) || !c.is_ascii());
        if !vowels && letters <= 5 && !SHORT.contains(&lower.as_str()) {
            return word.to_owned();
        }
        let mut chars = lower.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    }

    /// A single letter that is a word: e, o, a, i, è, n. and c/o; every other is an initial or a number.
    fn is_small_letter(&self, lower: &str) -> bool {
        let elided = self.after == "'" && !self.next_word.is_empty() && !self.is_first();
        let number = self.after.starts_with('°') || self.after.trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_ascii_digit());
        let alone = self.before.ends_with(' ') && self.after.starts_with(' ') && !self.end && !self.is_first();
        match lower {
            "n" => number,
            "d" => elided,
            // The town keeps its capital wherever it stands.
            "l" => elided && self.next_word != "AQUILA",
            "c" => self.after == "/" && self.next_word == "O",
            "o" => alone || (self.before == "/" && self.last_word == "C"),
            "i" => alone && !COUNTED.contains(&self.next_word.to_lowercase().as_str()) && !self.after.contains('-'),
            "e" | "a" | "è" => alone,
            _ => false,
        }
    }

    /// The two letters of a province: (BA), /MI, - NA -, ASL BA.
    fn is_sigla(&self, word: &str) -> bool {
        let dashed = self.before.trim_end().ends_with('-') && self.after.trim_start().starts_with('-');
        let bracketed = self.before.ends_with('(') && self.after.starts_with(')');
        let health =
            self.before == " " && ["ASL", "AUSL", "ASP", "ATS"].contains(&self.last_word) && !SMALL.contains(&word.to_lowercase().as_str());
        word.chars().count() == 2 && (bracketed || dashed || health || (self.before == "/" && self.after.is_empty()))
    }
}

/// A Roman number up to 39, or XL; larger ones would be words or abbreviations.
fn is_roman(word: &str) -> bool {
    let tens = word.strip_prefix("XXX").or_else(|| word.strip_prefix("XX")).or_else(|| word.strip_prefix('X')).unwrap_or(word);
    matches!(tens, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX") || word == "XL"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (shouted, read) in [
            ("SACRO CUORE", "Sacro Cuore"),
            ("SCUOLA DELL'INFANZIA \"LA COCCINELLA\"", "Scuola dell'Infanzia \"La Coccinella\""),
            ("ALL'AVVENTURA CON TIZI - S.R.L. IMPRESA SOCIALE", "All'Avventura con Tizi - S.R.L. Impresa Sociale"),
            ("LICEO 'CITTA' DI PIERO'", "Liceo 'Città di Piero'"),
            ("LICEO SCIENTIFICO - LICEO 'FARNESINA'", "Liceo Scientifico - Liceo 'Farnesina'"),
            ("SANTO BAMBINO GESU'", "Santo Bambino Gesù"),
            ("TORRE DE' ROVERI", "Torre De' Roveri"),
            ("ISTITUTO COMPRENSIVO - NA - I.C. MAROTTA", "Istituto Comprensivo - NA - I.C. Marotta"),
            ("'SAN GIOVANNI BOSCO' - MOLFETTA (BA)", "'San Giovanni Bosco' - Molfetta (BA)"),
            ("S.QUASIMODO", "S. Quasimodo"),
            ("DIREZIONE DIDATTICA - D.D.ANGELO D'AIETTI-PANTELLERIA", "Direzione Didattica - D.D. Angelo d'Aietti-Pantelleria"),
            ("AZIENDA SOCIO SANITARIA LOCALE N. 5 DI ORISTANO", "Azienda Socio Sanitaria Locale n. 5 di Oristano"),
            ("ASL ROMA 1", "ASL Roma 1"),
            ("CPIA 1 DI BARI", "CPIA 1 di Bari"),
            ("PAVESE DELLA DR.SSA LO PINTO RITA E C. SNC", "Pavese della Dr.ssa lo Pinto Rita e C. SNC"),
            ("ISTITUTO LEONE XIII", "Istituto Leone XIII"),
            ("EDUCAZIONE ADULTI I CICLO", "Educazione Adulti I Ciclo"),
            ("TRA I BANCHI", "Tra i Banchi"),
            ("UMBERTO I", "Umberto I"),
            ("BIBLIOTECA COMUNALE DI ERBÈ", "Biblioteca Comunale di Erbè"),
            ("LA VITA E' BELLA", "La Vita è Bella"),
            ("ST LOUIS SCHOOL", "St Louis School"),
            ("COMUNE DELL'AQUILA", "Comune dell'Aquila"),
            ("FARMACIA CA' FOSCARI", "Farmacia Ca' Foscari"),
            ("Comune di Roma", "Comune di Roma"),
            ("ASL BA", "ASL BA"),
            ("IS ' EINAUDI-GIORDANO'", "IS ' Einaudi-Giordano'"),
            ("SCUOLA DELL' INFANZIA S. PIO X", "Scuola dell' Infanzia S. Pio X"),
            ("RIONE M.D'AZEGLIO", "Rione M. d'Azeglio"),
            ("Liceo MANZONI", "Liceo MANZONI"),
            ("Biblioteca IULM", "Biblioteca IULM"),
        ] {
            assert_eq!(settle(shouted), read);
        }
    }

    #[test]
    fn addresses() {
        for (shouted, read) in [
            ("VIA ON. F.NAPOLITANO 165-167", "Via On. F. Napolitano 165-167"),
            ("VIA DEL FRINGUELLO12", "Via del Fringuello 12"),
            ("PIAZZA MARTIRI DELLA LIBERTA' 7", "Piazza Martiri della Libertà 7"),
            ("VIA DON BOSCO N.38", "Via Don Bosco n.38"),
            ("VIA GIOBERTI N° 124/126", "Via Gioberti n° 124/126"),
            ("VIA F.LLI KENNEDY 80", "Via F.lli Kennedy 80"),
            ("V.LE DELLA VITTORIA 3/A", "V.le della Vittoria 3/A"),
            ("VIA BORGO n. 40", "Via Borgo n. 40"),
            ("VIA XX SETTEMBRE C/O PARROCCHIA", "Via XX Settembre c/o Parrocchia"),
            ("VIA S.FRANCESCO D'ASSISI 63", "Via S. Francesco d'Assisi 63"),
            ("Via Nizza, 214", "Via Nizza, 214"),
        ] {
            assert_eq!(settle_address(shouted), read);
        }
    }
}
