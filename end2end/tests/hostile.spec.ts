// Input that no person types: each gets a clear answer, and none an error of ours. Prints what each got.
import { request as http, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
// @ts-expect-error: plain JavaScript
import { freePort, ready, start } from '../server.mjs';
import { LANGS, TEMPLATES, address, serviceId, template } from './portal';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a path as it is written: a browser would tidy it up first. */
function send(base: string, path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const asked = http({ hostname, port, path, method: options.method ?? 'GET', headers: options.headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(options.body);
  });
}

const heading = (answer: Answer) => /<h1[^>]*>([^]*?)<\/h1>/.exec(String(answer.body))?.[1].replace(/<[^>]+>/g, '').slice(0, 46) ?? String(answer.body).slice(0, 46);

const BAD: [input: string, path: string, status: number | number[]][] = [
  ['words of 10 KB', `/it/services?q=${'a'.repeat(10_000)}`, 414],
  ['words of 3 KB', `/it/services?q=${'casa+'.repeat(600)}`, 200],
  ['an address of 60 KB', `/it/services?q=${'a'.repeat(60_000)}`, [414, 431]],
  ['control characters', '/it/services?q=%00%01%02%1b%5b31m%7f%0d%0aX-Bad:%201', 200],
  ['broken UTF-8 in the words', '/it/services?q=%ff%fe%c3%28', 200],
  ['broken UTF-8 in the path', '/it/topics/%ff%fe', 404],
  ['broken percent signs', '/it/services?q=%zz%&%=%', 200],
  ['nothing but signs', '/it/services?q=%22%27%3C%3E%28%29%7B%7D%2A%7E%5E%21%3F', 200],
  ['markup in the words', '/it/services?q=%3Cscript%3Ealert(1)%3C/script%3E', 200],
  ['SQL in the words', "/it/services?q=%27%20OR%201%3D1%3B--", 200],
  ['marks without letters', '/it/services?q=%CC%81%CC%81%E2%80%8F%E2%80%8F%EF%BB%BF', 200],
  ['one letter 200 times', `/it/services?q=${'x'.repeat(200)}`, 200],
  ['fifty words', `/it/services?q=${Array.from({ length: 50 }, (_, n) => `w${n}`).join('+')}`, 200],
  ['page=99999999', '/it/services?q=casa&page=99999999', 200],
  ['page=-1', '/it/services?q=casa&page=-1', 200],
  ['page=0', '/it/services?q=casa&page=0', 200],
  ['page=1e3', '/it/services?q=casa&page=1e3', 200],
  ['page of 30 digits', `/it/services?page=${'9'.repeat(30)}`, 200],
  ['near=999,999', '/it/services?q=casa&near=999,999', 200],
  ['near=NaN,inf', '/it/services?q=casa&near=NaN,inf', 200],
  ['near=1e400,0', '/it/services?q=casa&near=1e400,0', 200],
  ['near without a comma', '/it/services?q=casa&near=45', 200],
  ['unknown values everywhere', '/it/services?category=x&region=x&province=x&comune=x&open=x&free=x&speaks=x&size=x', 200],
  ['unknown parameters', '/it/services?q=casa&utm_source=x&a[b]=c&__proto__=1', 200],
  ['a thousand parameters', `/it/services?${'a=1&'.repeat(1000)}`, 200],
  ['the same parameter twice', '/it/services?q=casa&q=medico&region=lazio&region=lombardia', 200],
  ['../ in the path', '/it/../../../etc/passwd', 404],
  ['../ below the files', '/pkg/../../../../etc/passwd', 404],
  ['encoded ../ below the files', '/pkg/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404],
  ['the manifest of the files', '/pkg/manifest.json', 404],
  ['../ in a fixed text', '/it/..%2flegal', 404],
  ['../ in a topic', '/it/topics/..%2f..%2fhousing', 404],
  ['%00 in the path', '/it/topics/housing%00', 404],
  ['an unknown language', '/xx/services?q=casa', 404],
  ['a language in capitals', '/IT', 404],
  ['an unknown topic', '/it/topics/no-such-topic', 404],
  ['an unknown territory', '/it/regions/atlantis', 404],
  ['a service that is none', '/it/services/no-such-id', 404],
  ['a service that is not there', '/it/services/00000000-0000-5000-8000-000000000000', 404],
  ['a path of 200 parts', `/it${'/a'.repeat(200)}`, 404],
  ['a path of 8 KB', `/it/${'a'.repeat(8_000)}`, [404, 414]],
  ['double slashes', '//it//services', 404],
  ['a final slash', '/it/', 200],
  ['suggestions for nothing', '/it/suggest', 200],
  ['suggestions for 3 KB', `/it/suggest?q=${'a'.repeat(3_000)}`, 200],
  ['saved services that are none', '/it/saved/list?ids=x,,y,%00,../', 200],
  ['saved services by the hundred', `/it/saved/list?ids=${'00000000-0000-5000-8000-000000000000,'.repeat(100)}`, 200],
  ['a search engine of no language', '/opensearch.xml?lang=%ff', 200],
  ['API: near=999,999', '/api/v1/search?q=casa&near=999,999', 400],
  ['API: unknown language', '/api/v1/search?lang=xx&q=casa', 400],
  ['API: page=99999999', '/api/v1/search?q=casa&page=99999999', 200],
  ['API: page=-1', '/api/v1/search?q=casa&page=-1', 400],
  ['API: size=1000000', '/api/v1/search?q=casa&size=1000000', 400],
  ['API: broken UTF-8', '/api/v1/search?q=%ff%00', 200],
  ['API: words of 10 KB', `/api/v1/search?q=${'a'.repeat(10_000)}`, [200, 400, 414]],
  ['API: listing, page=99999999', '/api/v1/services?page=99999999', 400],
  ['API: listing, bad date', '/api/v1/services?modified_after=yesterday', 400],
  ['API: a service that is none', '/api/v1/services/%ff', [400, 404]],
  ['API: a service that is not there', '/api/v1/services/00000000-0000-5000-8000-000000000000', 404],
  ['API: an address that is none', '/api/v1/nothing', 404],
];

test('bad addresses get a clear answer, never an error of ours', async ({ baseURL }) => {
  test.setTimeout(60_000);
  const rows: Record<string, string | number>[] = [];
  for (const [input, path, wanted] of BAD) {
    const answer = await send(baseURL!, path);
    rows.push({ input, status: answer.status, type: String(answer.headers['content-type'] ?? '-').split(';')[0], answer: heading(answer) });
    expect.soft([wanted].flat(), `${input}: ${answer.status}`).toContain(answer.status);
    expect.soft(answer.status, input).toBeLessThan(500);
    expect.soft(answer.headers['content-security-policy'], `${input}: policy`).toBeTruthy();
    expect.soft(answer.headers['x-bad'], input).toBeUndefined();
    expect.soft(String(answer.body), input).not.toContain('<script>alert');
    expect.soft(String(answer.body), input).not.toContain('root:');
  }
  console.table(rows);
  expect((await send(baseURL!, '/readyz')).status).toBe(200);
});

test('methods and bodies that do not belong are refused', async ({ baseURL }) => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const evil = { ...form, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const tries: [string, string, Parameters<typeof send>[2], number | number[]][] = [
    ['POST to a page', '/it/services', { method: 'POST', headers: form, body: 'q=casa' }, 405],
    ['POST to the home page', '/it', { method: 'POST', headers: form, body: '' }, 405],
    ['PUT to a service', '/it/services/x', { method: 'PUT' }, 405],
    ['DELETE to the API', '/api/v1/services', { method: 'DELETE' }, 405],
    ['TRACE', '/it', { method: 'TRACE' }, 405],
    ['an invented method', '/it', { method: 'PROPFIND' }, 405],
    ['report from another site', '/it/report', { method: 'POST', headers: evil, body: 'what=hello+there' }, 403],
    ['feedback from another site', '/it/feedback', { method: 'POST', headers: evil, body: 'score=5' }, 403],
    ['report from a foreign origin only', '/it/report', { method: 'POST', headers: { ...form, origin: 'https://evil.example' }, body: 'what=hello+there' }, 403],
    ['report of 100 KB', '/it/report', { method: 'POST', headers: form, body: `what=${'a'.repeat(100_000)}` }, 413],
    ['feedback out of range', '/it/feedback', { method: 'POST', headers: form, body: 'score=99&page=%ff%00' }, 303],
    ['report that is no form', '/it/report', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"what":1}' }, 422],
  ];
  const rows = [];
  for (const [input, path, options, wanted] of tries) {
    const answer = await send(baseURL!, path, options);
    rows.push({ input, status: answer.status, answer: heading(answer) });
    expect.soft([wanted].flat(), `${input}: ${answer.status}`).toContain(answer.status);
    expect.soft(answer.headers['content-security-policy'], `${input}: policy`).toBeTruthy();
  }
  console.table(rows);
});

test('what is not there is said in the language of the reader', async ({ baseURL }) => {
  const headings = new Set<string>();
  for (const lang of LANGS) {
    const answer = await send(baseURL!, `/${lang}/no-such-page`);
    expect(answer.status).toBe(404);
    expect(String(answer.body)).toContain(`<html lang="${lang}"`);
    headings.add(heading(answer));
    // An address without a language: the browser says which it wants.
    const bare = await send(baseURL!, '/no-such-page', { headers: { 'accept-language': `${lang},en;q=0.5` } });
    expect(bare.status).toBe(404);
    expect(String(bare.body), lang).toContain(`<html lang="${lang}"`);
  }
  expect(headings.size).toBe(LANGS.length);
});

test('only the bare address looks at the language of the browser; a deep link never redirects', async ({ baseURL }) => {
  const chinese = { 'accept-language': 'zh-CN,zh;q=0.9' };
  const bare = await send(baseURL!, '/', { headers: chinese });
  expect([bare.status, bare.headers.location]).toEqual([303, '/zh']);
  expect(bare.headers.vary).toMatch(/accept-language/i);
  const deep = await send(baseURL!, '/it/topics/housing', { headers: chinese });
  expect(deep.status).toBe(200);
  expect(String(deep.body)).toContain('<html lang="it"');
  for (const odd of ['', '*', 'xx', 'q=;;,,', 'zh;q=abc', 'a'.repeat(4000)]) {
    expect((await send(baseURL!, '/', { headers: { 'accept-language': odd } })).status).toBe(303);
  }
});

test('every answer carries the headers that protect', async ({ baseURL, request }) => {
  const style = /href="(\/pkg\/style[^"]+)"/.exec(await (await request.get('/it')).text())![1];
  const pages = await Promise.all(TEMPLATES.filter(({ sent }) => !sent).map((which) => address(request, 'it', which)));
  for (const path of [...pages, '/', style, '/pkg/none.js', '/api/v1', '/api/v1/search?q=casa', '/api/openapi.json', '/robots.txt', '/sitemap.xml', '/healthz', '/readyz', '/metrics']) {
    const { headers, status } = await send(baseURL!, path);
    expect.soft(headers['content-security-policy'], path).toContain("default-src 'none'");
    expect.soft(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
    expect.soft(headers['referrer-policy'], path).toBeTruthy();
    expect.soft(headers['strict-transport-security'], path).toContain('max-age=');
    expect.soft(headers['set-cookie'], path).toBeUndefined();
    expect.soft(headers['permissions-policy'], path).toContain('geolocation=(self)');
    expect.soft(headers['server'], path).toBeUndefined();
    expect.soft(headers['x-powered-by'], path).toBeUndefined();
    if (status === 200) expect.soft(headers['content-type'], path).toBeTruthy();
  }
});

test('pages: ETag and 304, HEAD, and the encoding that is asked for', async ({ baseURL, request }) => {
  for (const name of ['home', 'results', 'service', 'topic', 'region', 'faq']) {
    const path = await address(request, 'it', template(name));
    const plain = await send(baseURL!, path);
    expect(plain.headers['content-encoding'], name).toBeUndefined();
    const etag = plain.headers.etag!;
    expect(etag, name).toMatch(/^(W\/)?".+"$/);
    const again = await send(baseURL!, path, { headers: { 'if-none-match': etag } });
    expect.soft([again.status, again.body.length, again.headers.etag], name).toEqual([304, 0, etag]);
    expect.soft(again.headers['content-security-policy'], name).toBeTruthy();
    expect((await send(baseURL!, path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);

    const br = await send(baseURL!, path, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(br.headers['content-encoding'], name).toBe('br');
    expect(brotliDecompressSync(br.body).equals(plain.body), name).toBe(true);
    const gzip = await send(baseURL!, path, { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(gzip.headers['content-encoding'], name).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(plain.body), name).toBe(true);
    for (const answer of [plain, br, gzip]) expect(answer.headers.vary, name).toMatch(/accept-encoding/i);

    const head = await send(baseURL!, path, { method: 'HEAD' });
    expect.soft([head.status, head.body.length, head.headers.etag], name).toEqual([200, 0, etag]);
    expect.soft(head.headers['content-length'], `${name}: HEAD says the length`).toBe(String(plain.body.length));
  }
});

test('files: a hash in the name, kept for ever, compressed beforehand', async ({ baseURL, request }) => {
  const html = await (await request.get('/it')).text();
  const files = [...new Set([...html.matchAll(/(?:href|src)="(\/pkg\/[^"]+)"/g)].map(([, path]) => path))];
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    expect.soft(path).toMatch(/\.[0-9a-f]{8}[./]/);
    const answer = await send(baseURL!, path, { headers: { 'accept-encoding': 'br' } });
    expect.soft(answer.status, path).toBe(200);
    expect.soft(answer.headers['cache-control'], path).toMatch(/max-age=31536000.*immutable/);
    expect.soft(answer.headers['content-encoding'], path).toBe('br');
    expect.soft(answer.headers.vary, path).toMatch(/accept-encoding/i);
    const plain = await send(baseURL!, path);
    expect.soft(brotliDecompressSync(answer.body).equals(plain.body), path).toBe(true);
    expect.soft((await send(baseURL!, path, { method: 'HEAD' })).body.length, path).toBe(0);
    expect.soft((await send(baseURL!, path, { method: 'POST' })).status, path).toBe(405);
  }
});

test('the API says what is wrong as a problem, and is open to every site', async ({ baseURL, request }) => {
  for (const path of ['/api/v1/search?lang=xx', '/api/v1/search?q=casa&near=x', '/api/v1/services?page=0', '/api/v1/services/none', '/api/v1/none']) {
    const answer = await send(baseURL!, path);
    expect.soft([400, 404], path).toContain(answer.status);
    expect.soft(answer.headers['content-type'], path).toBe('application/problem+json');
    const problem = (() => {
      try {
        return JSON.parse(String(answer.body));
      } catch {
        return {};
      }
    })();
    expect.soft(problem.status, path).toBe(answer.status);
    expect.soft(problem.title, path).toBeTruthy();
    expect.soft(problem.detail, path).toBeTruthy();
  }
  for (const path of ['/api/v1', '/api/v1/search?q=casa', '/api/v1/services', `/api/v1/services/${await serviceId(request)}`, '/api/openapi.json']) {
    const answer = await send(baseURL!, path, { headers: { origin: 'https://other.example' } });
    expect.soft(answer.status, path).toBe(200);
    expect.soft(answer.headers['access-control-allow-origin'], path).toBe('*');
    expect.soft(() => JSON.parse(String(answer.body)), path).not.toThrow();
  }
});

test('a search answers as promised', async ({ request }) => {
  const { total, took_us, results } = await (await request.get('/api/v1/search?lang=it&q=medico+a+torino&near=45.07,7.68&size=5')).json();
  expect(total).toBeGreaterThan(0);
  expect(took_us).toBeGreaterThan(0);
  expect(results.length).toBeGreaterThan(0);
  for (const result of results) {
    expect(Object.keys(result).sort()).toEqual(['category', 'distance_m', 'id', 'kind', 'lang', 'name', 'place', 'url']);
    expect(['topic', 'service']).toContain(result.kind);
    expect((await request.get(result.url)).status()).toBe(200);
  }
});

test('too many requests: a page in the language of the reader, and a problem for a program', async () => {
  test.setTimeout(60_000);
  const server = await start(await freePort(), ['--rate-limit', '6', '--form-limit', '2']);
  try {
    await ready(server);
    // A link from another site leads to the form, and reading it is not sending it.
    const link = { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://other.example' } };
    for (let n = 0; n < 3; n += 1) expect.soft((await send(server.base, '/it/report', link)).status, 'a link to the form').toBe(200);
    expect.soft((await send(server.base, '/it/report', { method: 'HEAD' })).status, 'HEAD of the form').toBe(200);

    const path = (n: number) => `/ar/services?q=casa${n}`;
    const answers = [];
    for (let n = 0; n < 7; n += 1) answers.push((await send(server.base, path(n))).status);
    expect(answers).toContain(200);
    const page = await send(server.base, path(7));
    expect(page.status).toBe(429);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.headers['content-type']).toContain('text/html');
    expect(String(page.body)).toContain('<html lang="ar" dir="rtl"');
    expect(String(page.body)).toContain('tel:112');
    const api = await send(server.base, '/api/v1/search?q=casa');
    expect(api.status).toBe(429);
    expect(api.headers['content-type']).toBe('application/problem+json');
    expect(Number(api.headers['retry-after'])).toBeGreaterThan(0);
    // An address that anyone can write into a header frees nobody.
    expect((await send(server.base, path(8), { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(429);
    // Files are for everybody, and forms count for themselves.
    expect((await send(server.base, '/robots.txt')).status).toBe(200);
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'score=4&page=/faq' };
    expect((await send(server.base, '/it/feedback', form)).status).toBe(303);
    expect((await send(server.base, '/it/feedback', form)).status).toBe(303);
    const refused = await send(server.base, '/it/feedback', form);
    expect(refused.status).toBe(429);
    expect.soft(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(String(refused.body)).toContain('<html lang="it"');
  } finally {
    await server.stop();
  }
});
