import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '../../src/calendar/movable-clock.js';
import { type LocalChat, startLocalChat } from '../../src/local-chat/start-local-chat.js';
import { silentLog } from '../../src/log.js';
import { apiCall } from '../support/api-call.js';
import { chromiumNote, hasChromium, openChromium } from '../support/chromium.js';

const resident = 1001;
const neighbour = 1002;

interface Update {
  readonly update_id: number;
  readonly message?: { readonly text?: string };
  readonly callback_query?: { readonly id: string; readonly data: string };
  readonly inline_query?: { readonly id: string; readonly query: string };
}

describe.skipIf(!hasChromium)(`the chat page${chromiumNote}`, () => {
  let browser: Browser;
  let chat: LocalChat;
  let page: Page;
  let offset: number;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    offset = 0;
    complaints.length = 0;
    const clock = movableClock(new Date('2024-08-27T00:00:00Z'));
    chat = await startLocalChat({ clock, zone: 'Asia/Shanghai', log: silentLog });
    page = await browser.newPage({ viewport: { width: 1100, height: 760 }, locale: 'zh-CN' });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    await page.goto(chat.address);
    await page.getByRole('button', { name: '开始 / Start' }).click();
    await heard(({ message }) => message?.text === '/start');
  });
  afterEach(async () => {
    await page.close();
    await chat.close();
    expect(complaints).toEqual([]);
  });

  const api = (method: string, parameters: object) =>
    apiCall({ url: chat.apiRoot, token: chat.token }, method, parameters);
  const send = (text: string, more: object = {}) => api('sendMessage', { chat_id: resident, text, ...more });
  const field = () => page.getByRole('textbox', { name: '消息' });
  const bubbles = () => page.locator('.from-bot');

  /** The next update that the bot is given of which `isIt` holds. */
  async function heard(isIt: (update: Update) => boolean): Promise<Update> {
    for (;;) {
      const updates = (await api('getUpdates', { offset, timeout: 20 })).result as readonly Update[];
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      const found = updates.find(isIt);
      if (found) return found;
    }
  }

  it('shows every kind of entity, and no text as markup', async () => {
    const kinds = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'code', 'blockquote'];
    const text = kinds.map(() => '<b>x</b>').join(' ');
    const entities = kinds.map((type, index) => ({ type, offset: index * 9, length: 8 }));
    await send(text, { entities });
    await bubbles().last().waitFor();
    const html = await bubbles().last().locator('.text').innerHTML();
    for (const tag of ['strong', 'em', 'u', 's', 'code', 'blockquote'])
      expect(html).toMatch(new RegExp(`<${tag}[ >]`));
    expect(html).toContain('class="spoiler"');
    expect(html).not.toContain('<b>');
    await bubbles().last().locator('.spoiler').click();
    expect(await bubbles().last().locator('.spoiler.is-revealed').count()).toBe(1);
  });

  it('puts nested entities inside one another', async () => {
    const entities = [
      { type: 'bold', offset: 0, length: 6 },
      { type: 'italic', offset: 2, length: 2 },
      { type: 'text_link', offset: 2, length: 2, url: 'https://example.org/' },
    ];
    await send('一二三四五六', { entities });
    await expect
      .poll(() => bubbles().last().locator('strong em a[rel="noopener noreferrer"]').count())
      .toBe(1);
  });

  it('sends what is typed with Enter, and keeps lines with Shift', async () => {
    await field().click();
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    expect((await heard(({ message }) => message !== undefined)).message?.text).toBe('one\ntwo');
    expect(await field().inputValue()).toBe('');
  });

  it('offers the commands after a slash, to be walked with the arrow keys', async () => {
    const commands = ['latest', 'search', 'subscribe'].map((command) => ({ command, description: command }));
    await api('setMyCommands', { commands });
    await expect.poll(() => offered('/s')).toEqual(['/search', '/subscribe']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await heard(({ message }) => message !== undefined)).message?.text).toBe('/subscribe');
    await offered('/');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
  });

  async function offered(typed: string): Promise<readonly string[]> {
    await field().fill('');
    await field().fill(typed);
    return page.locator('.choice-title').allTextContents();
  }

  it('presses buttons, shows what the bot answers, and edits as they come', async () => {
    const reply_markup = { inline_keyboard: [[{ text: '金水区', callback_data: 'd:jinshui' }]] };
    const { result } = await send('住在哪里？', { reply_markup });
    const { message_id } = result as { message_id: number };
    await page.getByRole('button', { name: '金水区' }).click();
    const pressed = await heard(({ callback_query }) => callback_query !== undefined);
    const answer = { callback_query_id: pressed.callback_query?.id, text: '记下了' };
    await api('answerCallbackQuery', answer);
    await page.getByRole('status').filter({ hasText: '记下了' }).waitFor();
    await api('editMessageText', { chat_id: resident, message_id, text: '已订阅金水区' });
    await bubbles().filter({ hasText: '已订阅金水区' }).filter({ hasText: '已编辑' }).waitFor();
    expect(await page.locator('.key').count()).toBe(0);
  });

  it('shows an alert that has to be closed', async () => {
    const reply_markup = { inline_keyboard: [[{ text: '?', callback_data: 'why' }]] };
    await send('a', { reply_markup });
    await page.getByRole('button', { name: '?', exact: true }).click();
    const { callback_query } = await heard((update) => update.callback_query !== undefined);
    await api('answerCallbackQuery', {
      callback_query_id: callback_query?.id,
      text: '因为',
      show_alert: true,
    });
    await page.getByRole('dialog').getByText('因为').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('follows links to this bot inside, and commands in a text', async () => {
    const entities = [
      { type: 'text_link', offset: 0, length: 2, url: 'https://t.me/qubao_local_bot?start=a_7' },
    ];
    await send('全文 /latest', { entities });
    await bubbles().getByRole('button', { name: '全文' }).click();
    expect((await heard(({ message }) => message !== undefined)).message?.text).toBe('/start a_7');
    await bubbles().getByRole('button', { name: '/latest' }).click();
    expect((await heard(({ message }) => message !== undefined)).message?.text).toBe('/latest');
  });

  it('answers a question of the bot by a reply, unless the visitor does not want to', async () => {
    const ask = () => send('想找什么？', { reply_markup: { force_reply: true } });
    const answered = () => heard(({ message }) => message !== undefined);
    await ask();
    await page.getByText('回复：想找什么？').waitFor();
    await page.keyboard.type('消防');
    await page.keyboard.press('Enter');
    expect((await answered()).message).toMatchObject({ reply_to_message: { text: '想找什么？' } });
    await page.locator('.from-me .quoted').waitFor();
    expect(await page.locator('.reply-bar').count()).toBe(0);
    await ask();
    await page.getByRole('button', { name: '不回复' }).click();
    await field().fill('别的');
    await page.keyboard.press('Enter');
    expect((await answered()).message).not.toHaveProperty('reply_to_message');
  });

  it('finds stories inline', async () => {
    await field().fill('@qubao_local_bot 消防');
    const { inline_query } = await heard((update) => update.inline_query !== undefined);
    expect(inline_query?.query).toBe('消防');
    const content = { message_text: '演练全文' };
    const results = [
      { type: 'article', id: '1', title: '演练', description: '操场', input_message_content: content },
    ];
    await api('answerInlineQuery', { inline_query_id: inline_query?.id, results });
    await page.getByRole('option', { name: /演练/ }).click();
    await page.locator('.from-me').filter({ hasText: '演练全文' }).waitFor();
  });

  it('shows no results for a query that was sent as it stood', async () => {
    await field().fill('@qubao_local_bot 消防');
    const { inline_query } = await heard((update) => update.inline_query !== undefined);
    await page.keyboard.press('Enter');
    await heard(({ message }) => message !== undefined);
    const results = [
      { type: 'article', id: '1', title: '演练', input_message_content: { message_text: '演练全文' } },
    ];
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/inline'));
    await api('answerInlineQuery', { inline_query_id: inline_query?.id, results });
    await answered;
    await send('好');
    await bubbles().filter({ hasText: '好' }).waitFor();
    expect(await page.getByRole('option', { name: /演练/ }).count()).toBe(0);
  });

  it('counts what came to another resident, until their chat is opened', async () => {
    const row = page.locator(`[data-chat="${neighbour}"]`);
    await row.click();
    await page.getByRole('button', { name: '开始 / Start' }).click();
    await page.locator(`[data-chat="${resident}"]`).click();
    await heard(({ message }) => message?.text === '/start');
    for (const text of ['one', 'two']) await api('sendMessage', { chat_id: neighbour, text });
    await row.getByLabel('2 条未读').waitFor();
    await row.click();
    expect(await row.locator('.unread').count()).toBe(0);
    expect(await bubbles().count()).toBe(2);
  });

  it('lets a resident block the bot and come back', async () => {
    await page.locator('.more summary').click();
    await page.getByRole('menuitem', { name: '屏蔽机器人' }).click();
    await page.getByRole('button', { name: '解除屏蔽' }).waitFor();
    expect(await send('x')).toMatchObject({ description: 'Forbidden: bot was blocked by the user' });
    await page.getByRole('button', { name: '解除屏蔽' }).click();
    await field().waitFor();
    expect(await send('y')).toMatchObject({ ok: true });
  });

  it('follows a group that becomes a supergroup', async () => {
    await page.locator('[data-chat="-2001"]').click();
    await page.getByRole('button', { name: '把区报加进来' }).click();
    await page.locator('.service', { hasText: '区报 加入了' }).waitFor();
    await page.locator('.more summary').click();
    await page.getByRole('menuitem', { name: '升级为超级群' }).click();
    await page.locator('.service', { hasText: '由普通群升级而来' }).waitFor();
    await field().fill('/latest');
    await page.keyboard.press('Enter');
    const { message } = await heard((update) => update.message?.text === '/latest');
    expect(message).toMatchObject({ chat: { type: 'supergroup', title: '槐荫里三号楼' } });
  });

  it('moves the clock, and the days stand in the chat', async () => {
    await page.getByRole('button', { name: /下一个早晨/ }).click();
    await page.locator('.clock-time', { hasText: '8月28日 星期三 07:30' }).waitFor();
    await send('早');
    await page.locator('.day', { hasText: '8月28日 星期三' }).waitFor();
  });

  it('is dark or light as the visitor wishes, also after it is loaded again', async () => {
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.getByRole('button', { name: '换深浅色' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
  });

  it('shows a reply keyboard until it is taken away, and hands files out', async () => {
    await send('选一个', { reply_markup: { keyboard: [[{ text: '今天' }, { text: '本周' }]] } });
    await page.getByRole('button', { name: '本周' }).click();
    expect((await heard(({ message }) => message !== undefined)).message?.text).toBe('本周');
    await send('好', { reply_markup: { remove_keyboard: true } });
    await expect.poll(() => page.getByRole('button', { name: '本周' }).count()).toBe(0);
    const form = new FormData();
    form.set('chat_id', String(resident));
    form.set('document', new File(['{}'], '我的数据.ndjson'), 'export.ndjson');
    await fetch(`${chat.apiRoot}/bot${chat.token}/sendDocument`, { method: 'POST', body: form });
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: /export\.ndjson/ }).click();
    expect((await downloading).suggestedFilename()).toBe('export.ndjson');
  });

  it('does not scroll sideways at 360 points, whatever the bot writes', async () => {
    const long = 'https://example.org/'.padEnd(300, 'x');
    const inline_keyboard = [Array(5).fill({ text: '一个很长的按钮文字', callback_data: 'x' })];
    await send(`${'长'.repeat(400)}\n${long}`, { reply_markup: { inline_keyboard } });
    await send('x'.repeat(400), { entities: [{ type: 'pre', offset: 0, length: 400 }] });
    await expect.poll(() => bubbles().count()).toBe(2);
    await page.setViewportSize({ width: 360, height: 640 });
    const sideways =
      'Math.max(document.documentElement.scrollWidth - innerWidth, document.querySelector("#messages").scrollWidth - document.querySelector("#messages").clientWidth)';
    expect(await page.evaluate(sideways)).toBe(0);
  });
});
