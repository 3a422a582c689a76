//! The engine as a whole, on a country of eight places.

use super::{
    CategoryId, Concepts, Document, Index, Lang, Level, Outcome, Phrase, Place, PlaceId, Places, Position, Query, SnapshotError,
    SuggestionKind, Topic, TopicText,
};

const HOUSING: CategoryId = CategoryId(0);
const LABOUR: CategoryId = CategoryId(1);
const HEALTH: CategoryId = CategoryId(2);
const CULTURE: CategoryId = CategoryId(3);

/// A turn on the result: what was asked, and what it gave.
fn ask(text: &str, lang: Lang) -> Outcome {
    index().search(&Query::new(text, lang))
}

fn place(code: &str, level: Level, parent: &str, names: &[(Lang, &str)], at: (f64, f64), population: u32, common: bool) -> Place {
    Place {
        code: code.to_owned(),
        level,
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        names: names.iter().map(|(lang, name)| (*lang, (*name).to_owned())).collect(),
        caps: if code == "001272" { vec![10121, 10135] } else { Vec::new() },
        position: Some(Position { lat: at.0, lon: at.1 }),
        population,
        capital: population > 100_000,
        common,
    }
}

fn places() -> Places {
    let milan = [
        (Lang::It, "Milano"),
        (Lang::En, "Milan"),
        (Lang::Ru, "Милан"),
        (Lang::Uk, "Мілан"),
        (Lang::Ar, "ميلانو"),
        (Lang::Bn, "মিলান"),
        (Lang::Ur, "میلان"),
        (Lang::Zh, "米兰"),
    ];
    Places::new(vec![
        place("IT", Level::Nation, "", &[(Lang::It, "Italia")], (42.0, 12.0), 0, true),
        place("01", Level::Region, "IT", &[(Lang::It, "Piemonte")], (45.0, 8.0), 0, false),
        place("03", Level::Region, "IT", &[(Lang::It, "Lombardia")], (45.5, 9.5), 0, false),
        place("001", Level::Province, "01", &[(Lang::It, "Torino")], (45.07, 7.68), 0, false),
        place("006", Level::Province, "01", &[(Lang::It, "Alessandria")], (44.9, 8.6), 0, false),
        place("015", Level::Province, "03", &[(Lang::It, "Milano")], (45.46, 9.19), 0, false),
        place("001272", Level::Comune, "001", &[(Lang::It, "Torino"), (Lang::En, "Turin")], (45.07, 7.68), 850_000, false),
        place("006151", Level::Comune, "006", &[(Lang::It, "Sale")], (44.98, 8.81), 4_000, true),
        place("015146", Level::Comune, "015", &milan, (45.46, 9.19), 1_370_000, false),
        place("013075", Level::Comune, "03", &[(Lang::It, "Como"), (Lang::Fr, "Côme")], (45.81, 9.08), 120_000, true),
        place("059007", Level::Comune, "IT", &[(Lang::It, "Fondi")], (41.35, 13.42), 39_000, true),
        place("035033", Level::Comune, "IT", &[(Lang::It, "Reggio nell'Emilia")], (44.7, 10.63), 171_000, false),
    ])
}

