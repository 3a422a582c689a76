// Requests a second, each server alone on one core and the one that asks on another; start-up, search and memory of ours.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../server.mjs';
import { answers, launch, run, say } from './portal.mjs';
import { mix, parameters } from './queries.mjs';
import { median, note, quantile, seconds, section, whole } from './table.mjs';

const SERVER_CORE = 0;
const CLIENT_CORE = 1;
const SECONDS = 8;
const CONNECTIONS = 32;
const SEARCHES = 10_000;
const CACHED = '/it';

/** nginx with one worker and everything that makes a static file fast; `headers` are sent with it. */
async function nginx(folder, body, headers) {
  const port = await freePort();
  writeFileSync(join(folder, 'page'), body);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  const quoted = ([name, value]) => `add_header ${name} '${value.replaceAll("'", "\\'")}';`;
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid() === 0 ? 'user root;' : ''} worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr error;
    events { worker_connections 1024; }
    http {
      ${temporary.join(' ')}
      access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000;
      open_file_cache max=10 inactive=1h; open_file_cache_valid 1h; server_tokens off;
      default_type 'text/html; charset=utf-8';
      server {
        listen 127.0.0.1:${port};
        location = /bare { alias ${folder}/page; add_header Content-Encoding br; }
        location = /same { alias ${folder}/page; etag off; if_modified_since off; ${headers.map(quoted).join(' ')} }
      }
    }\n`,
  );
  const path = `${process.env.PATH}:/usr/sbin`;
  const server = launch('taskset', ['-c', String(SERVER_CORE), 'nginx', '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { env: { PATH: path } });
  const base = `http://127.0.0.1:${port}`;
  await answers(`${base}/bare`, 10);
  return { ...server, base };
}

