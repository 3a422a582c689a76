//! From what was typed to comparable words.
//!
//! # Why
//! People type without diacritics, with the keyboard they have, and with letter forms that look alike. Both sides, the
//! records and the query, go through [`fold`], so a difference that a reader would not call a difference is none here.

use unicode_normalization::{UnicodeNormalization, char::decompose_canonical};
use unicode_segmentation::UnicodeSegmentation;

use super::lang::Script;

/// Longest query that is looked at, in characters.
pub(super) const MAX_CHARS: usize = 200;
/// Most words of a query that are looked at.
pub(super) const MAX_TOKENS: usize = 24;

/// A folded word and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The folded word; a single character in Chinese.
    pub(super) text: String,
    /// First byte in the original.
    pub(super) start: usize,
    /// One past the last byte in the original.
    pub(super) end: usize,
    /// What it is written in.
    pub(super) script: Script,
    /// Written with a capital and small letters after it.
    pub(super) capital: bool,
}

/// Pairs of traditional and simplified characters that people write about these needs.
const TRADITIONAL: &str = "證证護护學学書书簽签續续請请難难離离婦妇兒儿親亲國国語语課课費费醫医療疗藥药險险駕驾執执車车\
票票區区務务員员勞劳動动資资錢钱賃赁補补貼贴幫帮圖图館馆歲岁開开時时間间關关機机場场電电話话號号網网\
業业職职單单譯译讀读寫写認认識识據据權权歸归團团屬属聚聚視视殘残飯饭麵面衛卫檢检檔档稅税養养舊旧滿满\
過过還还後后來来從从對对為为個个這这裡里嗎吗麼么樣样問问題题無无業业羅罗倫伦薩萨爾尔亞亚蘭兰靈灵熱热";

/// Puts a word into its comparable form: compatibility forms, case, diacritics, letter variants, digits.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfkc() {
        for lower in c.to_lowercase() {
            fold_char(lower, &mut out);
        }
    }
    unmix(&mut out);
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        // The last two are letters of the alphabet, not a letter and a mark.
        '\u{0}'..='\u{7f}' | 'й' | 'ї' => out.push(c),
        '\u{980}'..='\u{9ff}' => fold_bengali(c, out),
        '\u{4e00}'..='\u{9fff}' => out.push(simplified(c)),
        // Joiners, direction marks, soft hyphen, variation selectors.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}' => {}
        _ => decompose_canonical(c, |part| fold_part(part, out)),
    }
}

fn fold_part(c: char, out: &mut String) {
    match c {
        // Combining marks, harakat, tatweel, a hamza on its own.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | 'ـ' | 'ء' => {}
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ø' => out.push('o'),
        'đ' | 'ð' => out.push('d'),
        'ł' => out.push('l'),
        'ı' => out.push('i'),
        'ə' => out.push('e'),
        'ґ' => out.push('г'),
        'ٱ' => out.push('ا'),
        'ى' | 'ی' | 'ې' => out.push('ي'),
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => out.push('ه'),
        'ک' => out.push('ك'),
        'ں' => out.push('ن'),
        '٠'..='٩' => push_digit(c, '٠', out),
        '۰'..='۹' => push_digit(c, '۰', out),
        _ => out.push(c),
    }
}

/// Bengali spelling wavers between long and short vowels and between two n and two sh; nukta and candrabindu get lost.
fn fold_bengali(c: char, out: &mut String) {
    match c {
        '\u{9bc}' | 'ঁ' => {}
        '\u{9dc}' => out.push('ড'),
        '\u{9dd}' => out.push('ঢ'),
        '\u{9df}' => out.push('য'),
        'ী' => out.push('ি'),
        'ূ' => out.push('ু'),
        'ঈ' => out.push('ই'),
        'ঊ' => out.push('উ'),
        'ণ' => out.push('ন'),
        'ষ' => out.push('শ'),
        'ৎ' => out.push('ত'),
        '০'..='৯' => push_digit(c, '০', out),
        _ => out.push(c),
    }
}

fn push_digit(c: char, zero: char, out: &mut String) {
    out.push(char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c));
}

fn simplified(c: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(traditional), Some(simple)) = (pairs.next(), pairs.next()) {
        if traditional == c {
            return simple;
        }
    }
    c
}

/// A Cyrillic word with Latin look-alikes in it (a phone with two keyboards) becomes Cyrillic throughout.
fn unmix(word: &mut String) {
    let cyrillic = word.chars().any(|c| Script::of(c) == Script::Cyrillic);
    if cyrillic && word.bytes().any(|b| b.is_ascii_lowercase()) {
        *word = word
            .chars()
            .map(|c| match c {
                'a' => 'а',
                'b' => 'в',
                'c' => 'с',
                'e' => 'е',
                'h' => 'н',
                'i' => 'і',
                'k' => 'к',
                'm' => 'м',
                'o' => 'о',
                'p' => 'р',
                't' => 'т',
                'x' => 'х',
                'y' => 'у',
                other => other,
            })
            .collect();
    }
}

