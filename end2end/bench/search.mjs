// Our engine against SQLite FTS5 and Tantivy: the program in bench/ measures, this gives it its questions and reads it out.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './portal.mjs';
import { judged, mix } from './queries.mjs';
import { note, section, whole } from './table.mjs';

const SEARCHES = 10_000;
const TIMES = [1, 10];
/** Seconds that one engine may take for its searches; it reports how many it got through. */
const LIMIT = 120;

export async function search(portal) {
  const file = join(portal.folder, 'searches.tsv');
  const fields = ['lang', 'q', 'category', 'place', 'near', 'open', 'free', 'speaks'];
  writeFileSync(file, mix(SEARCHES, portal.shared).map((one) => fields.map((field) => one[field]).join('\t')).join('\n'));
  const headings = ['p50 ms', 'p99 ms', 'most ms', 'searches', 'index MB', 'build s', 'load s', 'judged'];
  const rows = [];
  for (const times of TIMES) {
    const args = ['--data', portal.data, '--content', join(root, 'content'), '--searches', file, '--times', times, '--seconds', LIMIT];
    for (const questions of judged(portal.shared)) args.push('--judged', questions);
    say(`our engine, FTS5 and Tantivy${times > 1 ? `, every record ${times} times` : ''}`);
    const printed = await run(join(root, 'target/release/bench'), args.map(String), { seconds: 1800 });
    const found = printed.trim().split('\n').map((line) => JSON.parse(line));
    const ms = (number) => number.toFixed(number < 1 ? 3 : 2);
    const engines = found.map((one) => [
      one.engine,
      ...[one.p50, one.p99, one.max].map(ms),
      whole(one.searches),
      one.index_mb.toFixed(1),
      one.build_s.toFixed(1),
      one.load_s.toFixed(2),
      `${one.hits} of ${one.judged}`,
    ]);
    rows.push(...section(`Search, ${whole(found[0].records)} records`, headings, engines));
  }
  return [
    ...rows,
    ...note('one process, one search at a time, no cache; 20 best, total and counts by category, all engines; place, distance, open, free, language and their counts only ours'),
    ...note('judged: the expected category among the first three; the others hold the topic pages in all languages as records too'),
  ];
}
