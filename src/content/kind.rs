//! How a kind declares its fields.

use serde::{Serialize, de::DeserializeOwned};

/// One kind of content. Implemented by [`kind!`](crate::content::kind!), never by hand.
pub trait Kind: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Its name in the store, in `content/` and in the API.
    const NAME: &'static str;
    /// The schema.org type of its pages.
    const SCHEMA_ORG: &'static str;
    /// Its fields, in the order of the struct.
    const FIELDS: &'static [Field];
    /// The field that lists are sorted by.
    const SORTED_BY: &'static str;
}

/// What a field holds, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A value that is the same in every language.
    Value,
    /// One line of text, translatable.
    Line,
    /// Paragraphs, translatable.
    Prose,
    /// Short items, one a line, translatable.
    List,
}

/// The longest text a field takes in one language, in characters.
pub type Limit = usize;

/// The declaration of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in the struct, the store and the JSON.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// How long it may be.
    pub limit: Limit,
    /// Whether an item without it is refused.
    pub required: bool,
    /// Whether it is searched.
    pub searched: bool,
}

impl Field {
    const fn new(shape: Shape, limit: Limit) -> Self {
        Self { name: "", shape, limit, required: false, searched: false }
    }

    /// The same field, without which an item is refused.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same field, found by search.
    #[must_use]
    pub const fn searched(self) -> Self {
        Self { searched: true, ..self }
    }

    /// The same field under its name.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// Whether it is written in each language.
    pub const fn translatable(&self) -> bool {
        !matches!(self.shape, Shape::Value)
    }
}

/// A field that is the same in every language.
pub const fn value() -> Field {
    Field::new(Shape::Value, 0)
}

/// One line in each language.
pub const fn line(limit: Limit) -> Field {
    Field::new(Shape::Line, limit)
}

/// Paragraphs in each language.
pub const fn prose(limit: Limit) -> Field {
    Field::new(Shape::Prose, limit)
}

/// Short items in each language, one a line.
pub const fn list(limit: Limit) -> Field {
    Field::new(Shape::List, limit)
}

/// Declares a kind of content: the struct, and from the same lines its fields.
///
/// ```ignore
/// kind! {
///     /// A plain page on one subject.
///     pub struct Topic: "topic", "WebPage", sorted by title {
///         /// Its title.
///         title: Text = line(60).required().searched(),
///         /// Its place on the home page.
///         order: u16 = value(),
///     }
/// }
/// ```
macro_rules! kind {
    (
        $(#[$meta:meta])*
        pub struct $name:ident: $kind:literal, $schema:literal, sorted by $sorted:ident {
            $($(#[$field_meta:meta])* $field:ident: $type:ty = $shape:expr,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
        }

        impl $crate::content::Kind for $name {
            const NAME: &'static str = $kind;
            const SCHEMA_ORG: &'static str = $schema;
            const FIELDS: &'static [$crate::content::Field] = &[$($shape.named(stringify!($field)),)+];
            const SORTED_BY: &'static str = stringify!($sorted);
        }
    };
}
pub(crate) use kind;
