// Fetches one page of each template (pages.txt) from a server of its own and checks the markup with html-validate.
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { freePort, ready, start } from './server.mjs';

const here = (name) => new URL(name, import.meta.url);
const validator = new HtmlValidate(JSON.parse(readFileSync(here('.htmlvalidate.json'), 'utf8')));
const pages = readFileSync(here('pages.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(' '));

/** The address of the first result of that kind. */
async function example(base, lang, kind) {
  const answer = await fetch(`${base}/api/v1/search?lang=${lang}&category=housing&size=50`);
  const { results } = await answer.json();
  const found = results.find((result) => result.kind === kind);
  if (!found) throw new Error(`no ${kind} among the results in ${lang}`);
  return new URL(found.url, base).pathname;
}

let checked = 0;
let wrong = 0;
async function check(base, path, status) {
  const response = await fetch(base + path);
  const html = await response.text();
  checked += 1;
  const complaints = [];
  if (response.status !== status) complaints.push(`answered ${response.status}, not ${status}`);
  const report = await validator.validateString(html);
  const lines = html.split('\n');
  for (const { line, column, ruleId, message } of report.results.flatMap((result) => result.messages)) {
    const around = lines[line - 1].slice(Math.max(0, column - 60), column + 100);
    complaints.push(`${ruleId}: ${message}\n      ...${around}...`);
  }
  wrong += complaints.length;
  for (const complaint of complaints) console.log(`${path}\n    ${complaint}`);
}

const server = await start(await freePort());
try {
  await ready(server);
  for (const lang of ['it', 'ar', 'zh']) {
    for (const [pattern, status = '200'] of pages) {
      const kind = /^\{(service|topic)\}/.exec(pattern)?.[1];
      const path = kind ? pattern.replace(`{${kind}}`, await example(server.base, lang, kind)) : pattern.replace('{lang}', lang);
      await check(server.base, path, Number(status));
    }
  }
} finally {
  await server.stop();
}
console.log(`${checked} pages, ${wrong} complaints`);
process.exitCode = wrong ? 1 : 0;