fn concepts() -> Concepts {
    let phrases: &[(Lang, CategoryId, &str)] = &[
        (Lang::It, HOUSING, "affitto casa"),
        (Lang::It, HOUSING, "aiuto affitto"),
        (Lang::It, LABOUR, "il capo non mi paga lo stipendio"),
        (Lang::It, LABOUR, "il padrone non paga"),
        (Lang::It, HEALTH, "medico di base"),
        (Lang::It, HEALTH, "dottore"),
        (Lang::It, CULTURE, "biblioteca"),
        (Lang::It, CULTURE, "sale studio"),
        (Lang::En, HOUSING, "rent a house"),
        (Lang::En, LABOUR, "my boss does not pay me"),
        (Lang::En, HEALTH, "doctor"),
        (Lang::Fr, HOUSING, "louer un logement"),
        (Lang::Fr, HEALTH, "médecin"),
        (Lang::Es, HOUSING, "alquiler de casa"),
        (Lang::Es, HEALTH, "médico"),
        (Lang::Ro, LABOUR, "patronul nu mă plătește"),
        (Lang::Ro, HOUSING, "chirie locuință"),
        (Lang::Sq, HOUSING, "shtëpi me qira"),
        (Lang::Sq, HEALTH, "mjeku i familjes"),
        (Lang::Ru, LABOUR, "не платят зарплату"),
        (Lang::Ru, HEALTH, "врач"),
        (Lang::Uk, LABOUR, "не платять зарплату"),
        (Lang::Uk, HOUSING, "орендувати житло"),
        (Lang::Ar, LABOUR, "صاحب العمل لا يدفع الأجر"),
        (Lang::Ar, HOUSING, "إيجار بيت"),
        (Lang::Ur, LABOUR, "مالک تنخواہ نہیں دیتا"),
        (Lang::Ur, HEALTH, "ڈاکٹر"),
        (Lang::Bn, LABOUR, "মালিক বেতন দেয় না"),
        (Lang::Bn, HOUSING, "বাসা ভাড়া"),
        (Lang::Zh, LABOUR, "老板不发工资"),
        (Lang::Zh, HOUSING, "租房子"),
    ];
    let phrases: Vec<Phrase> = phrases
        .iter()
        .map(|(lang, category, text)| Phrase { lang: *lang, category: *category, text: (*text).to_owned(), need: text.contains(' ') })
        .collect();
    let topics = [(HOUSING, "Casa"), (LABOUR, "Diritti sul lavoro"), (HEALTH, "Salute"), (CULTURE, "Biblioteche e cultura")];
    let topics: Vec<Topic> = topics
        .into_iter()
        .map(|(category, title)| {
            let text = TopicText { lang: Lang::It, title: title.to_owned(), summary: String::new(), text: String::new() };
            Topic { category, order: 1, texts: vec![text] }
        })
        .collect();
    Concepts::new(&topics, &phrases)
}

fn document(n: u8, category: CategoryId, name: &str, place: Option<PlaceId>) -> Document {
    Document {
        id: [n; 16],
        category,
        also: Vec::new(),
        name: name.to_owned(),
        organisation: String::new(),
        body: String::new(),
        other_texts: Vec::new(),
        place,
        position: None,
        free: None,
        undocumented: None,
        speaks: Vec::new(),
        hours: 0,
        national: place.is_none(),
        weight: if place.is_none() { 200 } else { 50 },
    }
}

fn documents(places: &Places) -> Vec<Document> {
    let at = |code: &str| places.find(code);
    vec![
        Document { free: Some(true), ..document(1, HOUSING, "Sportello casa Torino", at("001272")) },
        Document { free: Some(false), ..document(2, HOUSING, "Agenzia casa Milano", at("015146")) },
        Document { hours: 1, ..document(3, HOUSING, "Ufficio alloggi", at("015146")) },
        document(4, LABOUR, "Vertenze Milano", at("015146")),
        document(5, LABOUR, "Numero verde lavoro", None),
        Document { hours: 2, speaks: vec!["ar".to_owned()], ..document(6, HEALTH, "Ambulatorio stranieri", at("001272")) },
        document(7, CULTURE, "Biblioteca Guglielmo Marconi", at("006151")),
        document(8, CULTURE, "Biblioteca civica", at("001272")),
        Document { position: Some(Position { lat: 45.08, lon: 7.68 }), ..document(9, HEALTH, "Farmacia Aurora", at("001272")) },
    ]
}

fn index() -> Index {
    let places = places();
    let documents = documents(&places);
    Index::new(places, concepts(), documents)
}

fn code(outcome: &Outcome) -> Option<String> {
    outcome.place.and_then(|found| index().places().get(found.place).map(|place| place.code.clone()))
}

fn numbers(outcome: &Outcome) -> Vec<u8> {
    outcome.hits.iter().map(|hit| hit.id[0]).collect()
}

#[test]
fn every_language_finds_records_in_any_language() {
    for (lang, text, category) in [
        (Lang::It, "il padrone non mi paga", LABOUR),
        (Lang::En, "boss not paying", LABOUR),
        (Lang::Fr, "logement a louer", HOUSING),
        (Lang::Es, "alquilar casa", HOUSING),
        (Lang::Ro, "patronul nu ma plateste", LABOUR),
        (Lang::Sq, "shtepi me qera", HOUSING),
        (Lang::Ru, "зарплату не платит", LABOUR),
        (Lang::Uk, "житло оренда", HOUSING),
        (Lang::Ar, "ايجار البيت", HOUSING),
        (Lang::Ur, "تنخواہ نہیں ملی", LABOUR),
        (Lang::Bn, "ভাড়া বাসা চাই", HOUSING),
        (Lang::Zh, "不发工资", LABOUR),
    ] {
        let outcome = ask(text, lang);
        assert_eq!(outcome.topics.first().map(|topic| topic.category), Some(category), "{text}");
        assert_eq!(outcome.hits.first().map(|hit| hit.category), Some(category), "{text}");
        // The reader's language is a hint, no more.
        let outcome = ask(text, Lang::It);
        assert_eq!(outcome.topics.first().map(|topic| topic.category), Some(category), "{text}");
    }
}

