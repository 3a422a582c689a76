//! The portal's own records, topics and words, read as the portal reads them.

use std::path::Path;

use anyhow::Result;
use portolano::{
    content::{
        Item,
        kinds::Topic,
        server::{Phrase, Store, thesaurus},
    },
    locale::{self, Text},
    search::{self, CategoryId, Concepts, Document, Index, Lang, Place, Places, Position, TopicText},
    server::{config::Common, db},
    services::model::Service,
    territory::server::Gazetteer,
};

use crate::engine::Record;

pub struct Portal {
    /// The topics' slugs; a category is its place here.
    categories: Vec<String>,
    topics: Vec<search::Topic>,
    phrases: Vec<search::Phrase>,
    places: Vec<Place>,
    pub documents: Vec<Document>,
}

impl Portal {
    /// Reads everything; each service becomes `times` documents, with ids and positions of their own.
    pub fn read(data: &Path, content: &Path, times: u8) -> Result<Self> {
        let common = Common { data: data.to_owned(), database: None, content: content.to_owned(), log: String::new(), log_json: false };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (mut topics, services) = runtime.block_on(async {
            let store = Store::new(db::open(&common).await?);
            anyhow::Ok((store.all::<Topic>().await?, store.all::<Service>().await?))
        })?;
        topics.sort_by_key(|topic| topic.fields.order);
        let categories: Vec<String> = topics.iter().map(|topic| topic.slug.clone()).collect();
        let category = |slug: &str| categories.iter().position(|c| c == slug).and_then(|n| u8::try_from(n).ok()).map(CategoryId);
        let list = Gazetteer::read(content)?.places();
        let places = Places::new(list.clone());
        let mut documents = Vec::with_capacity(services.len() * usize::from(times));
        for time in 0..times {
            documents.extend((0..).zip(&services).filter_map(|(n, item)| document(item, n, time, category, &places)));
        }
        Ok(Self {
            topics: topics.iter().filter_map(|topic| self::topic(topic, category)).collect(),
            phrases: thesaurus(content)?.into_iter().filter_map(|phrase| self::phrase(phrase, category)).collect(),
            places: list,
            documents,
            categories,
        })
    }

    /// The number of a category.
    pub fn category(&self, slug: &str) -> Option<u8> {
        self.categories.iter().position(|c| c == slug).and_then(|n| u8::try_from(n).ok())
    }

    /// The portal's index.
    pub fn index(&self) -> Index {
        Index::new(Places::new(self.places.clone()), Concepts::new(&self.topics, &self.phrases), self.documents.clone())
    }

    /// The same as text: the services, and the topic pages in every language.
    pub fn records(&self) -> Vec<Record> {
        let services = self.documents.iter().map(|document| Record {
            category: document.category.0,
            name: document.name.clone(),
            organisation: document.organisation.clone(),
            body: [&document.body]
                .into_iter()
                .chain(document.other_texts.iter().map(|(_, text)| text))
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("\n"),
        });
        let topics = self.topics.iter().flat_map(|topic| {
            topic.texts.iter().map(|text| Record {
                category: topic.category.0,
                name: text.title.clone(),
                organisation: String::new(),
                body: format!("{}\n{}", text.summary, text.text),
            })
        });
        services.chain(topics).collect()
    }
}

/// As the portal indexes a service. Where the register says nothing of hours, cost and languages, something is put so
/// that the filters have work to do.
fn document(item: &Item<Service>, n: u32, time: u8, category: impl Fn(&str) -> Option<CategoryId>, places: &Places) -> Option<Document> {
    let service = &item.fields;
    let source = locale::Lang::SOURCE;
    let exactly = |texts: &[&Text], lang| texts.iter().filter_map(|text| text.exactly(lang)).collect::<Vec<_>>().join("\n");
    let texts = [&service.name, &service.description, &service.addressed, &service.how_to];
    let others = locale::Lang::all().filter(|lang| *lang != source);
    let addresses = service.locations.iter().filter_map(|location| location.address.as_deref());
    let body: Vec<_> = [service.subtype.as_str()].into_iter().chain(addresses).chain(service.description.exactly(source)).collect();
    let mut id = item.id.0;
    id[15] ^= time;
    id[14] ^= time.wrapping_mul(37);
    // Some hundred metres, another way for each.
    let jitter = |seed: u32| f64::from(time) * (f64::from(n.wrapping_mul(seed) % 1000) - 500.0) / 100_000.0;
    Some(Document {
        id,
        category: category(&service.category)?,
        also: service.also.iter().filter_map(|slug| category(slug)).collect(),
        name: service.name.get(source)?.0.to_owned(),
        organisation: service.organisation.as_ref().map(|o| o.name.clone()).unwrap_or_default(),
        body: body.join("\n"),
        other_texts: others
            .filter_map(|lang| Some((Lang::from_code(lang.code())?, exactly(&texts, lang))))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        place: service.place().and_then(|code| places.find(code)),
        position: service.position().map(|(lat, lon)| Position { lat: lat + jitter(7919), lon: lon + jitter(104_729) }),
        free: service.free.or([None, Some(true), Some(false)][n as usize % 3]),
        undocumented: service.undocumented,
        speaks: if service.languages.is_empty() && n % 5 == 0 { vec!["en".to_owned(), "fr".to_owned()] } else { service.languages.clone() },
        hours: n % 50,
        national: service.locations.is_empty(),
        weight: service.weight(),
    })
}

fn topic(item: &Item<Topic>, category: impl Fn(&str) -> Option<CategoryId>) -> Option<search::Topic> {
    let topic = &item.fields;
    let text = |lang: locale::Lang| {
        let rest = [&topic.what, &topic.office, &topic.bring].map(|text| text.exactly(lang).unwrap_or_default());
        Some(TopicText {
            lang: Lang::from_code(lang.code())?,
            title: topic.title.exactly(lang)?.to_owned(),
            summary: topic.summary.exactly(lang).unwrap_or_default().to_owned(),
            text: rest.join("\n"),
        })
    };
    Some(search::Topic { category: category(&item.slug)?, order: topic.order, texts: locale::Lang::all().filter_map(text).collect() })
}

fn phrase(phrase: Phrase, category: impl Fn(&str) -> Option<CategoryId>) -> Option<search::Phrase> {
    let (lang, category) = (Lang::from_code(phrase.lang.code())?, category(&phrase.topic)?);
    Some(search::Phrase { lang, category, text: phrase.text, need: phrase.need })
}
