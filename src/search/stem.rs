//! Stems: the part of a word that its endings do not change.
//!
//! # Why
//! Snowball has no Ukrainian, Albanian, Bengali or Urdu stemmer, and its Arabic one expects letters that folding has
//! already made one (ة and ه). Ours only cut common endings off folded words: a little
//! too weak is safe, because typing errors and shared beginnings are forgiven later; too strong would merge needs.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use super::lang::Lang;

/// The stem of a folded word.
pub(super) fn stem(lang: Lang, word: &str) -> Cow<'_, str> {
    let algorithm = match lang {
        Lang::It => Algorithm::Italian,
        Lang::En => Algorithm::English,
        Lang::Fr => Algorithm::French,
        Lang::Es => Algorithm::Spanish,
        Lang::Ro => Algorithm::Romanian,
        Lang::Ru => Algorithm::Russian,
        Lang::Ar => return Cow::Borrowed(arabic(word)),
        Lang::Uk => return Cow::Borrowed(cut(cut(word, "ся сь", 4), UKRAINIAN, 3)),
        Lang::Sq => return Cow::Borrowed(cut(word, ALBANIAN, 4)),
        Lang::Bn => return Cow::Borrowed(cut(word, BENGALI, 2)),
        Lang::Ur => return Cow::Borrowed(cut(word, URDU, 2)),
        Lang::Zh => return Cow::Borrowed(word),
    };
    let stem = Stemmer::create(algorithm).stem(word);
    match stem.chars().count() {
        // Unaccented words can lose too much.
        0 | 1 => Cow::Borrowed(word),
        // Snowball knows accented endings; without accents a final vowel may stay in one form and go in another.
        _ if matches!(lang, Lang::It | Lang::Es | Lang::Ro | Lang::Fr) => trim_vowel(stem),
        _ => stem,
    }
}

fn trim_vowel(stem: Cow<'_, str>) -> Cow<'_, str> {
    if stem.len() <= 4 || !stem.ends_with(['a', 'e', 'i', 'o']) {
        return stem;
    }
    match stem {
        Cow::Borrowed(s) => Cow::Borrowed(&s[..s.len() - 1]),
        Cow::Owned(mut s) => {
            s.pop();
            Cow::Owned(s)
        }
    }
}

/// A light stemmer after Larkey, Ballesteros and Connell (2002): articles and prepositions written together, then
/// endings, with the possessives of feminine nouns.
fn arabic(word: &str) -> &str {
    const BEFORE: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];
    const AFTER: &str = "تهم تها تنا هم ها نا تي تك ته ان ات ون ين يه ه ي";
    let leaves = |rest: &&str, letters| rest.chars().count() >= letters;
    let bare = BEFORE.iter().filter_map(|start| word.strip_prefix(start)).find(|rest| leaves(rest, 2));
    let bare = bare.or_else(|| word.strip_prefix('و').filter(|rest| leaves(rest, 4))).unwrap_or(word);
    let once = cut(bare, AFTER, 2);
    if once.len() == bare.len() { bare } else { cut(once, "ي ت", 3) }
}

/// Cuts the first ending of the list that leaves at least `keep` characters. Lists go from long to short.
fn cut<'a>(word: &'a str, endings: &str, keep: usize) -> &'a str {
    endings
        .split_ascii_whitespace()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|rest| rest.chars().count() >= keep)
        .unwrap_or(word)
}

const UKRAINIAN: &str = "\
    ування уванням ування увати ювати енням анням іння ення ання іями ємось ємося ський ська ської ську ське ських \
    ями ами ого ому ими іми ила али ала или ити ати яти іти ють ять уть ить ємо ете ій ий ої ою ею єю ів їв ев ом \
    ем єм ам ям ах ях ти ть ую ює ує ає їх их ії ія ію ок ку ка ки а е и і о у ю я є ї й ь";

const ALBANIAN: &str = "\
    imeve esave uara imit imin imet ojne ohet ueshem isht shte eve ave imi ime uar ojn oni ish jes jet jen ese esi \
    eri ore oje ja je es et en in it ut un ve sh im oj aj an ar on or ur te se ne ta sa na a e i u o t n s m j r";

const BENGALI: &str = "\
    গুলোকে গুলোর গুলোতে গুলো গুলি গুলা দেরকে দের টিকে টাকে টির টার েছেন চ্ছেন চ্ছি চ্ছে েছি েছে ছেন লাম বেন তেছি \
    ের ছি ছে তে কে টি টা রা েন বো বে ায ে র ি ো া য";

const URDU: &str = "\
    يون يان ائين ون ين ان ات نا نے ني تا تے تي ے ي ا ه";

#[cfg(test)]
mod tests {
    use super::super::text::fold;
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (lang, a, b) in [
            (Lang::It, "lavoro", "lavori"),
            (Lang::It, "scuola", "scuole"),
            (Lang::En, "courses", "course"),
            (Lang::Fr, "gratuit", "gratuite"),
            (Lang::Es, "abogado", "abogados"),
            (Lang::Ro, "munca", "munci"),
            (Lang::Ru, "школа", "школу"),
            (Lang::Uk, "школи", "школу"),
            (Lang::Uk, "робота", "роботу"),
            (Lang::Sq, "shkolle", "shkolla"),
            (Lang::Ar, "المدرسة", "مدرسة"),
            (Lang::Ar, "دورات", "دورة"),
            (Lang::Ar, "اقامتي", "الإقامة"),
            (Lang::Bn, "স্কুলে", "স্কুলের"),
            (Lang::Ur, "بچوں", "بچے"),
        ] {
            let (a, b) = (fold(a), fold(b));
            assert_eq!(stem(lang, &a), stem(lang, &b), "{a} {b}");
        }
    }

    #[test]
    fn nothing_is_cut_to_nothing() {
        for lang in Lang::ALL {
            for word in ["a", "я", "في", "র", "居", "iii", "ون", "sss"] {
                assert!(!stem(lang, word).is_empty());
            }
        }
    }
}
