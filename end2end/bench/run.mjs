// `node run.mjs [pages] [load] [search] [RUNS]`: measures what is named, or all, and prints one table.
// RUNS (3) is how often a page is opened and a server asked; the middle value counts.
import { prepare } from './portal.mjs';
import { pages } from './pages.mjs';
import { load } from './load.mjs';
import { search } from './search.mjs';
import { table } from './table.mjs';

const parts = { pages, load, search };
const args = process.argv.slice(2);
const runs = Number(args.find((arg) => /^[1-9]\d?$/.test(arg)) ?? 3);
const wanted = args.filter((arg) => arg in parts);
const unknown = args.filter((arg) => !(arg in parts) && arg !== String(runs));
if (unknown.length) {
  console.error(`./dev bench takes any of: ${Object.keys(parts).join(', ')}, and a number of runs; not ${unknown.join(' ')}`);
  process.exit(2);
}

const portal = await prepare();
const rows = [];
for (const name of Object.keys(parts)) {
  if (!wanted.length || wanted.includes(name)) rows.push(...(await parts[name](portal, runs)));
}
console.log(table(rows));
