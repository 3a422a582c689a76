//! Tantivy: Italian stems without diacritics, one typing error in a word of five letters and two in one of nine, the
//! last word as a prefix, the name before the rest.

use std::path::Path;

use anyhow::Result;
use tantivy::{
    Index, IndexReader, ReloadPolicy, Score, SegmentReader, TantivyDocument, Term,
    collector::{Collector, SegmentCollector, TopDocs},
    columnar::Column,
    query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream as _},
};

use crate::engine::{CATEGORIES, Engine, Found, LIMIT, Record, Search};

const ANALYZER: &str = "italian";

pub struct Tantivy {
    reader: IndexReader,
    /// The fields with text, and what a word in them is worth.
    texts: [(Field, Score); 3],
    analyzer: TextAnalyzer,
}

fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::Italian))
        .build()
}

impl Tantivy {
    pub fn build(folder: &Path, records: &[Record]) -> Result<()> {
        let text = TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_tokenizer(ANALYZER).set_index_option(IndexRecordOption::WithFreqs));
        let mut schema = Schema::builder();
        let [name, organisation, body] = ["name", "organisation", "body"].map(|field| schema.add_text_field(field, text.clone()));
        let category = schema.add_u64_field("category", FAST | INDEXED);
        let index = Index::create_in_dir(folder, schema.build())?;
        index.tokenizers().register(ANALYZER, analyzer());
        let mut writer = index.writer_with_num_threads(1, 200_000_000)?;
        for record in records {
            let mut document = TantivyDocument::default();
            document.add_text(name, &record.name);
            document.add_text(organisation, &record.organisation);
            document.add_text(body, &record.body);
            document.add_u64(category, u64::from(record.category));
            writer.add_document(document)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(())
    }

    pub fn open(folder: &Path) -> Result<Self> {
        let index = Index::open_in_dir(folder)?;
        index.tokenizers().register(ANALYZER, analyzer());
        let schema = index.schema();
        let texts = [(schema.get_field("name")?, 3.0), (schema.get_field("organisation")?, 1.5), (schema.get_field("body")?, 1.0)];
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, texts, analyzer: analyzer() })
    }

    fn query(&mut self, text: &str) -> Box<dyn Query> {
        let mut words = Vec::new();
        let mut stream = self.analyzer.token_stream(text);
        while let Some(token) = stream.next() {
            words.push(token.text.clone());
        }
        let mut any: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (n, word) in words.iter().enumerate() {
            let letters = word.chars().count();
            for (field, worth) in self.texts {
                let term = Term::from_field_text(field, word);
                let mut add = |query: Box<dyn Query>, worth| any.push((Occur::Should, Box::new(BoostQuery::new(query, worth))));
                add(Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)), worth);
                if letters >= 5 {
                    add(Box::new(FuzzyTermQuery::new(term.clone(), if letters >= 9 { 2 } else { 1 }, true)), worth / 4.0);
                }
                if n + 1 == words.len() && letters >= 3 {
                    add(Box::new(FuzzyTermQuery::new_prefix(term, 0, true)), worth / 2.0);
                }
            }
        }
        Box::new(BooleanQuery::new(any))
    }
}

impl Engine for Tantivy {
    fn search(&mut self, search: &Search) -> Result<Found> {
        let query = self.query(&search.text);
        let searcher = self.reader.searcher();
        let (counts, best) = match search.category {
            None => searcher.search(&query, &(Counts, TopDocs::with_limit(LIMIT).order_by_score()))?,
            Some(category) => {
                let counts = searcher.search(&query, &Counts)?;
                let of = Term::from_field_u64(searcher.schema().get_field("category")?, u64::from(category));
                let only: Box<dyn Query> = Box::new(TermQuery::new(of, IndexRecordOption::Basic));
                let both = BooleanQuery::new(vec![(Occur::Must, query), (Occur::Must, only)]);
                (counts, searcher.search(&both, &TopDocs::with_limit(LIMIT).order_by_score())?)
            }
        };
        let mut first = Vec::with_capacity(best.len());
        for (_, at) in best {
            let category = searcher.segment_reader(at.segment_ord).fast_fields().u64("category")?.first(at.doc_id).unwrap_or_default();
            first.push(u8::try_from(category)?);
        }
        let total = search.category.map_or(counts.iter().sum(), |category| counts[usize::from(category)]);
        Ok(Found { first, total, counts })
    }
}

/// Counts the results of each category.
struct Counts;

struct SegmentCounts {
    category: Column<u64>,
    counts: [u64; CATEGORIES],
}

impl Collector for Counts {
    type Fruit = [u64; CATEGORIES];
    type Child = SegmentCounts;

    fn for_segment(&self, _: u32, segment: &SegmentReader) -> tantivy::Result<SegmentCounts> {
        Ok(SegmentCounts { category: segment.fast_fields().u64("category")?, counts: [0; CATEGORIES] })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<[u64; CATEGORIES]>) -> tantivy::Result<[u64; CATEGORIES]> {
        Ok(std::array::from_fn(|n| segments.iter().map(|counts| counts[n]).sum()))
    }
}

impl SegmentCollector for SegmentCounts {
    type Fruit = [u64; CATEGORIES];

    fn collect(&mut self, doc: u32, _: Score) {
        let category = self.category.first(doc).and_then(|category| usize::try_from(category).ok()).unwrap_or_default();
        self.counts[category % CATEGORIES] += 1;
    }

    fn harvest(self) -> Self::Fruit {
        self.counts
    }
}
