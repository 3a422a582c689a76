// The mix of searches: the judged questions of all twelve languages, and what people make of them on a phone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './portal.mjs';

const lines = (file) => readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);

/** The files of judged questions: language, question, expected category, others that are right. */
export function judged(shared) {
  const files = [join(root, 'src/search/judged.tsv'), shared && join(shared, 'data/queries_shared.tsv')];
  return files.filter((file) => file && existsSync(file));
}

/** Numbers that look like chance and are the same each time (xorshift). */
function dice(seed) {
  let state = BigInt(seed);
  const mask = (1n << 64n) - 1n;
  return (sides) => {
    state ^= (state << 13n) & mask;
    state ^= state >> 7n;
    state ^= (state << 17n) & mask;
    return Number(state % BigInt(sides));
  };
}

/** So many searches: `{ lang, q, category, place, near, open, free, speaks }`, empty where not asked for. */
export function mix(count, shared) {
  const roll = dice(20261122);
  const pick = (list) => list[roll(list.length)];
  const chance = (one) => roll(one) === 0;
  const questions = judged(shared).flatMap(lines).map((line) => line.split('\t'));
  const towns = new Map();
  const add = (lang, name) => towns.set(lang, [...(towns.get(lang) ?? []), name]);
  for (const line of lines(join(root, 'content/territory/names.csv'))) add(line.split(',')[1], line.split(',')[2]);
  const comuni = lines(join(root, 'content/territory/comuni.csv')).map((line) => line.split(','));
  for (const [, name] of comuni) add('it', name);
  const places = ['01', '03', '12', '15', '19', '001', '015', '058', '063', ...comuni.slice(0, 2000).map(([code]) => code)];
  const names = ['biblioteca comunale', 'scuola primaria', 'liceo scientifico', 'istituto comprensivo', 'comune di', 'prefettura di', 'patronato'];
  const categories = [...new Set(questions.map(([, , category]) => category))];

  const letters = (text) => [...text];
  const without = (text, n) => letters(text).filter((_, at) => at !== n).join('');
  const swapped = (text, n) => {
    const all = letters(text);
    [all[n], all[n + 1]] = [all[n + 1] ?? '', all[n]];
    return all.join('');
  };
  const town = (lang) => pick(towns.get(chance(2) ? lang : 'it') ?? towns.get('it'));
  const changes = [
    (text) => without(text, roll(letters(text).length)),
    (text) => swapped(text, roll(letters(text).length)),
    (text) => without(swapped(text, roll(letters(text).length)), roll(letters(text).length)),
    (text) => letters(text).slice(0, Math.max(2, letters(text).length - 1 - roll(6))).join(''),
    (text, lang) => `${text} ${town(lang)}`,
    (text, lang) => `${pick(names)} ${town(lang)}`,
    () => Array.from({ length: 12 }, () => pick('bcdfghjklmnpqrstvwxz')).join('').replace(/^(.{6})/, '$1 '),
    (text) => text,
    (text) => text,
  ];
  return Array.from({ length: count }, () => {
    const [lang, text] = pick(questions);
    const near = chance(4) ? `${(37 + roll(9000) / 1000).toFixed(3)},${(8 + roll(8000) / 1000).toFixed(3)}` : '';
    return {
      lang,
      q: pick(changes)(text, lang).trim(),
      category: chance(12) ? pick(categories) : '',
      place: chance(10) ? pick(places) : '',
      near,
      open: chance(6) ? '1' : '',
      free: chance(6) ? '1' : '',
      speaks: chance(10) ? pick(['en', 'fr', 'es', 'ar', 'zh']) : '',
    };
  });
}

/** A search as the address of its page asks for it. */
export function parameters({ q, category, place, near, open, free, speaks }) {
  const level = { 2: 'region', 3: 'province', 6: 'comune' }[place.length];
  const all = { q, category, ...(level && { [level]: place }), near, open: open && 'now', free, speaks };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value)).toString();
}
