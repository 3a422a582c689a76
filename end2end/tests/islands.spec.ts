// What scripts add, and what is left when they do not arrive.
import { expect, test, type Page } from '@playwright/test';
import { finderWorks, serviceId } from './portal';

/** Counts how often the browser loads a whole page. */
function navigations(page: Page) {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) urls.push(request.url());
  });
  return urls;
}

test.describe('suggestions', () => {
  test('come while typing, and the keyboard walks among them', async ({ page }) => {
    await page.goto('/it');
    await finderWorks(page);
    const field = page.locator('.find input[name=q]');
    const suggested = page.locator('[data-suggestions] a');
    await field.pressSequentially('perm', { delay: 40 });
    await expect(suggested.first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(suggested.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(suggested.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(suggested).toHaveCount(0);
    await field.fill('perme'); // Escape empties a search field by itself
    await expect(suggested.first()).toBeVisible();
    const text = await suggested.first().innerText();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/it\/(services|topics)/);
    expect(text.toLowerCase()).toContain('perm');
  });

  test('are in the language of the page', async ({ page }) => {
    await page.goto('/ar');
    await finderWorks(page);
    await page.locator('.find input[name=q]').pressSequentially('طبي', { delay: 40 });
    await expect(page.locator('[data-suggestions] a').first()).toHaveText(/[\u0600-\u06ff]/);
  });
});

test.describe('near me', () => {
  test('sends a rounded position; what is near comes first', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 45.0712345, longitude: 7.6851234 });
    const visited = navigations(page);
    await page.goto('/it/services?category=health');
    await finderWorks(page);
    await page.locator('[data-near] button').click();
    await expect(page).toHaveURL(/near=45\.071%2C7\.685/);
    await expect(page.locator('.hit:not(.topic) .where').first()).toContainText('Torino');
    await expect(page.locator('.pill')).toHaveCount(2);
    expect(visited).toHaveLength(1);
  });

  test('works from the home page', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 45.0712345, longitude: 7.6851234 });
    await page.goto('/it');
    await finderWorks(page);
    await page.locator('.find input[name=q]').fill('medico');
    await page.locator('[data-near] button').click();
    await page.waitForURL(/\/it\/services\?/);
    expect(page.url()).toContain('q=medico');
    expect(page.url()).toContain('near=45.071%2C7.685');
  });

  test('refused: says what to do instead', async ({ page, context }) => {
    await context.clearPermissions();
    await page.goto('/it');
    await finderWorks(page);
    await page.locator('[data-near] button').click();
    await expect(page.locator('[data-status]')).toHaveText(/CAP/);
    await expect(page).toHaveURL(/\/it$/);
  });

  test('asks for the position only on tap', async ({ page }) => {
    await page.addInitScript(() => {
      (window as any).asked = 0;
      navigator.geolocation.getCurrentPosition = () => void (window as any).asked++;
    });
    await page.goto('/it/services?q=casa');
    await finderWorks(page);
    expect(await page.evaluate(() => (window as any).asked)).toBe(0);
  });
});

test.describe('filters', () => {
  test('change the results without a new page; back and forward restore them', async ({ page }) => {
    const visited = navigations(page);
    await page.goto('/it/services?q=casa');
    await finderWorks(page);
    const before = await page.locator('[data-summary]').innerText();
    await page.locator('.filters summary').click();
    await page.locator('.filters select[name=region]').selectOption('lombardia');
    await expect(page).toHaveURL(/region=lombardia/);
    await expect(page.locator('.pill', { hasText: 'Lombardia' })).toBeVisible();
    const after = await page.locator('[data-summary]').innerText();
    expect(after).not.toBe(before);
    await expect(page.locator('[data-status]')).toHaveText(after); // said to those who do not see it
    await expect(page.locator('.filters select[name=region]')).toHaveValue('lombardia');

    await page.goBack();
    await expect(page.locator('[data-summary]')).toHaveText(before);
    await expect(page).toHaveURL(/q=casa$/);
    await page.goForward();
    await expect(page.locator('[data-summary]')).toHaveText(after);
    expect(visited).toHaveLength(1);
    await page.reload();
    await expect(page.locator('[data-summary]')).toHaveText(after);
  });

  test('chips and pages are followed in place', async ({ page }) => {
    const visited = navigations(page);
    await page.goto('/it/services?region=lombardia');
    await finderWorks(page);
    const first = await page.locator('.hit h2').first().innerText();
    await page.locator('.pager a[rel=next]').click();
    await expect(page).toHaveURL(/page=2/);
    await expect(page.locator('.hit h2').first()).not.toHaveText(first);
    await expect(page.locator('.hit').first()).toBeInViewport();
    await page.locator('.pill', { hasText: 'Lombardia' }).click();
    await expect(page).not.toHaveURL(/region=/);
    await expect(page.locator('.pill')).toHaveCount(0);
    expect(visited).toHaveLength(1);
  });

  test('a filter keeps the words that were searched last', async ({ page }) => {
    await page.goto('/it/services?q=casa');
    await finderWorks(page);
    await page.locator('.find input[name=q]').fill('medico');
    await page.locator('.find button').click();
    await expect(page).toHaveURL(/q=medico/);
    await page.locator('.filters summary').click();
    await page.locator('.filters input[name=free]').check();
    await expect(page).toHaveURL(/free=1/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('medico');
  });

  test('a filter keeps the position that was given', async ({ page, context }) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 45.0712345, longitude: 7.6851234 });
    await page.goto('/it/services?q=medico');
    await finderWorks(page);
    await page.locator('[data-near] button').click();
    await expect(page).toHaveURL(/near=/);
    await page.locator('.filters summary').click();
    await page.locator('.filters input[name=free]').check();
    await expect(page).toHaveURL(/free=1/);
    expect(new URL(page.url()).searchParams.get('near')).toBe('45.071,7.685');
  });

  test('other words keep the filters in force', async ({ page }) => {
    await page.goto('/it/services?q=casa&region=lombardia&free=1');
    await finderWorks(page);
    await page.locator('.find input[name=q]').fill('medico');
    await page.locator('.find button').click();
    await expect(page).toHaveURL(/q=medico/);
    const query = new URL(page.url()).searchParams;
    expect([query.get('free'), query.get('region') === null]).toEqual(['1', false]);
  });

  test('the skip link leaves the results alone', async ({ page }) => {
    await page.goto('/it/services?q=casa');
    await finderWorks(page);
    const fetched: string[] = [];
    page.on('request', (request) => request.url().includes('/pkg/') || fetched.push(request.url()));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await page.waitForTimeout(300);
    expect(fetched).toEqual([]);
    await expect(page.locator('#main')).toBeFocused();
  });
});

