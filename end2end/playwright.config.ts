import { defineConfig } from '@playwright/test';
// @ts-expect-error: plain JavaScript
import { freePort } from './server.mjs';

// Workers read this file too: the port is chosen once and handed down to them.
const port = (process.env.PORTOLANO_TEST_PORT ??= String(await freePort()));
const base = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'tests',
  outputDir: '../target/playwright',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  timeout: 30_000,
  reporter: process.env.CI ? 'dot' : 'list',
  webServer: {
    command: `node server.mjs ${port}`,
    url: `${base}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
  use: {
    baseURL: base,
    // The phone that this portal is for: 360 x 740 CSS pixels.
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PORTOLANO_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', // in a container; the only pages it opens are our own
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