/// The words of a query: at most [`MAX_CHARS`] characters and [`MAX_TOKENS`] words are looked at.
pub(super) fn query_tokens(text: &str) -> Vec<Token> {
    let end = text.char_indices().nth(MAX_CHARS).map_or(text.len(), |(at, _)| at);
    let mut tokens = tokens(&text[..end]);
    tokens.truncate(MAX_TOKENS * 2);
    if tokens.iter().any(|token| token.script != Script::Han) {
        tokens.truncate(MAX_TOKENS);
    }
    tokens
}

/// The words of a text, folded.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    for (at, word) in text.unicode_word_indices() {
        split_word(at, word, &mut out);
    }
    out
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '＇')
}

fn split_word(at: usize, word: &str, out: &mut Vec<Token>) {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return push(at, word, word.to_ascii_lowercase(), out);
    }
    let acronym = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1);
    let cyrillic = word.chars().any(|c| Script::of(c) == Script::Cyrillic);
    if acronym || cyrillic {
        // C.A.F. is one word; so is сім'я, where the apostrophe is a letter.
        let joined: String = word.chars().filter(|c| !is_apostrophe(*c) && *c != '.').collect();
        return push(at, word, fold(&joined), out);
    }
    let mut start = 0;
    for (i, c) in word.char_indices() {
        if is_apostrophe(c) || c == '.' || c == '_' || c == ':' {
            piece(at, word, start, i, out);
            start = i + c.len_utf8();
        }
    }
    piece(at, word, start, word.len(), out);
}

fn piece(at: usize, word: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    let part = &word[start..end];
    let contracted = start > 0 && (part.eq_ignore_ascii_case("t") || part.eq_ignore_ascii_case("s"));
    if contracted && let Some(last) = out.last_mut() {
        // don't is typed dont; 's is grammar.
        if !part.eq_ignore_ascii_case("s") {
            last.text.push('t');
        }
        last.end = at + end;
        return;
    }
    push(at + start, part, fold(part), out);
}

fn push(start: usize, original: &str, text: String, out: &mut Vec<Token>) {
    let Some(first) = text.chars().next() else { return };
    let script = Script::of(first);
    let mut letters = original.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase);
    out.push(Token { text, start, end: start + original.len(), script, capital });
}

/// Calls `each` with every comparable unit of a text: words, and for Chinese single characters and pairs of neighbours.
pub(super) fn units(tokens: &[Token], mut each: impl FnMut(&str)) {
    let mut pair = String::new();
    for (i, token) in tokens.iter().enumerate() {
        each(&token.text);
        if let Some(next) = tokens.get(i + 1)
            && adjacent(token, next)
        {
            pair.clear();
            pair.push_str(&token.text);
            pair.push_str(&next.text);
            each(&pair);
        }
    }
}

/// Two Chinese characters that stand side by side.
pub(super) fn adjacent(token: &Token, next: &Token) -> bool {
    token.script == Script::Han && next.script == Script::Han && token.end == next.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn letters_that_look_the_same_are_the_same() {
        for (a, b) in [
            ("Città", "citta"),
            ("ÎNSCRIERE", "inscriere"),
            ("ștampilă", "stampila"),
            ("straße", "STRASSE"),
            ("ёлка", "елка"),
            ("ґанок", "ганок"),
            ("الإقامة", "الاقامه"),
            ("أُسْرَة", "اسره"),
            ("کاغذی", "كاغذي"),
            ("মাসী", "মাসি"),
            ("ড়", "\u{9a1}\u{9bc}"),
            ("１２３", "123"),
            ("۱۲٣", "123"),
            ("居留證", "居留证"),
            ("римe", "риме"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_ne!(fold("й"), fold("и"));
        assert_ne!(fold("їжа"), fold("іжа"));
    }

    #[test]
    fn apostrophes_and_hyphens_part_words() {
        assert_eq!(words("l'affitto dell’Emilia-Romagna"), ["l", "affitto", "dell", "emilia", "romagna"]);
        assert_eq!(words("don't pay mother's C.A.F."), ["dont", "pay", "mother", "caf"]);
        assert_eq!(words("сім'я об’єднання"), ["сімя", "обєднання"]);
        assert_eq!(words("居留证 x"), ["居", "留", "证", "x"]);
    }

    #[test]
    fn positions_are_those_of_the_original() {
        let text = "  À l’École, Roma";
        for token in tokens(text) {
            assert_eq!(fold(&text[token.start..token.end]), token.text);
        }
    }

    #[test]
    fn huge_and_broken_input_is_cut() {
        assert!(query_tokens(&"a ".repeat(100_000)).len() <= MAX_TOKENS);
        assert!(query_tokens("\u{0}\u{200b}\u{202e}…").is_empty());
        assert_eq!(query_tokens(&"é".repeat(10_000)).len(), 1);
    }
}
