// Every template, with and without scripts: what a page must have, and what it must not do.
import { expect, test, type Page } from '@playwright/test';
import { LANGS, TEMPLATES, address, dirOf, open, serviceId, template, watch } from './portal';

test.use({ trace: 'off' }); // it would cost more than the pages themselves

for (const scripts of [true, false]) {
  test.describe(`scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts });

    for (const which of TEMPLATES) {
      test(`${which.name}: whole, quiet, and from us alone`, async ({ page, context, baseURL }) => {
        const { errors, foreign } = watch(page, baseURL!);
        const response = await open(page, 'it', which);
        await page.waitForLoadState(scripts ? 'networkidle' : 'load');
        expect(response.status()).toBe(which.status ?? 200);
        await expect(page.locator('h1')).toHaveCount(1);
        expect((await page.locator('h1').innerText()).trim()).not.toBe('');
        await expect(page.locator('main#main')).toHaveCount(1);
        await expect(page.locator('body > header')).toHaveCount(1);
        await expect(page.locator('body > footer')).toHaveCount(1);
        await expect(page).toHaveTitle(/\S+.* · \S+/);
        expect(errors).toEqual([]);
        expect(foreign).toEqual([]);
        expect(await context.cookies()).toEqual([]);
        if (which.danger) {
          await expect(page.locator('main > .sos a[href="tel:112"]')).toBeVisible();
          await expect(page.locator('main > .sos a[href="tel:1522"]')).toBeVisible();
          await expect(page.locator('main > .sos a[href="tel:800290290"]')).toBeVisible();
        }
      });
    }
  });
}

/** What sticks out of a page sideways, or cannot be read for it. */
const wide = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      if (element.closest('svg, .off, .skip, [hidden]') || !element.checkVisibility()) return false;
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && (left < -1 || right > width + 1);
    });
    const places = out.map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`);
    const scroll = document.documentElement.scrollWidth;
    return [...places.slice(0, 5), ...(scroll > width ? [`scrolls: ${scroll} in ${width}`] : [])];
  });

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });

  for (const lang of LANGS) {
    test(`nothing sticks out, and the page says that it is in ${lang}`, async ({ page }) => {
      test.setTimeout(90_000);
      for (const which of TEMPLATES) {
        if (which.sent && lang !== 'it') continue; // forms are limited: the server would rightly say "wait"
        await open(page, lang, which);
        await expect.soft(page.locator('html'), which.name).toHaveAttribute('lang', lang);
        await expect.soft(page.locator('html'), which.name).toHaveAttribute('dir', dirOf(lang));
        expect.soft(await wide(page), which.name).toEqual([]);
      }
    });
  }
});

test('the language menu stays on the same page and names languages in themselves', async ({ page, request }) => {
  for (const name of ['home', 'results with filters', 'service', 'topic', 'region', 'faq', 'report']) {
    const path = await address(request, 'it', template(name));
    await page.goto(path);
    const links = page.locator('.langs ul a');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toHaveLength(LANGS.length);
    expect(hrefs.every((href) => !href!.includes('undefined'))).toBe(true);
    for (const lang of LANGS) {
      const here = new URL(path.replace(/^\/it/, `/${lang}`), 'http://x');
      const there = hrefs.map((href) => new URL(href!, 'http://x')).find((url) => url.pathname === here.pathname);
      expect(there, `${name} in ${lang}`).toBeTruthy();
      const asked = (url: URL) => [...url.searchParams.keys()].sort();
      expect(asked(there!), `${name} in ${lang}`).toEqual(asked(here));
    }
    await expect(page.locator('.langs [aria-current]')).toHaveText('Italiano');
    await expect(page.locator('.langs a[hreflang=ar]')).toHaveText('العربية');
  }
});

test('alternates are reciprocal, name themselves and have a default; the sitemap says the same', async ({ request, baseURL }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  const alternates = (html: string) =>
    [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]*)"/g)].map(([, lang, href]) => `${lang} ${new URL(href, baseURL).pathname}`).sort();
  for (const name of ['home', 'topics', 'topic', 'regions', 'region', 'about', 'service']) {
    const first = alternates(await (await request.get(await address(request, 'it', template(name)))).text());
    expect(first, name).toHaveLength(LANGS.length + 1);
    for (const lang of LANGS) {
      const path = await address(request, lang, template(name));
      expect(first, name).toContain(`${lang} ${path}`);
      const html = await (await request.get(path)).text();
      expect(alternates(html), `${name} in ${lang}`).toEqual(first);
      expect(html).toContain('hreflang="x-default"');
      if (name !== 'service') expect(sitemap).toContain(`<loc>${baseURL}${path}</loc>`);
    }
  }
});

test('a text that is not translated is marked as Italian, says so, and is no alternate', async ({ page, request }) => {
  await open(page, 'ar', template('service not translated'));
  await expect(page.locator('h1 bdi')).toHaveAttribute('lang', 'it');
  await expect(page.locator('.record header .note')).toBeVisible();
  await expect(page.locator('[data-element=service-description] p').first()).toHaveAttribute('lang', 'it');
  await expect(page.locator('link[hreflang=ar]')).toHaveCount(0);
  await expect(page.locator('link[hreflang=it]')).toHaveCount(1);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${await address(request, 'it', template('service not translated'))}$`));
});

test('a service page has the parts and names of the Italian model', async ({ page, request }) => {
  await page.goto(`/it/services/${await serviceId(request)}`);
  const parts = await page.locator('[data-element]').evaluateAll((all) => all.map((part) => (part as HTMLElement).dataset.element));
  const order = ['service-title', 'service-status', 'service-description', 'service-addressed', 'service-how-to', 'service-needed', 'service-achieved',
    'service-calendar-text', 'service-cost', 'service-generic-access', 'service-file', 'service-area', 'service-topic'];
  expect(parts).toEqual(order.filter((part) => parts.includes(part)));
  for (const part of ['service-title', 'service-status', 'service-description', 'service-addressed', 'service-calendar-text', 'service-area', 'service-topic']) {
    expect(parts).toContain(part);
  }
  // Without scrolling: is it for me, is it open, call.
  for (const first of ['.whom', '[data-element=service-status]', '.acts a[href^="tel:"]']) {
    await expect.soft(page.locator(first).first()).toBeInViewport();
  }
});
