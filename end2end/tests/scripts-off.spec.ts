// With scripts off everything works: forms and links are all there is.
import { expect, test } from '@playwright/test';
import { serviceId } from './portal';

test.use({ javaScriptEnabled: false });

test('a search from the home page, its filters and its pages', async ({ page }) => {
  await page.goto('/it');
  await page.locator('.find input[name=q]').fill('permesso di soggiorno');
  await page.locator('.find button').click();
  await expect(page).toHaveURL(/\/it\/services\?.*q=permesso/);
  await expect(page.locator('.hits .hit').first()).toBeVisible();
  await expect(page.locator('.find input[name=q]')).toHaveValue('permesso di soggiorno');

  await page.locator('.pager a[rel=next]').click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('.hits .hit').first()).toBeVisible();
  await page.locator('.pager a[rel=prev]').click();
  await expect(page).not.toHaveURL(/page=2/);

  await page.locator('.filters summary').click();
  await page.locator('.filters select[name=region]').selectOption('lombardia');
  await page.locator('.filters input[name=free]').check();
  await page.locator('.filters button').click();
  await expect(page).toHaveURL(/region=/);
  await expect(page).toHaveURL(/free=1/);
  await expect(page).toHaveURL(/q=permesso/);
  await expect(page.locator('.pill', { hasText: 'Lombardia' })).toBeVisible();
  await page.locator('.pill', { hasText: 'Lombardia' }).click();
  await expect(page).not.toHaveURL(/region=/);
  await expect(page).toHaveURL(/free=1/);
});

test('a place in the words becomes a filter that can be taken away', async ({ page }) => {
  await page.goto('/it/services?q=medico+a+torino');
  const place = page.locator('.pill', { hasText: 'Torino' });
  await expect(place).toBeVisible();
  await place.click();
  await expect(page.locator('.pill', { hasText: 'Torino' })).toHaveCount(0);
  await expect(page.locator('.hits .hit').first()).toBeVisible();
});

test('another language, on the same search', async ({ page }) => {
  await page.goto('/it/services?q=casa');
  await page.locator('.langs summary').click();
  await page.locator('.langs a[hreflang=ar]').click();
  await expect(page).toHaveURL(/\/ar\/services\?q=casa/);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.hits .hit').first()).toBeVisible();
});

test('nothing found says so and shows every topic', async ({ page }) => {
  await page.goto('/it/services?q=zzzzqqqqxxxx');
  await expect(page.locator('.sum')).toBeVisible();
  await expect(page.locator('.tiles a')).toHaveCount(25);
});

test('a topic leads to its offices in a town', async ({ page }) => {
  await page.goto('/it/topics/residence-permit');
  await page.locator('.near input[name=q]').fill('Torino');
  await page.locator('.near .find button').click();
  await expect(page).toHaveURL(/category=residence-permit/);
  await expect(page.locator('.hit', { hasText: 'Questura di Torino' }).first()).toBeVisible();
});

test('a service can be called, shared and shown as a code; what needs scripts is not there', async ({ page, request }) => {
  await page.goto(`/it/services/${await serviceId(request)}`);
  await expect(page.locator('.acts a[href="tel:1522"]')).toBeVisible();
  await expect(page.locator('[data-save]')).toBeHidden();
  await page.locator('.acts summary').click();
  await expect(page.locator('.menu a[href^="https://wa.me/"]')).toBeVisible();
  await expect(page.locator('.menu a[href^="sms:"]')).toBeVisible();
  await expect(page.locator('[data-share]')).toBeHidden();
  await page.locator('.menu a[href$="/qr"]').click();
  await expect(page.locator('svg.qr')).toBeVisible();
});

test('a report with a mistake comes back with all that was written, and then goes', async ({ page }) => {
  await page.goto('/it/report?page=/services/x');
  await expect(page.locator('[name=page]')).toHaveValue('/services/x');
  await page.locator('[name=what]').fill('Il numero non risponde <b>mai</b> & "sempre" \u0645\u0631\u062d\u0628\u0627');
  await page.locator('[name=mail]').fill('anna at posta');
  await page.locator('form.stack button').click();
  await expect(page.locator('[role=alert]')).toBeVisible();
  await expect(page.locator('[name=what]')).toHaveValue('Il numero non risponde <b>mai</b> & "sempre" \u0645\u0631\u062d\u0628\u0627');
  await expect(page.locator('[name=page]')).toHaveValue('/services/x');
  await expect(page.locator('[name=mail]')).toHaveValue('anna at posta');
  await expect(page.locator('[name=mail]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[role=alert] a').first().click();
  await expect(page).toHaveURL(/#mail$/);
  await page.locator('[name=mail]').fill('anna@posta.it');
  await page.locator('form.stack button').click();
  await expect(page).toHaveURL(/\/it\/thanks$/);
});

test('how clear a page is: an answer is thanked for', async ({ page }) => {
  await page.goto('/it/topics/housing');
  await page.locator('.rate label').nth(3).click();
  await page.locator('.rate button').click();
  await expect(page).toHaveURL(/\/it\/thanks$/);
});
