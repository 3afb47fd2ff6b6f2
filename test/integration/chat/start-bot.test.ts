import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startBotApi } from '../../../src/local-chat/bot-api/start-bot-api.js';
import { Problem } from '../../../src/problem.js';
import { apiCall } from '../../support/api-call.js';
import { type Chat, chen, openChat } from './open-chat.js';

let chat: Chat | undefined;
afterEach(async () => {
  await chat?.close();
  chat = undefined;
});

describe('starting', () => {
  it('with a wrong token says so and ends with status 2', async () => {
    const started = openChat({ settings: { token: '1:wrong' } });
    await expect(started).rejects.toThrow(/^BOT_TOKEN: /);
    await started.catch((thrown: unknown) => expect(thrown).toMatchObject({ exitStatus: 2 }));
    await expect(started).rejects.toBeInstanceOf(Problem);
  });

  it('sets the menu by language and scope, from the list of commands', async () => {
    chat = await openChat();
    const menu = async (type: string, language = '') => {
      const { result } = await apiCall(chat?.server ?? never(), 'getMyCommands', {
        scope: { type },
        language_code: language,
      });
      return (result as { readonly command: string; readonly description: string }[]).map(
        ({ command, description }) => `${command}: ${description}`,
      );
    };
    await expect.poll(() => menu('all_chat_administrators', 'en')).toContain('help: How it works');
    expect(await menu('all_private_chats')).toContain('latest: 最新消息，可加区名、主题或条数');
    expect(await menu('all_private_chats', 'en')).toContain('privacy: What we keep');
    expect((await menu('all_group_chats')).map((line) => line.split(':')[0])).toEqual([
      'latest',
      'search',
      'help',
    ]);
    expect(await menu('all_chat_administrators')).toContain('pause: 暂停几天：/pause 3天');
    expect((await menu('all_private_chats')).join()).not.toContain('feedback');
  });

  it('waits for a Telegram that is away', async () => {
    const api = await startBotApi();
    let isAway = true;
    const proxy = createServer((request, response) => {
      if (isAway) {
        isAway = false;
        response.writeHead(502).end('<html>Bad Gateway</html>');
        return;
      }
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const answer = await fetch(`${api.url}${request.url}`, {
          method: 'POST',
          body: Buffer.concat(chunks),
          headers: { 'content-type': 'application/json' },
        });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    chat = await openChat({
      settings: { apiRoot: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, token: api.token },
    });
    expect(chat.bot.name).toBe('qubao_local_bot');
    expect(chat.complaints).toHaveLength(1);
    proxy.closeAllConnections();
    await api.close();
    await new Promise((resolve) => proxy.close(resolve));
  });
});

describe('running', () => {
  it('goes on after another process polled with its token', async () => {
    chat = await openChat();
    chat.server.setFaults([{ fault: { kind: 'error', code: 409 }, methods: ['getUpdates'], times: 1 }]);
    await chat.askOne(chen, '/help');
    expect((await chat.askOne(chen, '/privacy')).text).toContain('不保存');
    expect(chat.complaints.join()).toContain('same token');
  });

  it('answers once what is delivered twice', async () => {
    const message = {
      message_id: 1,
      date: 0,
      chat: { id: chen, type: 'private' },
      from: { id: chen, is_bot: false, first_name: 'x' },
      text: '/help',
    };
    const update = { update_id: 4_000, message };
    const secret = 'a-secret';
    chat = await openChat({ settings: { publicUrl: 'https://news.example', webhookSecret: secret } });
    const { webhook } = chat.bot;
    const body = JSON.stringify(update);
    expect(await webhook?.receive(body, 'guessed')).toBe(401);
    expect(await webhook?.receive('{', secret)).toBe(400);
    expect(await webhook?.receive(body, secret)).toBe(200);
    expect(await webhook?.receive(body, secret)).toBe(200);
    expect(chat.server.received(chen)).toBe(1);
  });
});

describe('sending', () => {
  it('obeys a 429 and repeats what certainly failed, but nothing that may have arrived', async () => {
    chat = await openChat();
    chat.server.setFaults([{ fault: { kind: 'error', code: 500 }, times: 1 }]);
    expect((await chat.askOne(chen, '/help')).text).toContain('怎么用');
    chat.server.setFaults([{ fault: { kind: 'flood', retryAfterS: 1 }, times: 1 }]);
    expect((await chat.askOne(chen, '/privacy')).text).toContain('不保存');
    chat.server.setFaults([{ fault: { kind: 'reset', isAccepted: true }, times: 1 }]);
    await chat.askOne(chen, '/help');
    chat.server.setFaults([]);
    await chat.askOne(chen, '荥阳');
    expect(chat.server.received(chen)).toBe(4);
  });
});

function never(): never {
  throw new Error('expected a chat');
}
