import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumNote, hasChromium, openChromium } from '../support/chromium.js';
import { makeTestHome, type TestHome } from '../support/run-qubao.js';

interface Story {
  readonly date: string;
  readonly headline: string;
  readonly districts: readonly string[];
}

const district = '金水区';
const images = path.resolve(import.meta.dirname, '../../docs/images');
/** A loaded machine takes its time. */
const patience = { timeout: 20_000 };
const phone = { width: 390, height: 844 };

describe.skipIf(!hasChromium)(`a newcomer with a browser${chromiumNote}`, () => {
  let home: TestHome;
  let program: ChildProcess;
  let browser: Browser;
  let page: Page;
  let stories: readonly Story[];
  const complaints: string[] = [];

  beforeAll(async () => {
    home = await makeTestHome();
    stories = (await home.run('articles', '--json')).out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    program = home.startBot();
    const address = await addressOf(program);
    browser = await openChromium();
    page = await browser.newPage({ viewport: phone, deviceScaleFactor: 2, locale: 'zh-CN' });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    await page.goto(address);
  });

  afterAll(async () => {
    await browser?.close();
    program?.kill('SIGTERM');
    if (program?.exitCode === null) await once(program, 'exit');
  });

  const fromBot = () => page.locator('.from-bot');
  const say = async (text: string) => {
    await page.getByRole('textbox', { name: '消息' }).fill(text);
    await page.keyboard.press('Enter');
  };
  const own = (date: string) =>
    stories.filter((story) => story.date === date && story.districts.includes(district));
  const strange = (date: string) =>
    stories.filter(
      (story) => story.date === date && story.districts.length > 0 && !own(date).includes(story),
    );
  const bubbleWith = (headlines: readonly string[]): Locator =>
    headlines.reduce((found, hasText) => found.filter({ hasText }), fromBot());

  it('is welcomed, and starts with one button', async () => {
    await expect.poll(() => page.getByRole('button', { name: '开始 / Start' }).count(), patience).toBe(1);
    await page.getByRole('button', { name: '开始 / Start' }).click();
    await fromBot().first().waitFor();
  });

  it('subscribes to a district and is given its stories of the day at once', async () => {
    await fromBot().getByRole('button', { name: district }).click();
    const digest = bubbleWith(headlinesOf(own(firstDate()))).last();
    await digest.waitFor();
    const text = await textOf(digest);
    expect(own(firstDate()).length).toBeGreaterThan(0);
    for (const story of strange(firstDate())) expect(text).not.toContain(story.headline);
  });

  it('asks for the latest', async () => {
    const before = await fromBot().count();
    await say('/latest');
    await expect.poll(() => fromBot().count(), patience).toBeGreaterThan(before);
    await expect
      .poll(async () => includesAny(await textOf(fromBot().last()), headlinesOf(stories)), patience)
      .toBe(true);
  });

  it('searches, and the words that were found are bold', async () => {
    await say('/search 消防');
    await fromBot().last().locator('strong', { hasText: '消防' }).first().waitFor();
  });

  it('moves to the next morning and is given the second edition, and nothing twice', async () => {
    const before = await fromBot().count();
    await page.getByRole('button', { name: /下一个早晨/ }).click();
    const digest = bubbleWith(headlinesOf(own(secondDate()))).first();
    await digest.waitFor();
    await page.getByRole('status').waitFor({ state: 'hidden' });
    await screenshots(page, digest);
    await say('/digest');
    await expect.poll(() => fromBot().count(), patience).toBeGreaterThan(before + 1);
    const since = (await fromBot().allTextContents()).slice(before);
    for (const headline of headlinesOf(own(firstDate()))) expect(since.join('\n')).not.toContain(headline);
    for (const headline of headlinesOf(own(secondDate())))
      expect(since.filter((text) => text.includes(headline))).toHaveLength(1);
  });

  it('fits a phone of 360 points without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: '回到聊天列表' }).click();
    await page.getByRole('navigation', { name: '聊天' }).waitFor();
    expect(await overflow(page)).toBe(0);
  });

  it('has a page that complains of nothing', () => {
    expect(complaints).toEqual([]);
  });

  function firstDate(): string {
    return dates(stories)[0] ?? '';
  }

  function secondDate(): string {
    return dates(stories)[1] ?? '';
  }
});

function dates(stories: readonly Story[]): readonly string[] {
  return [...new Set(stories.map(({ date }) => date))].sort();
}

function headlinesOf(stories: readonly Story[]): readonly string[] {
  return stories.map(({ headline }) => headline).filter((headline) => headline !== '');
}

async function textOf(found: Locator): Promise<string> {
  return (await found.textContent()) ?? '';
}

function includesAny(text: string, wanted: readonly string[]): boolean {
  return wanted.some((one) => text.includes(one));
}

function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

/** The address that the program prints on a line of its own. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /^Local chat: (http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(said)?.[1];
      if (address) resolve(address);
    });
    program.once('exit', (status) => reject(new Error(`ended with ${status} before it was open`)));
  });
}

/** Pictures for the README, by day and by night; kept only when they are asked for. */
async function screenshots(page: Page, digest: Locator): Promise<void> {
  await page.setViewportSize({ ...phone, height: 1010 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await digest.evaluate((node) => node.scrollIntoView({ block: 'end' }));
    const picture = await page.screenshot({ animations: 'disabled' });
    expect(picture.length).toBeGreaterThan(10_000);
    if (process.env['UPDATE_SCREENSHOTS'] === '1')
      await page.screenshot({ path: path.join(images, `digest-${colorScheme}.png`), animations: 'disabled' });
  }
}
