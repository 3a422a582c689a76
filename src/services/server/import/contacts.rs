//! Addresses of pages and of mailboxes, and how far a mistyped one can be put right.

/// Endings of names that are longer than a country's two letters. A site without a scheme must end in one of these or
/// in a country: else a name that was cut short would pass.
const ENDINGS: &[&str] = &[
    "com",
    "org",
    "net",
    "info",
    "edu",
    "gov",
    "biz",
    "int",
    "mil",
    "pro",
    "name",
    "cat",
    "coop",
    "museum",
    "mobi",
    "tel",
    "online",
    "site",
    "website",
    "web",
    "school",
    "academy",
    "education",
    "blog",
    "app",
    "dev",
    "cloud",
    "care",
    "health",
    "hospital",
    "clinic",
    "social",
    "foundation",
    "ngo",
    "ong",
    "shop",
    "store",
    "space",
    "tech",
    "life",
    "world",
    "center",
    "centre",
    "support",
    "services",
    "family",
    "house",
    "email",
    "link",
    "page",
    "news",
    "community",
    "xyz",
    "fm",
    "eus",
];
/// Where a register that cuts its cells cuts them, in characters: a page's address so long may lack its end.
const CUT: usize = 39;
/// The longest address of a page that is kept, in bytes.
const MAX_SITE: usize = 500;

/// What became of a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// It was right.
    Right(String),
    /// It was put right, and how.
    Mended(String, &'static str),
    /// It is something else: an e-mail address where a site should be.
    Email(String),
    /// It cannot be right, and why.
    Bad(&'static str),
}

/// The address of a site. Without a scheme it gets `http://`, which every server that has a page answers.
pub(super) fn site(value: &str) -> Read {
    let value = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ';' | ',')).trim_start_matches('.');
    // "www.scuola@mail.it" is neither.
    if let Some(address) = email(value).filter(|address| !address.starts_with("www.")) {
        return Read::Email(address);
    }
    if value.len() > MAX_SITE {
        return Read::Bad("it is too long for an address");
    }
    if value.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '{' | '}' | '`')) {
        return Read::Bad("it has characters that no address has");
    }
    let lower = value.to_ascii_lowercase();
    let (scheme, rest, mut mended) = match scheme(&lower) {
        Some((scheme, length, right)) => (scheme, &value[length..], (!right).then_some("the beginning was mistyped")),
        None if lower
            .split(['/', '?'])
            .next()
            .is_some_and(|host| host.contains(':') && host.rsplit(':').next().is_none_or(|port| port.parse::<u16>().is_err())) =>
        {
            return Read::Bad("it is no address of a page");
        }
        None => ("", value, None),
    };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let mut host = host.to_lowercase();
    if host.contains(',') {
        host = host.replace(',', ".");
        mended = Some("a comma stood for a full stop");
    }
    for (wrong, right) in [("www.www.", "www."), ("wwww.", "www."), ("ww.", "www."), ("www..", "www.")] {
        if let Some(rest) = host.strip_prefix(wrong).filter(|rest| rest.contains('.')) {
            host = format!("{right}{rest}");
            mended = Some("`www.` was mistyped");
        }
    }
    if let Some(rest) = host.strip_prefix("www").filter(|rest| !rest.starts_with(['.', '-']) && rest.len() > 3 && scheme.is_empty()) {
        host = format!("www.{}", rest.trim_start_matches(|c: char| c.is_ascii_digit() && rest.starts_with('.')));
        mended = Some("`www.` was mistyped");
    }
    let certain = !scheme.is_empty() && mended.is_none();
    if !is_host(&host, certain) {
        return Read::Bad("it is no address of a page, or was cut short");
    }
    let last = path.rsplit('/').next().unwrap_or("");
    if mended.is_some() && value.chars().count() >= CUT && !last.is_empty() && !last.contains('.') {
        return Read::Bad("it is mistyped and may have been cut short");
    }
    let scheme = if scheme.is_empty() { "http" } else { scheme };
    let address = format!("{scheme}://{host}{path}");
    match mended {
        Some(how) => Read::Mended(address, how),
        None => Read::Right(address),
    }
}

/// `http` or `https`, however it is mistyped; how many bytes it takes with what follows, and whether it was right.
fn scheme(lower: &str) -> Option<(&'static str, usize, bool)> {
    let letters = lower.find(|c: char| !c.is_ascii_alphabetic())?;
    let name = match &lower[..letters] {
        "http" | "htpp" | "htp" | "hhtp" | "htttp" | "ttp" | "hhttp" => "http",
        "https" | "htpps" | "htps" | "hhtps" | "htttps" | "ttps" | "hhttps" => "https",
        _ => return None,
    };
    let marks = lower[letters..].find(|c: char| !matches!(c, ':' | '/' | ';' | '.')).unwrap_or(0);
    let mut end = letters + marks;
    // "https://http//www" and the like: the last one counts.
    if let Some((_, more, _)) = scheme(&lower[end..]) {
        end += more;
    }
    (marks > 0).then(|| (name, end, lower[..end] == format!("{name}://")))
}

