import { expect, test } from '@playwright/test';

for (const lang of ['it', 'ar', 'zh']) {
  test(`the home page answers in ${lang}`, async ({ page }) => {
    const response = await page.goto(`/${lang}`);
    expect(response?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${lang}`));
    await expect(page.locator('h1')).toHaveCount(1);
  });
}

test('the bare address leads to a language', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/it\/?$/);
});
