//! As much of HTML as the tests ask about: elements with their attributes, in the order of the page.

/// An element's opening tag.
pub(super) struct Tag {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The text up to the next tag.
    pub(super) text: String,
}

impl Tag {
    /// An attribute's value; empty if it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether an attribute is there, with a value or without.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(key, _)| key == name)
    }

    /// The attributes' names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(|(key, _)| key.as_str())
    }
}

/// The elements of a page.
pub(super) struct Page(Vec<Tag>);

impl Page {
    /// Reads well-formed HTML, as the portal writes it; what stands in a script is no markup.
    pub(super) fn read(html: &str) -> Self {
        let mut tags = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            rest = &rest[start + 1..];
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let length = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(rest.len());
            let name = rest[..length].to_ascii_lowercase();
            let (attributes, after) = attributes(&rest[length..]);
            rest = after;
            let text = decode(&rest[..rest.find('<').unwrap_or(rest.len())]);
            if name == "script" {
                rest = &rest[rest.find("</script").unwrap_or(rest.len())..];
            }
            tags.push(Tag { name, attributes, text });
        }
        Self(tags)
    }

    /// Every element.
    pub(super) fn tags(&self) -> &[Tag] {
        &self.0
    }

    /// The elements of a name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Tag> {
        self.0.iter().filter(move |tag| tag.name == name)
    }

    /// The first element of a name.
    pub(super) fn first(&self, name: &str) -> Option<&Tag> {
        self.all(name).next()
    }

    /// The links of a relation.
    pub(super) fn links(&self, rel: &str) -> Vec<&Tag> {
        self.all("link").filter(|link| link.get("rel") == rel).collect()
    }

    /// Where the search's hits lead, in order.
    pub(super) fn hits(&self) -> Vec<&str> {
        let inside = self.0.iter().skip_while(|tag| tag.get("class") != "hits");
        // A heading with its link opens each hit.
        let tags: Vec<&Tag> = inside.collect();
        tags.windows(2)
            .filter(|pair| matches!(pair[0].name.as_str(), "h2" | "h3") && pair[1].name == "a")
            .map(|pair| pair[1].get("href"))
            .collect()
    }
}

/// The attributes of a tag, and what follows its end.
fn attributes(mut rest: &str) -> (Vec<(String, String)>, &str) {
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (attributes, rest.get(1..).unwrap_or_default());
        }
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        let name = rest[..length].to_ascii_lowercase();
        rest = &rest[length..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').unwrap_or(quoted.len());
            value = decode(&quoted[..end]);
            rest = quoted.get(end + 1..).unwrap_or_default();
        } else if let Some(bare) = rest.strip_prefix('=') {
            let end = bare.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(bare.len());
            value = decode(&bare[..end]);
            rest = &bare[end..];
        }
        attributes.push((name, value));
    }
}

/// The characters that markup writes in another way.
pub(super) fn decode(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2F;", "/"), ("&amp;", "&")]
    {
        text = text.replace(entity, character);
    }
    text
}

#[test]
fn markup_is_read() {
    let page = Page::read(
        "<!DOCTYPE html><p class=\"a b\" hidden data-x=1>x &amp; y</p><script>if (a<b) {}</script><br/><a href=\"/?a=1&amp;b\">",
    );
    let names: Vec<_> = page.tags().iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["p", "script", "br", "a"]);
    assert_eq!((page.tags()[0].get("class"), page.tags()[0].has("hidden"), page.tags()[0].get("data-x")), ("a b", true, "1"));
    assert_eq!((page.tags()[0].text.as_str(), page.tags()[3].get("href")), ("x & y", "/?a=1&b"));
}
