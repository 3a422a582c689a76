// axe finds nothing against WCAG 2.0 to 2.2, A and AA, on any template.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { TEMPLATES, open, template } from './portal';

test.use({ trace: 'off' }); // it would cost more than the pages themselves

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

/** Unfolds everything but the language menu, which would lie over the rest. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details:not(.langs)')) (fold as HTMLDetailsElement).open = true;
  });

for (const lang of ['it', 'ar', 'bn']) {
  test(`no violation in ${lang}, at 320 and 1280 px`, async ({ page }) => {
    test.setTimeout(150_000);
    for (const which of TEMPLATES) {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, lang, which);
      await unfold(page);
      expect.soft(await violations(page), `${which.name} at 320 px`).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect.soft(await violations(page), `${which.name} at 1280 px`).toEqual([]);
    }
  });
}

test('no violation in the dark, nor in an open language menu', async ({ page }) => {
  test.setTimeout(90_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const name of ['home', 'results', 'service', 'danger topic', 'report with errors', 'not found']) {
    await open(page, 'it', template(name));
    await unfold(page);
    expect.soft(await violations(page), `${name} in the dark`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/it');
  await page.locator('.langs summary').click();
  expect.soft(await violations(page), 'language menu').toEqual([]);
});
