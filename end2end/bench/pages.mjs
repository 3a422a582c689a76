// What a first visit costs on a slow line: a real browser, a phone's window, a slow processor, nothing in its cache.
import { chromium } from '@playwright/test';
import { later, say } from './portal.mjs';
import { kb, median, note, seconds, section } from './table.mjs';

const LINES = [
  { name: '400 kbit/s, 400 ms', kbit: 400, latency: 400, most: { lcp: 1500, interactive: 4000 } },
  { name: '1.6 Mbit/s, 150 ms', kbit: 1600, latency: 150, most: {} },
];
const CPU_SLOWER = 4;
const WORDS = { it: 'casa', ar: 'سكن', zh: '住房' };
const MOST = { readable: 30 * 1024, bytes: 110 * 1024 };
// Which button appears when the page's island has started. A page without an island is ready once it is read.
const NEAR = '[data-near]:not([hidden])';
const SAVE = '[data-save]:not([hidden])';

const PAGES = [
  { name: 'home', path: () => '', island: NEAR },
  { name: 'results', path: (lang) => `/services?q=${encodeURIComponent(WORDS[lang])}`, island: NEAR },
  { name: 'service', path: (_, service) => `/services/${service}`, island: SAVE },
  { name: 'topic', path: () => '/topics/housing' },
  { name: 'territory', path: () => '/regions/lombardia' },
];

/** Runs in the page, before anything of its own: notes the moments, in milliseconds since the navigation began. */
function stopwatch(island) {
  const seen = (globalThis.portolanoBench = {});
  const paints = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
      if (entry.entryType === 'largest-contentful-paint') seen.lcp = entry.startTime;
    }
  });
  for (const type of ['paint', 'largest-contentful-paint']) paints.observe({ type, buffered: true });
  if (!island) return addEventListener('DOMContentLoaded', () => (seen.interactive = performance.now()));
  const look = () => document.querySelector(island) && (seen.interactive ??= performance.now());
  new MutationObserver(look).observe(document, { subtree: true, attributeFilter: ['hidden'] });
}

/** Asks until there is an answer, for ten seconds. */
async function soon(question) {
  for (const end = Date.now() + 10_000; Date.now() < end; await later(50)) {
    const answer = await question();
    if (answer !== undefined) return answer;
  }
}

/** Opens a page once, in a browser that knows nothing yet. */
async function visit(browser, url, line, { island, scripts = true }) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    javaScriptEnabled: scripts,
  });
  try {
    const page = await context.newPage();
    const loads = new Map();
    const cdp = await context.newCDPSession(page);
    cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (!request.url.startsWith('data:')) loads.set(requestId, { url: request.url, type, bytes: 0 });
    });
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (loads.has(requestId)) loads.get(requestId).bytes = encodedDataLength;
    });
    await cdp.send('Network.enable');
    const speed = (line.kbit * 1000) / 8;
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: speed, uploadThroughput: speed });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
    if (scripts) await page.addInitScript(stopwatch, island);
    const response = await page.goto(url, { waitUntil: 'networkidle', timeout: 30_000 });
    if (!response.ok()) throw new Error(`${url} answered ${response.status()}`);
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const fcp = await soon(() => page.evaluate(painted));
    if (!scripts) return fcp;
    if (island) await page.locator(island).first().waitFor({ timeout: 20_000 }).catch(() => {});
    await later(300); // a larger paint may follow
    const seen = await page.evaluate(() => globalThis.portolanoBench);
    seen.interactive = Math.max(seen.interactive ?? Infinity, fcp ?? Infinity);
    // The icon is fetched beside the page, and a browser without a window leaves it out: counted by hand.
    const href = await page.locator('link[rel=icon]').first().getAttribute('href');
    const icon = href ? await context.request.get(new URL(href, url).href, { headers: { 'accept-encoding': 'br' } }) : null;
    const iconBytes = Number(icon?.headers()['content-length'] ?? 0);
    const all = [...loads.values()];
    const sum = (some) => some.reduce((bytes, one) => bytes + one.bytes, 0);
    return {
      ...seen,
      requests: all.length + (icon ? 1 : 0),
      readable: sum(all.filter(({ type }) => ['Document', 'Stylesheet', 'Image', 'Font'].includes(type))),
      bytes: sum(all) + iconBytes,
      foreign: all.filter((one) => new URL(one.url).origin !== new URL(url).origin).length,
      cookies: (await context.cookies()).length,
    };
  } finally {
    await context.close();
  }
}

/** The service whose page is opened: a national one, with nearly every field. */
async function service(base) {
  const { results } = await (await fetch(`${base}/api/v1/search?lang=it&size=20&q=1522`)).json();
  return results.find((one) => one.kind === 'service').id;
}

export async function pages(portal, runs) {
  const server = await portal.serve();
  const browser = await chromium.launch({
    executablePath: process.env.PORTOLANO_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const headings = ['requests', 'KB to read', 'KB in all', 'FCP s', 'FCP no scripts', 'LCP s', 'interactive s', 'foreign', 'cookies'];
  const over = (text, value, most) => (most !== undefined && !(value <= most) ? `${text} (!)` : text);
  try {
    const id = await service(server.base);
    const rows = [];
    for (const line of LINES) {
      const { most } = line;
      const found = [];
      for (const { name, path, island } of PAGES) {
        for (const lang of Object.keys(WORDS)) {
          say(`${name} ${lang} at ${line.name}`);
          const url = `${server.base}/${lang}${path(lang, id)}`;
          await (await fetch(url, { headers: { 'accept-encoding': 'br' } })).text(); // as for any but its first reader
          const seen = [];
          const plain = [];
          for (let n = 0; n < runs; n++) {
            seen.push(await visit(browser, url, line, { island }));
            plain.push(await visit(browser, url, line, { scripts: false }));
          }
          const of = (key) => median(seen.map((one) => one[key] ?? Infinity));
          found.push([
            `${name} ${lang}`,
            of('requests'),
            over(kb(of('readable')), of('readable'), MOST.readable),
            over(kb(of('bytes')), of('bytes'), MOST.bytes),
            seconds(of('fcp')),
            seconds(median(plain.map((one) => one ?? Infinity))),
            over(seconds(of('lcp')), of('lcp'), most.lcp),
            over(seconds(of('interactive')), of('interactive'), most.interactive),
            over(of('foreign'), of('foreign'), 0),
            over(of('cookies'), of('cookies'), 0),
          ]);
        }
      }
      const goal = ['at most', '', kb(MOST.readable), kb(MOST.bytes), '', '', most.lcp && seconds(most.lcp), most.interactive && seconds(most.interactive), 0, 0];
      rows.push(...section(`Page, ${line.name}, CPU / ${CPU_SLOWER}`, headings, [...found, goal]));
    }
    return [...rows, ...note(`360 x 740, empty cache, middle of ${runs}; to read: HTML and style; interactive: painted, and the island has started or, without one, the page is read; 1 KB = 1024 bytes`)];
  } finally {
    await browser.close();
    await server.stop();
  }
}
