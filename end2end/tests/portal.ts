// What the browser tests share: the languages, one page of each template, and an eye on what a page does by itself.
import type { APIRequestContext, Page, Response } from '@playwright/test';

export const LANGS = ['it', 'en', 'fr', 'es', 'ar', 'zh', 'uk', 'ru', 'ro', 'sq', 'bn', 'ur'];

export const dirOf = (lang: string) => (lang === 'ar' || lang === 'ur' ? 'rtl' : 'ltr');

export interface Template {
  name: string;
  /** The address below the language; `{service}` is a service with nearly every field, `{office}` one that is in Italian and English only. */
  path: string;
  status?: number;
  /** The empty form is sent, and comes back with errors. */
  sent?: boolean;
  /** It carries the emergency numbers and the quick exit. */
  danger?: boolean;
}

/** One page of each template. */
export const TEMPLATES: Template[] = [
  { name: 'home', path: '' },
  { name: 'results', path: '/services?q=casa' },
  { name: 'results with filters', path: '/services?category=health&region=lombardia&free=1' },
  { name: 'nothing found', path: '/services?q=zzzzqqqqxxxx' },
  { name: 'service', path: '/services/{service}', danger: true },
  { name: 'service not translated', path: '/services/{office}' },
  { name: 'code of a service', path: '/services/{service}/qr' },
  { name: 'topics', path: '/topics' },
  { name: 'topic', path: '/topics/housing' },
  { name: 'danger topic', path: '/topics/women-violence', danger: true },
  { name: 'regions', path: '/regions' },
  { name: 'region', path: '/regions/lombardia' },
  { name: 'saved', path: '/saved' },
  { name: 'about', path: '/about' },
  { name: 'faq', path: '/faq' },
  { name: 'report', path: '/report' },
  { name: 'report with errors', path: '/report', status: 422, sent: true },
  { name: 'thanks', path: '/thanks' },
  { name: 'not found', path: '/no-such-page', status: 404, danger: true },
];

export const template = (name: string) => TEMPLATES.find((one) => one.name === name)!;

const found = new Map<string, string>();

/** The id of the first service that a search finds whose name holds some words. */
export async function serviceId(request: APIRequestContext, query = '1522', named = '1522'): Promise<string> {
  const known = found.get(query);
  if (known) return known;
  const answer = await request.get(`/api/v1/search?lang=it&size=20&q=${encodeURIComponent(query)}`);
  const { results } = await answer.json();
  const service = results.find((one: { kind: string; name: string }) => one.kind === 'service' && one.name.includes(named));
  if (!service) throw new Error(`no service named ${named} among the results for ${query}`);
  found.set(query, service.id);
  return service.id;
}

/** The address of a template's page in a language. */
export async function address(request: APIRequestContext, lang: string, { path }: Template): Promise<string> {
  if (path.includes('{service}')) return `/${lang}${path.replace('{service}', await serviceId(request))}`;
  if (path.includes('{office}')) return `/${lang}${path.replace('{office}', await serviceId(request, 'naga milano', 'Naga'))}`;
  return `/${lang}${path}`;
}

/** Opens a template's page, and sends its form where that is what it shows. */
export async function open(page: Page, lang: string, which: Template): Promise<Response> {
  const response = (await page.goto(await address(page.request, lang, which)))!;
  if (!which.sent) return response;
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.locator('form.stack button').click(),
  ]);
  await page.locator('.note.bad').waitFor();
  return answer;
}

/** Collects what no page of ours may do: errors in the console, requests that fail or go elsewhere. */
export function watch(page: Page, base: string) {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    // The browser itself says of a 404 or 422 page that it is one.
    const ofThePage = message.location().url === page.url() && /status of (404|410|422|429)/.test(message.text());
    if (message.type() === 'error' && !ofThePage) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A browser whose scripts are off reads the hint of a module all the same, and then does not load it.
    if (!(why === 'csp' && request.url().endsWith('.js'))) errors.push(`${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) errors.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== base && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  return { errors, foreign };
}

/** Waits until the island of a page with a search works: it shows "near me" when it does. */
export const finderWorks = (page: Page) => page.locator('[data-near]:not([hidden])').waitFor();