/// The first e-mail address in a cell that may be one; the domain in lower case.
pub(super) fn emails(cell: &str) -> (Option<String>, Vec<&str>) {
    let mut found = None;
    let mut rest = Vec::new();
    for part in cell.split([';', ',', '/', ' ', '|', '\n']).filter(|part| !part.is_empty()) {
        match email(part) {
            Some(address) if found.is_none() => found = Some(address),
            Some(address) if found.as_ref() == Some(&address) => {}
            _ => rest.push(part),
        }
    }
    (found, rest)
}

fn email(value: &str) -> Option<String> {
    let value = value.trim_matches(|c: char| matches!(c, '<' | '>' | '(' | ')' | '.' | '"' | ':'));
    let value = value.strip_prefix("mailto:").unwrap_or(value);
    let (name, host) = value.split_once('@')?;
    let right = |c: char| c.is_alphanumeric() || "!#$%&'*+=?^_{}~-.".contains(c);
    if name.is_empty()
        || name.len() > 64
        || value.len() > 254
        || !name.chars().all(right)
        || name.starts_with('.')
        || name.ends_with('.')
        || name.contains("..")
    {
        return None;
    }
    let host = host.to_lowercase();
    let name = if name.chars().any(char::is_lowercase) { name.to_owned() } else { name.to_lowercase() };
    is_host(&host, true).then(|| format!("{name}@{host}"))
}

/// Whether a name may be that of a host; a port may follow. An ending of more than two letters that is in no list passes
/// only where the rest was `certain`.
fn is_host(host: &str, certain: bool) -> bool {
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let labels: Vec<&str> = name.split('.').collect();
    let label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let Some(ending) = labels.last() else { return false };
    let letters = ending.chars().all(char::is_alphabetic) || ending.starts_with("xn--");
    let known = ending.len() == 2 || ENDINGS.contains(ending) || (certain && (3..=18).contains(&ending.len()));
    let least = if labels[0] == "www" { 3 } else { 2 };
    name.len() <= 253
        && labels.len() >= least
        && labels.iter().all(label)
        && letters
        && known
        && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(value: &str) -> String {
        match site(value) {
            Read::Right(site) => site,
            Read::Mended(site, _) => format!("mended {site}"),
            Read::Email(address) => format!("email {address}"),
            Read::Bad(_) => "bad".to_owned(),
        }
    }

    #[test]
    fn sites() {
        for (value, expected) in [
            ("https://www.comune.torino.it/a?b=c#d", "https://www.comune.torino.it/a?b=c#d"),
            ("WWW.COMUNE.RIMINI.IT", "http://www.comune.rimini.it"),
            ("www.comune.torino.it/servizieducativi", "http://www.comune.torino.it/servizieducativi"),
            ("http//asilo.wix.com/pittaluga", "mended http://asilo.wix.com/pittaluga"),
            ("https//eisversilia.it", "mended https://eisversilia.it"),
            ("http:/eisversilia.it", "mended http://eisversilia.it"),
            ("https:// eisversilia.it", "bad"),
            ("https://http//eisversilia.it", "mended https://eisversilia.it"),
            ("www,babyschoolilgiglio.it", "mended http://www.babyschoolilgiglio.it"),
            ("WWW.ILVOLO,COM", "mended http://www.ilvolo.com"),
            ("wwwscuola.it", "mended http://www.scuola.it"),
            ("https//www.istitutosanbenedettopomezia.", "bad"),
            ("https//www.facebook.com/fcjcuoreimmacol", "bad"),
            ("https//www.santasofiasalesianecivitavec", "bad"),
            ("www.scuolamaternareginamundi.wordpress.c", "bad"),
            ("www.icsmargherita hach.it", "bad"),
            ("scuolasantannasettecamini", "bad"),
            ("javascript:alert(1)", "bad"),
            ("https://user@host.it", "bad"),
            ("https://scuola.bolzano", "https://scuola.bolzano"),
            ("scuola.it:8080/x", "http://scuola.it:8080/x"),
            (".www.scuola.it", "http://www.scuola.it"),
            ("www.scuola@palazzo.it", "bad"),
            ("ISTITUTO@GMAIL.COM", "email istituto@gmail.com"),
        ] {
            assert_eq!(show(value), expected, "{value}");
        }
    }

    #[test]
    fn mailboxes() {
        assert_eq!(emails("a.b+c@Scuola.IT; info@x.it"), (Some("a.b+c@scuola.it".to_owned()), vec!["info@x.it"]));
        assert_eq!(emails("mailto:x@y.it"), (Some("x@y.it".to_owned()), vec![]));
        assert_eq!(emails("no-email@").0, None);
        for bad in ["anagrafe.godiasco@pec..it", "comune.gossolengo@.legalmail.it", "a@b", "@b.it", "a b.it", "a@b@c.it", "x\"y@z.it"] {
            assert_eq!(emails(bad).0, None, "{bad}");
        }
    }
}