#[test]
fn typing_errors_and_beginnings_are_forgiven() {
    for text in ["afitto", "affito casa", "affittto", "afftito", "affit", "affittocasa"] {
        assert_eq!(ask(text, Lang::It).topics.first().map(|topic| topic.category), Some(HOUSING), "{text}");
    }
    assert_eq!(ask("afitto ", Lang::It).corrected, [("afitto".to_owned(), "affitto".to_owned())]);
    assert_eq!(numbers(&ask("bibliotca marcni", Lang::It)).first(), Some(&7));
}

#[test]
fn a_place_in_any_language_and_case_is_a_filter() {
    for (lang, text) in [
        (Lang::It, "affitto milano"),
        (Lang::It, "affitto a Millano"),
        (Lang::En, "rent in Milan"),
        (Lang::Ru, "врач в Милане"),
        (Lang::Uk, "житло у Мілані"),
        (Lang::Ar, "إيجار بميلانو"),
        (Lang::Bn, "মিলানে বাসা"),
        (Lang::Ur, "میلان میں ڈاکٹر"),
        (Lang::Zh, "米兰租房"),
        (Lang::Sq, "shtepi ne Milano"),
        (Lang::Ro, "chirie la Milano"),
    ] {
        assert_eq!(code(&ask(text, lang)).as_deref(), Some("015146"), "{text}");
    }
    assert_eq!(code(&ask("casa provincia di Torino", Lang::It)).as_deref(), Some("001"));
    assert_eq!(code(&ask("casa 10135", Lang::It)).as_deref(), Some("001272"));
    assert_eq!(code(&ask("medico Reggio Emilia", Lang::It)).as_deref(), Some("035033"));
    let text = "affitto a Milano, urgente";
    let found = ask(text, Lang::It).place.expect("a place");
    assert_eq!(&text[found.start..found.end], "Milano");
    let outcome = index().search(&Query { ignore_place: true, ..Query::new(text, Lang::It) });
    assert_eq!((outcome.place, outcome.within), (None, None));
}

#[test]
fn a_name_that_is_a_word_is_a_place_only_where_the_sentence_says_so() {
    assert_eq!(code(&ask("fondi per affitto", Lang::It)), None);
    assert_eq!(code(&ask("sale riunioni", Lang::It)), None);
    assert_eq!(code(&ask("como alquilar casa", Lang::Es)), None);
    assert_eq!(code(&ask("come affittare casa", Lang::It)), None);
    assert_eq!(code(&ask("ufficio a Sale", Lang::It)).as_deref(), Some("006151"));
    assert_eq!(code(&ask("medico a Fondi", Lang::It)).as_deref(), Some("059007"));
    assert_eq!(code(&ask("Fondi", Lang::It)).as_deref(), Some("059007"));
    assert_eq!(code(&ask("medico Como", Lang::It)).as_deref(), Some("013075"));
}

#[test]
fn nothing_in_the_place_widens_and_says_so() {
    let outcome = ask("medico a Sale", Lang::It);
    assert_eq!(outcome.widened, index().places().find("01"));
    assert_eq!(outcome.hits.first().map(|hit| hit.category), Some(HEALTH));
    let outcome = ask("il padrone non mi paga Torino", Lang::It);
    assert_eq!(outcome.widened, index().places().find("IT"));
    assert_eq!(outcome.total, 2);
    // National helplines stay within reach, after what is local.
    let outcome = ask("il padrone non mi paga Milano", Lang::It);
    assert_eq!((outcome.widened, numbers(&outcome)), (None, vec![4, 5]));
}

#[test]
fn names_of_services_work_in_their_own_right() {
    let outcome = ask("biblioteca marconi", Lang::It);
    assert!(outcome.services_first);
    assert_eq!(numbers(&outcome).first(), Some(&7));
    assert_eq!(outcome.topics.first().map(|topic| topic.category), Some(CULTURE));
    assert!(!ask("biblioteca", Lang::It).services_first);
}

