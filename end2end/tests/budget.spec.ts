// What a first visit costs: bytes on the line as the browser counts them, brotli, cold cache.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { TEMPLATES, address, finderWorks, open, template } from './portal';

test.use({ trace: 'off' }); // it would cost more than the pages themselves

const KB = 1024;

interface Load {
  url: string;
  type: string;
  bytes: number;
  cached: boolean;
  prefetch: boolean;
}

/** Everything that a page loads, with the bytes of each answer, headers included. */
async function meter(context: BrowserContext, page: Page) {
  const cdp = await context.newCDPSession(page);
  const loads = new Map<string, Load>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const prefetch = Object.entries(request.headers).some(([name, value]) => /^(sec-)?purpose$/i.test(name) && /prefetch/.test(String(value)));
    loads.set(requestId, { url: request.url, type: type ?? '', bytes: 0, cached: false, prefetch });
  });
  const change = (id: string, what: Partial<Load>) => loads.has(id) && Object.assign(loads.get(id)!, what);
  cdp.on('Network.requestServedFromCache', ({ requestId }) => change(requestId, { cached: true }));
  cdp.on('Network.responseReceived', ({ requestId, response }) => response.fromDiskCache && change(requestId, { cached: true }));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => change(requestId, { bytes: encodedDataLength }));
  await cdp.send('Network.enable');
  return { cdp, loads, all: () => [...loads.values()].filter((load) => !load.url.startsWith('data:')) };
}

const sum = (loads: Load[]) => loads.reduce((bytes, load) => bytes + load.bytes, 0);
const isCode = (load: Load) => /\.(js|wasm)(\?|$)/.test(load.url);

for (const name of ['home', 'results', 'service', 'topic', 'region']) {
  test(`${name}: at most 30 KB to read, 110 KB in all`, async ({ page, context, request }) => {
    const { cdp, loads, all } = await meter(context, page);
    for (const lang of ['it', 'ar', 'zh']) {
      await cdp.send('Network.clearBrowserCache');
      loads.clear();
      await open(page, lang, template(name));
      await page.waitForLoadState('networkidle');
      // The icon is loaded beside the page, where the tools of the browser do not see it.
      const icon = await request.get((await page.locator('link[rel=icon]').getAttribute('href'))!, { headers: { 'accept-encoding': 'br' } });
      const iconBytes = Number(icon.headers()['content-length'] ?? (await icon.body()).length);
      const loaded = all();
      const style = sum(loaded.filter((load) => load.type === 'Stylesheet'));
      const readable = sum(loaded.filter((load) => ['Document', 'Stylesheet', 'Image', 'Font'].includes(load.type))) + iconBytes;
      const total = sum(loaded.filter((load) => !load.url.includes('favicon'))) + iconBytes;
      test.info().annotations.push({ type: 'bytes', description: `${lang}: readable ${readable}, in all ${total}, style ${style}, requests ${loaded.length}` });
      console.log(`${name.padEnd(8)} ${lang}  readable ${String(readable).padStart(6)}  in all ${String(total).padStart(6)}  style ${String(style).padStart(6)}  requests ${loaded.length}`);
      expect.soft(readable, `${lang}: readable`).toBeLessThanOrEqual(30 * KB);
      expect.soft(total, `${lang}: in all`).toBeLessThanOrEqual(110 * KB);
      expect.soft(style, `${lang}: stylesheet`).toBeLessThanOrEqual(12 * KB);
      expect.soft(style, `${lang}: stylesheet`).toBeGreaterThan(0);
      expect.soft(loaded.filter((load) => load.type === 'Font'), 'fonts').toEqual([]);
    }
  });
}

test('pages without an island load no script and no WASM', async ({ page, context }) => {
  const { loads, all } = await meter(context, page);
  for (const name of ['topic', 'danger topic', 'topics', 'region', 'regions', 'about', 'faq', 'report', 'thanks', 'not found']) {
    loads.clear();
    await open(page, 'it', template(name));
    await page.waitForLoadState('networkidle');
    const code = all().filter((load) => isCode(load) || load.type === 'Script').map((load) => load.url);
    expect.soft(code, name).toEqual([]);
  }
});