/** Requests a second that a server answers, all of them with 200. */
async function ask(url, script) {
  const lua = script ? ['-s', script] : [];
  const args = ['-c', String(CLIENT_CORE), 'wrk', '-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', 'Accept-Encoding: br', ...lua, url];
  const printed = await run('taskset', args, { seconds: SECONDS + 30 });
  const wrong = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(printed);
  if (wrong) throw new Error(`${url}: ${wrong[0]}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)[1]);
}

/** A script for wrk that asks for one address after the other. */
function oneAfterTheOther(folder, paths) {
  const list = join(folder, 'paths.txt');
  const script = join(folder, 'paths.lua');
  writeFileSync(list, paths.join('\n'));
  writeFileSync(
    script,
    `local paths, n = {}, 0
    for path in io.lines('${list}') do paths[#paths + 1] = path end
    function request() n = n % #paths + 1; return wrk.format('GET', paths[n]) end\n`,
  );
  return script;
}

const memory = (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Opens every page of the site map, and the results of every topic in every region, so that the cache is as full as it gets. */
async function fillCache(base) {
  const map = await (await fetch(`${base}/sitemap.xml`)).text();
  const all = [...map.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, path]) => path);
  const topics = new Set(all.map((path) => /^\/it\/topics\/([^/]+)$/.exec(path)?.[1]).filter(Boolean));
  const regions = new Set(all.map((path) => /^\/it\/regions\/([^/]+)$/.exec(path)?.[1]).filter(Boolean));
  const results = [...topics].flatMap((topic) => [...regions].map((region) => `/it/services?category=${topic}&region=${region}`));
  const paths = [...all.filter((path) => !/\/services\//.test(path)), ...results, ...all.filter((path) => /\/services\//.test(path))].slice(0, 4000);
  for (const path of paths) await (await fetch(base + path, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
  return paths.length;
}

export async function load(portal, runs) {
  const snapshot = join(portal.data, 'search.index');
  const starts = { without: [], with: [] };
  for (let n = 0; n < runs; n++) {
    say(`starting without and with a snapshot of the index, ${n + 1} of ${runs}`);
    rmSync(snapshot, { force: true });
    for (const kind of ['without', 'with']) {
      const server = await portal.serve(SERVER_CORE);
      starts[kind].push(server.startup);
      await server.stop();
    }
  }

  const server = await portal.serve(SERVER_CORE);
  let other;
  try {
    const fresh = memory(server.pid);
    const page = await fetch(server.base + CACHED, { headers: { 'accept-encoding': 'br' } });
    const left = ['connection', 'content-length', 'content-type', 'date', 'transfer-encoding', 'keep-alive'];
    const headers = [...page.headers].filter(([name]) => !left.includes(name));
    // `fetch` unpacks what it gets: the bytes as they are sent come through a plain request.
    const body = await bytes(server.base + CACHED);
    other = await nginx(portal.folder, body, headers);
    const rates = { ours: [], bare: [], same: [] };
    for (let n = 0; n < runs; n++) {
      say(`the cached home page, nginx with the same bytes, nginx with the same headers too, ${n + 1} of ${runs}`);
      rates.ours.push(await ask(server.base + CACHED));
      rates.bare.push(await ask(`${other.base}/bare`));
      rates.same.push(await ask(`${other.base}/same`));
    }

    const searches = mix(SEARCHES, portal.shared).filter(({ q }) => q);
    const addresses = searches.map((one) => `/${one.lang}/services?${parameters(one)}`);
    const script = oneAfterTheOther(portal.folder, addresses);
    const rendered = [];
    for (let n = 0; n < runs; n++) {
      say(`results pages, each searched and rendered, ${n + 1} of ${runs}`);
      rendered.push(await ask(server.base, script));
    }

    say(`${whole(searches.length)} searches, one at a time`);
    const took = [];
    for (const one of searches) {
      const answer = await fetch(`${server.base}/api/v1/search?lang=${one.lang}&${parameters(one)}`);
      if (!answer.ok) throw new Error(`${answer.status} for ${parameters(one)}`);
      took.push((await answer.json()).took_us / 1000);
    }
    say('filling the cache of pages');
    const kept = await fillCache(server.base);
    const full = memory(server.pid);

    const ours = median(rates.ours);
    const against = (kind) => (ours / median(rates[kind])).toFixed(2);
    const spread = (numbers) => `${whole(Math.min(...numbers))} to ${whole(Math.max(...numbers))}`;
    const row = (name, numbers, ratio) => [name, whole(median(numbers)), spread(numbers), ratio];
    const ms = (part) => quantile(took, part).toFixed(2);
    return [
      ...section('Requests a second, one core', ['middle', 'least to most', 'ours / it'], [
        row(`cached home page, ${whole(body.length)} bytes of brotli`, rates.ours, ''),
        row('nginx, the same body', rates.bare, against('bare')),
        row('nginx, the same body and headers', rates.same, against('same')),
        row('results page, searched and rendered', rendered, (ours / median(rendered)).toFixed(1)),
      ]),
      ...section('Server', ['value', 'at most'], [
        ['start to ready, with a snapshot, s', seconds(median(starts.with)), '2'],
        ['start to ready, without, s', seconds(median(starts.without)), ''],
        [`search inside the server, ${whole(took.length)}, p50 ms`, ms(0.5), ''],
        ['p99 ms', ms(0.99), '5'],
        ['most ms', ms(1), ''],
        ['memory when ready, MB', whole(fresh), ''],
        [`memory after all this and ${whole(kept)} pages, MB`, whole(full), '200'],
      ]),
      ...note(`wrk: ${CONNECTIONS} connections, ${SECONDS} s, middle of ${runs} in turn; server on core ${SERVER_CORE}, wrk on core ${CLIENT_CORE}; no page cache for results with words`),
    ];
  } finally {
    await other?.stop();
    await server.stop();
  }
}

/** A page's compressed bytes, as they stand on the line. */
function bytes(url) {
  return new Promise((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk)).once('end', () => done(Buffer.concat(chunks)));
    }).once('error', fail);
  });
}