#[test]
fn filters_exclude_no_and_keep_unknown_behind() {
    let index = index();
    let outcome = index.search(&Query { free: true, ..Query::new("affitto casa", Lang::It) });
    assert_eq!((numbers(&outcome), outcome.total, outcome.certain), (vec![1, 3], 2, 1));
    assert!(outcome.hits[0].certain && !outcome.hits[1].certain);
    assert_eq!((outcome.facets.free.yes, outcome.facets.free.unknown), (1, 1));
    let states = [None, Some(true), Some(false)];
    let open = Query { open: true, open_states: &states, ..Query::new("affitto casa", Lang::It) };
    let outcome = index.search(&open);
    assert_eq!((outcome.hits[0].id[0], outcome.certain, outcome.total), (3, 1, 3));
    let outcome = index.search(&Query { speaks: Some("ar"), ..Query::new("medico", Lang::It) });
    assert_eq!(numbers(&outcome), [6, 9]);
    assert_eq!(outcome.facets.languages, [("ar".to_owned(), 1)]);
    let outcome = index.search(&Query { speaks: Some("xx"), ..Query::new("medico", Lang::It) });
    assert_eq!(numbers(&outcome), [9]);
}

#[test]
fn a_chosen_category_is_searched_in_the_place_named() {
    let outcome = index().search(&Query { category: Some(HOUSING), ..Query::new("medico milano", Lang::It) });
    assert_eq!((outcome.widened, numbers(&outcome).len()), (None, 2));
    assert_eq!(outcome.topics.len(), 1);
}

#[test]
fn counts_agree_with_and_without_filters() {
    let index = index();
    let all = index.search(&Query::new("affitto casa", Lang::It));
    // A filter that everything passes goes the other way through the columns.
    let same = index.search(&Query { category: Some(HOUSING), ..Query::new("affitto casa", Lang::It) });
    assert_eq!((all.total, all.facets.clone()), (same.total, same.facets));
    assert_eq!(all.facets.regions.iter().map(|(_, n)| n).sum::<u32>(), 3);
}

#[test]
fn browsing_and_nearness() {
    let index = index();
    let torino = index.places().find("001272");
    let outcome = index.search(&Query { place: torino, ..Query::new("", Lang::It) });
    assert_eq!(outcome.total, 5, "four in Torino and the national one");
    let outcome = index.search(&Query { category: Some(CULTURE), ..Query::new("", Lang::It) });
    assert_eq!((outcome.total, outcome.topics.len()), (2, 1));
    let near = Some(Position { lat: 45.07, lon: 7.68 });
    let outcome = index.search(&Query { near, ..Query::new("medico", Lang::It) });
    assert_eq!(outcome.hits.iter().map(|hit| hit.distance_m.is_some()).collect::<Vec<_>>(), [false, true]);
    assert!(outcome.hits[1].distance_m.is_some_and(|metres| (1_000..1_300).contains(&metres)));
    assert_eq!(index.search(&Query::new("", Lang::It)).total, 0);
}

#[test]
fn pages_follow_one_another() {
    let index = index();
    let page = |offset| index.search(&Query { offset, limit: 1, ..Query::new("affitto casa", Lang::It) });
    let all: Vec<u8> = (0..4).flat_map(|offset| numbers(&page(offset))).collect();
    assert_eq!(all.len(), 3);
    assert_eq!(all, numbers(&ask("affitto casa", Lang::It)));
    assert_eq!(index.search(&Query { offset: usize::MAX, limit: usize::MAX, ..Query::new("casa", Lang::It) }).hits, []);
}

#[test]
fn changes_are_searchable_at_once() {
    let mut index = index();
    let torino = index.places().find("001272");
    for n in 0..40 {
        index = index.with_changes(&[], vec![document(100, HEALTH, &format!("Consultorio numero{n}"), torino)]);
    }
    assert_eq!(index.len(), 10);
    assert_eq!(numbers(&index.search(&Query::new("numero39", Lang::It))), [100]);
    assert_eq!(index.search(&Query::new("numero38", Lang::It)).hits.iter().filter(|hit| hit.id == [100; 16]).count(), 1);
    assert!(index.parts.len() <= 3, "small segments are merged");
    let index = index.with_changes(&[[100; 16], [1; 16]], Vec::new());
    assert_eq!(index.len(), 8);
    assert_eq!(index.name_of(&[100; 16]), None);
    assert!(!numbers(&index.search(&Query::new("affitto casa Torino", Lang::It))).contains(&1));
    assert_eq!(index.search(&Query::new("medico", Lang::It)).total, 2);
}