test('nothing but the page and its style stands before the first paint', async ({ page }) => {
  for (const which of TEMPLATES) {
    await open(page, 'it', which);
    const blocking = await page.evaluate(() => {
      const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter((script) => script.type !== 'module' && !script.defer && !script.async);
      const styles = [...document.querySelectorAll('link[rel=stylesheet]')];
      return { scripts: scripts.length, styles: styles.length };
    });
    expect.soft(blocking, which.name).toEqual({ scripts: 0, styles: 1 });
  }
});

test('going on inside the portal loads no script and no WASM again', async ({ page, context }) => {
  const { loads, all } = await meter(context, page);
  await page.goto('/it/services?q=casa');
  await finderWorks(page);
  await page.waitForLoadState('networkidle');
  expect(all().filter(isCode).length).toBeGreaterThan(0);
  const known = new Set(all().filter(isCode).map((load) => load.url));
  for (const path of ['/it/services?q=medico', '/it', '/ar/services?q=casa', '/it/services?category=health']) {
    loads.clear();
    await page.goto(path);
    await finderWorks(page);
    await page.waitForLoadState('networkidle');
    const again = all().filter((load) => isCode(load) && known.has(load.url) && !load.cached);
    expect.soft(again.map((load) => `${load.url} ${load.bytes}`), path).toEqual([]);
    const unknown = all().filter((load) => isCode(load) && !known.has(load.url));
    expect.soft(unknown.map((load) => load.url), `${path}: the same island`).toEqual([]);
    const style = all().filter((load) => load.type === 'Stylesheet' && !load.cached);
    expect.soft(style.map((load) => load.url), `${path}: style`).toEqual([]);
  }
});

test('who saves data is not offered pages in advance', async ({ request }) => {
  const plain = await request.get('/it');
  expect(plain.headers()['speculation-rules']).toBeTruthy();
  const saving = await request.get('/it', { headers: { 'save-data': 'on' } });
  expect(saving.headers()['speculation-rules']).toBeUndefined();
});

test('the browser takes no page in advance before a finger or a pointer comes near a link', async ({ page, context }) => {
  const { all } = await meter(context, page);
  await page.goto('/it/topics/housing');
  await page.waitForLoadState('networkidle');
  expect(all().filter((load) => load.prefetch || (load.type === 'Document' && !load.url.endsWith('/housing')))).toEqual([]);
});

test('policy, structured data, and no code or style in the markup', async ({ page, request }) => {
  const complaints: string[] = [];
  page.on('console', (message) => /content security policy|refused to/i.test(message.text()) && complaints.push(message.text()));
  for (const which of TEMPLATES) {
    const response = await open(page, 'it', which);
    await page.waitForLoadState('networkidle');
    const policy = response.headers()['content-security-policy'] ?? '';
    expect.soft(policy, which.name).toContain("default-src 'none'");
    expect.soft(policy, which.name).not.toContain('unsafe-inline');
    expect.soft(policy, which.name).not.toContain("'unsafe-eval'");
    const html = await response.text();
    expect.soft(html.match(/<[^>]+\sstyle=/g), which.name).toBeNull();
    expect.soft(html.match(/<style/g), which.name).toBeNull();
    expect.soft(html.match(/<[^>]+\son[a-z]+=/g), which.name).toBeNull();
    for (const [, attributes, text] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
      if (text) expect.soft(attributes, which.name).toContain('type="application/ld+json"');
      if (text) expect.soft(() => JSON.parse(text), which.name).not.toThrow();
    }
  }
  expect(complaints).toEqual([]);

  const html = await (await request.get(await address(request, 'it', template('service')))).text();
  const data = JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)![1]);
  expect(data['@type']).toBe('GovernmentService');
  for (const key of ['name', 'serviceType', 'serviceOperator', 'areaServed', 'audience', 'availableChannel']) expect(data).toHaveProperty(key);
});
