//! Who said what, and who may overwrite whom.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A proof of who writes. Every write to the store asks for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    name: String,
    editor: bool,
}

impl Author {
    /// The content that the portal starts with.
    pub fn seed() -> Self {
        Self { name: "seed".to_owned(), editor: false }
    }

    /// An importer, by the name of its file or register.
    pub fn importer(source: &str) -> Self {
        Self { name: format!("import:{source}"), editor: false }
    }

    /// A person who signed in. Only the accounts may say who that is.
    #[cfg_attr(not(test), expect(dead_code, reason = "the editors' rooms come with a later issue"))]
    pub(crate) fn editor(name: &str) -> Self {
        Self { name: format!("editor:{name}"), editor: true }
    }

    /// How the store names them.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Who said a field, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// [`Author::name`].
    pub by: String,
    /// Seconds since 1970.
    pub at: i64,
}

impl Claim {
    fn is_editors(&self) -> bool {
        self.by.starts_with("editor:")
    }
}

/// Who said each field: `"cost"`, or `"cost@fr"` for a text in one language. `"*"` stands for all the rest, so a record
/// that only an importer touched has one entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Claims(BTreeMap<String, Claim>);

impl Claims {
    /// Everything was said by one author.
    pub fn all(author: &Author, at: i64) -> Self {
        Self(BTreeMap::from([("*".to_owned(), Claim { by: author.name.clone(), at })]))
    }

    /// Who said a field.
    pub fn of(&self, field: &str) -> Option<&Claim> {
        self.0.get(field).or_else(|| self.0.get("*"))
    }
}

/// A revision without its type: fields by name, with `name@lang` for a text in one language.
pub type Content = BTreeMap<String, String>;

/// What a record holds after an author has said `incoming`, and who said each field then.
///
/// An editor overwrites everybody, and everybody else overwrites everything but what an editor said. A field that is
/// absent from `incoming` goes, under the same rule.
pub fn merge(current: &Content, claims: &Claims, incoming: &Content, author: &Author, at: i64) -> (Content, Claims) {
    let mut merged = Content::new();
    let mut said = claims.clone();
    for field in current.keys().chain(incoming.keys()).collect::<BTreeSet<_>>() {
        let (before, now) = (current.get(field), incoming.get(field));
        let kept = !author.editor && claims.of(field).is_some_and(Claim::is_editors);
        let value = if kept { before } else { now };
        if !kept && before != now {
            said.0.insert(field.clone(), Claim { by: author.name.clone(), at });
        }
        if let Some(value) = value {
            merged.insert(field.clone(), value.clone());
        }
    }
    (merged, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(fields: &[(&str, &str)]) -> Content {
        fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn an_importer_overwrites_an_importer_but_never_an_editor() {
        let importer = Author::importer("register");
        let first = content(&[("name@it", "Sportello"), ("phone", "1"), ("email", "a")]);
        let claims = Claims::all(&importer, 1);

        let edited = content(&[("name@it", "Sportello"), ("phone", "2")]);
        let (now, claims) = merge(&first, &claims, &edited, &Author::editor("ada"), 2);
        assert_eq!(now, edited);

        let next = content(&[("name@it", "Sportello nuovo"), ("phone", "3"), ("email", "b")]);
        let (now, claims) = merge(&now, &claims, &next, &importer, 3);
        assert_eq!(now, content(&[("name@it", "Sportello nuovo"), ("phone", "2")]), "the editor's number and the editor's removal stay");
        assert_eq!(claims.of("phone").map(|c| c.by.as_str()), Some("editor:ada"));
        assert_eq!(claims.of("name@it").map(|c| c.at), Some(3));
    }
}
