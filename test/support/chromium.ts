import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const place = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether this machine has a browser. Where everything is required, tests do not skip but fail. */
export const hasChromium = existsSync(place) || process.env['REQUIRE_ALL'] === '1';

/** Why browser tests are skipped, for the name of a suite. */
export const chromiumNote = hasChromium ? '' : ` (skipped: no browser at ${place}; set CHROMIUM)`;

/** Starts the machine's Chromium, without its own network traffic. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: place,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--no-first-run',
    ],
  });
}