test.describe('saved on this device', () => {
  test('a service is saved, listed, and forgotten', async ({ page }) => {
    const id = await serviceId(page.request);
    await page.goto('/it/saved');
    await expect(page.locator('.empty')).toBeVisible();
    await page.goto(`/it/services/${id}`);
    const save = page.locator('[data-save]');
    await expect(save).toBeVisible();
    await expect(save).toHaveAttribute('aria-pressed', 'false');
    await save.click();
    await expect(save).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(save).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/it/saved');
    await expect(page.locator(`.hit a[href="/it/services/${id}"]`)).toBeVisible();
    await expect(page.locator('.empty')).toHaveCount(0);
    await page.goto('/zh/saved');
    await expect(page.locator(`.hit a[href="/zh/services/${id}"]`)).toBeVisible();
    await page.goto(`/it/services/${id}`);
    await expect(save).toHaveAttribute('aria-pressed', 'true');
    await save.click();
    await expect(save).toHaveAttribute('aria-pressed', 'false');
    await page.goto('/it/saved');
    await expect(page.locator('.empty')).toBeVisible();
  });
});

test('share opens the sheet of the phone where there is one', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = async (data) => void ((window as any).shared = data);
  });
  await page.goto(`/it/services/${await serviceId(page.request)}`);
  await page.locator('.acts summary').click();
  await expect(page.locator('[data-share]')).toBeVisible();
  await page.locator('[data-share]').click();
  expect(await page.evaluate(() => (window as any).shared.url)).toBe(page.url());
});

// Four ways in which an island does not arrive on a slow line or an odd browser.
const LOST: Record<string, (page: Page) => Promise<unknown>> = {
  'every WASM file is lost': (page) => page.route('**/*.wasm', (route) => route.abort()),
  'only the split chunks are lost': (page) => page.route(/\/(?!islands_bg)[^/]+\.wasm$/, (route) => route.abort()),
  'the scripts are lost': (page) => page.route('**/*.js', (route) => route.abort()),
  'the browser has no WASM': (page) => page.addInitScript(() => Object.defineProperty(window, 'WebAssembly', { value: undefined })),
};

for (const [how, lose] of Object.entries(LOST)) {
  test(`${how}: forms and links still work`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    // A page that is left before it is drawn has no transition: the browser's own matter. A lost chunk stops the part of the
    // program that waits for it.
    const harmless = /ViewTransition|RuntimeError: unreachable/;
    await lose(page);
    await page.goto('/it');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('[data-near]')).toBeHidden();
    await page.locator('.find input[name=q]').fill('casa');
    await page.locator('.find button').click();
    await expect(page).toHaveURL(/\/it\/services\?.*q=casa/);
    await page.waitForLoadState('networkidle');
    await page.locator('.filters summary').click();
    await page.locator('.filters select[name=region]').selectOption('lombardia');
    await page.locator('.filters button').click();
    await expect(page).toHaveURL(/region=/);
    await page.waitForLoadState('networkidle');
    await page.locator('.pill', { hasText: 'Lombardia' }).click();
    await expect(page).not.toHaveURL(/region=/);
    await page.waitForLoadState('networkidle');
    await page.locator('.hit h2 a').first().click();
    await expect(page.locator('article.record h1')).toBeVisible();
    await page.goto(`/it/services/${await serviceId(page.request)}`);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('[data-save]')).toBeHidden();
    await page.locator('.acts summary').click();
    await expect(page.locator('.menu a[href^="sms:"]')).toBeVisible();
    expect.soft(errors.filter((error) => !harmless.test(error)), 'nothing fails without being caught').toEqual([]);
  });
}
