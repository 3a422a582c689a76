// What axe cannot see: sizes under a thumb, where the focus is, what large text and quiet settings do to a page.
import { expect, test, type Page } from '@playwright/test';
import { TEMPLATES, address, open, template } from './portal';

test.use({ trace: 'off' }); // it would cost more than the pages themselves

/** Targets smaller than 44 px, as thumbs meet them. Excepted, with WCAG 2.5.8: links inside a sentence. */
const small = (page: Page) =>
  page.evaluate(() => {
    const least = 43.9; // rounding of rem on a screen of two pixels to one
    const targets = document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary');
    const found: string[] = [];
    for (const target of targets) {
      if (!target.checkVisibility() || target.closest('.off')) continue;
      if (target.classList.contains('skip')) continue; // outside the screen until the keyboard reaches it
      const parent = target.parentElement!;
      const inline = getComputedStyle(target).display === 'inline';
      const own = target.textContent!.trim();
      const beside = [...parent.childNodes].some((node) => node !== target && node.nodeType === Node.TEXT_NODE && node.textContent!.trim().length > 2);
      if (inline && own && beside) continue; // inside a sentence
      // A card is one link; a label is part of its box.
      const area = target.closest('h2, h3')?.closest('.hit') ?? target.closest('label') ?? target;
      const { width, height } = area.getBoundingClientRect();
      if (width < least || height < least) {
        const name = `${target.tagName.toLowerCase()} in ${parent.tagName.toLowerCase()}.${parent.className || parent.parentElement!.className}`;
        found.push(`${name} "${own.slice(0, 30)}" ${Math.round(width)} x ${Math.round(height)}`);
      }
    }
    return [...new Set(found)];
  });

test.describe('touch targets of 44 px', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  for (const lang of ['it', 'zh']) {
    test(`on every template, in ${lang}`, async ({ page }) => {
      test.setTimeout(60_000);
      for (const which of TEMPLATES.filter(({ sent }) => !sent)) {
        await open(page, lang, which);
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => document.querySelectorAll('details:not(.langs)').forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
        expect.soft(await small(page), which.name).toEqual([]);
      }
      await page.goto(`/${lang}`);
      await page.locator('.langs summary').click();
      expect.soft(await small(page), 'language menu').toEqual([]);
      await page.goto(`/${lang}/report`);
      await page.locator('form.stack button').waitFor();
    });
  }
});

/** Walks through a page with the tab key; says where the focus is not to be seen. */
async function walk(page: Page, most = 150): Promise<{ stops: number; hidden: string[] }> {
  const hidden: string[] = [];
  let stops = 0;
  for (; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (!element || element === document.body) return null;
      if ((element as any).walked) return null;
      (element as any).walked = true;
      const shown = element.closest('.rate label') ?? element; // the ring of a hidden radio is on its label
      const card = element.closest('h2, h3')?.closest('.hit');
      const style = getComputedStyle(shown);
      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      const box = shown.getBoundingClientRect();
      const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]];
      const seen = points.filter(([x, y]) => {
        const on = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return on && (shown.contains(on) || on.contains(shown) || card?.contains(on));
      }).length;
      const name = `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}"`;
      return { name, ring, seen };
    });
    if (!at) break;
    if (!at.ring) hidden.push(`${at.name}: no ring`);
    if (at.seen < 3) hidden.push(`${at.name}: covered (${at.seen} of 5 points in sight)`);
  }
  return { stops, hidden };
}

test.describe('keyboard', () => {
  // The quick exit sticks to the lower edge there: it must not lie over what has the focus.
  for (const name of ['home', 'results', 'service', 'danger topic', 'report', 'not found']) {
    test(`focus is seen all the way through: ${name}`, async ({ page }) => {
      test.setTimeout(60_000);
      await open(page, 'it', template(name));
      await page.waitForLoadState('networkidle');
      const { stops, hidden } = await walk(page);
      expect(stops).toBeGreaterThan(8);
      expect(hidden).toEqual([]);
    });
  }

  test('the skip link comes first, is seen, and leads past the header', async ({ page }) => {
    await page.goto('/it/topics/housing');
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
  });

  test('the language menu opens, and closes, by keyboard', async ({ page }) => {
    await page.goto('/it');
    await page.locator('.langs summary').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.langs a[hreflang=ar]')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('.langs a[hreflang=ar]')).toBeHidden();
  });
});

test('reduced motion: nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const name of ['home', 'results', 'service', 'danger topic']) {
    await open(page, 'it', template(name));
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map((element) => element.tagName),
    );
    expect.soft(moving, name).toEqual([]);
  }
});

for (const width of [360, 1280]) {
  test(`text twice as large, at ${width} px: nothing is cut off or pushed out`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 800 });
    for (const which of TEMPLATES.filter(({ sent }) => !sent)) {
      await open(page, 'it', which);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'; // a property set by script is no inline style to the policy
        document.querySelectorAll('details:not(.langs)').forEach((fold) => ((fold as HTMLDetailsElement).open = true));
      });
      const lost = await page.evaluate(() => {
        const screen = document.documentElement.clientWidth;
        const found: string[] = [];
        for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
          if (element.closest('svg, .off, .skip, [hidden]') || !element.checkVisibility()) continue;
          const box = element.getBoundingClientRect();
          const name = `${element.tagName.toLowerCase()}.${element.className} "${element.textContent!.trim().slice(0, 30)}"`;
          const style = getComputedStyle(element);
          const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
          const field = /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
          const shrunk = box.width <= 2; // kept for those who listen
          if (!shrunk && box.width > 0 && (box.left < -1 || box.right > screen + 1)) found.push(`out: ${name}`);
          const cut = element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2;
          if (hides && !field && !shrunk && cut && !element.querySelector('.rhumb')) found.push(`cut: ${name}`);
        }
        return found.slice(0, 5);
      });
      expect.soft(lost, which.name).toEqual([]);
    }
  });
}

test('help is in the same place everywhere', async ({ page, request }) => {
  const footers = new Set<string>();
  for (const which of TEMPLATES.filter(({ sent }) => !sent)) {
    await page.goto(await address(request, 'it', which));
    footers.add((await page.locator('body > footer a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).join(' '));
    const last = await page.evaluate(() => document.querySelector('body')!.lastElementChild!.tagName);
    expect(last).toBe('FOOTER');
  }
  expect([...footers]).toEqual(['/it/about /it/faq /it/report /it/accessibility /it/privacy /it/legal']);
});

test('quick exit: always in sight on pages about danger, one tap, and it tells nobody where from', async ({ page }) => {
  for (const name of ['danger topic', 'service']) {
    await open(page, 'it', template(name));
    const leave = page.locator('.leave');
    await expect(leave).toHaveAttribute('href', /^https:\/\/(?!.*violen)/);
    await expect(leave).toHaveAttribute('rel', /noreferrer/);
    await expect(leave).toBeInViewport({ ratio: 1 });
    await page.mouse.wheel(0, 600);
    await expect(leave).toBeInViewport({ ratio: 1 });
  }
  await page.goto('/it/topics/housing');
  await expect(page.locator('.leave')).toHaveCount(0);
});

test('a form asks for nothing twice and takes what is pasted', async ({ page }) => {
  await page.goto('/it/report?page=/topics/housing');
  await expect(page.locator('[name=page]')).toHaveValue('/topics/housing');
  await expect(page.locator('[name=mail]')).toHaveAttribute('autocomplete', 'email');
  for (const field of await page.locator('form.stack :is(input, textarea):not([tabindex="-1"])').all()) {
    await expect(page.locator(`label[for="${await field.getAttribute('id')}"]`)).toBeVisible();
  }
});