#[test]
fn snapshots_come_back_whole_or_not_at_all() {
    let index = index().with_changes(&[[2; 16]], vec![document(50, HEALTH, "Nuovo ambulatorio", None)]);
    let bytes = index.to_bytes(42).expect("written");
    let again = Index::from_bytes(&bytes, 42).expect("read");
    for text in ["affitto casa", "medico a Milano", "biblioteca marconi", "nuovo ambulatorio"] {
        assert_eq!(index.search(&Query::new(text, Lang::It)), again.search(&Query::new(text, Lang::It)));
    }
    let error = |bytes: &[u8], mark| Index::from_bytes(bytes, mark).err();
    assert_eq!(error(&bytes, 43), Some(SnapshotError::Stale));
    assert_eq!(error(b"", 42), Some(SnapshotError::Damaged));
    for cut in (0..bytes.len()).step_by(97) {
        assert!(error(&bytes[..cut], 42).is_some());
        let mut bent = bytes.clone();
        bent[cut] ^= 0x40;
        assert!(error(&bent, 42).is_some(), "byte {cut}");
    }
    let mut old = bytes.clone();
    old[8] = 0;
    assert_eq!(error(&old, 42), Some(SnapshotError::Format));
}

#[test]
fn suggestions_go_on_from_what_was_typed() {
    let index = index();
    let texts = |text: &str, lang| index.suggest(text, lang, 6).into_iter().map(|found| found.text).collect::<Vec<_>>();
    assert_eq!(texts("aff", Lang::It).first().map(String::as_str), Some("affitto casa"));
    assert!(texts("medico di", Lang::It).contains(&"medico di base".to_owned()));
    assert!(texts("medico tor", Lang::It).contains(&"medico Torino".to_owned()));
    assert!(texts("租", Lang::Zh).contains(&"租房子".to_owned()));
    assert!(texts("зарп", Lang::Ru).contains(&"не платят зарплату".to_owned()));
    let names = index.suggest("biblioteca marc", Lang::It, 6);
    assert!(names.iter().any(|found| found.kind == SuggestionKind::Service([7; 16])));
    assert!(texts("", Lang::It).is_empty() && texts("'", Lang::It).is_empty());
}

#[test]
fn nonsense_finds_nothing_and_hostile_input_is_harmless() {
    let index = index();
    let outcome = ask("xqzw vbnmkj", Lang::It);
    assert_eq!((outcome.total, outcome.topics.len()), (0, 0));
    let mut hostile = vec![
        "\u{0}\u{1}\u{202e}".to_owned(),
        "../../etc/passwd".to_owned(),
        "' OR 1=1 --".to_owned(),
        "%00%ff".to_owned(),
        "🙂🙃".repeat(500),
        "\u{301}".repeat(3_000),
        "l'".repeat(3_000),
        "居".repeat(3_000),
        "ক্ষ্ম".repeat(900),
        "a b c d ".repeat(2_000),
        "comune di ".repeat(300),
        "-".repeat(10_000),
        "ﷺﷻ ﬁﬂ Ǆ İ".to_owned(),
    ];
    // Every beginning of a mixture of scripts, cut between any two characters, in a fixed pseudo-random order.
    let mixture: Vec<char> = "Affitto à Milano жильё в Милане إيجار ميلانو বাসা 租房 l’école 12135 C.A.F. e\u{301}\u{200d}".chars().collect();
    let mut seed = 7_usize;
    for _ in 0..400 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let start = (seed >> 33) % mixture.len();
        let length = (seed >> 20) % 30;
        hostile.push(mixture.iter().cycle().skip(start).step_by(1 + seed % 3).take(length).collect());
    }
    for text in &hostile {
        for lang in [Lang::It, Lang::Zh] {
            let outcome = index.search(&Query { near: Some(Position { lat: f64::NAN, lon: 1e300 }), ..Query::new(text, lang) });
            if let Some(found) = outcome.place {
                assert!(text.get(found.start..found.end).is_some());
            }
            let _ = index.suggest(text, lang, 8);
        }
    }
}

#[test]
fn an_empty_index_answers() {
    let index = Index::default();
    assert!(index.is_empty());
    assert_eq!(index.search(&Query::new("casa", Lang::It)).total, 0);
    assert!(index.suggest("casa", Lang::It, 5).is_empty());
    let index = Index::new(Places::default(), Concepts::default(), Vec::new());
    assert_eq!(index.search(&Query { category: Some(HEALTH), ..Query::new("", Lang::It) }).total, 0);
}
