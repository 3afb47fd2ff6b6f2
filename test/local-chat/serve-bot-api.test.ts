import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { apiCall } from '../support/api-call.js';

const program = path.resolve(import.meta.dirname, '../../dist/local-chat/serve-bot-api.js');
let child: ChildProcess;
let server: { readonly url: string; readonly token: string };

beforeEach(async () => {
  child = spawn(process.execPath, [program, '--strict', '--counts', '--any-chat'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = JSON.parse(await firstLine(child));
});
afterEach(async () => {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
});

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve(said);
    });
  });
}

async function control(name: string, body?: object): Promise<unknown> {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  return JSON.parse(await (await fetch(`${server.url}/control/${name}`, init)).text());
}

it('runs as a process of its own and is asked what it was sent', async () => {
  for (let sent = 0; sent < 7; sent++) await apiCall(server, 'sendMessage', { chat_id: 5, text: `n${sent}` });
  expect(await control('counts')).toMatchObject({ requests: 7, floods: 2, messages: 5 });
  expect(await control('texts')).toEqual({ 5: ['n1', 'n2', 'n3', 'n4'] });
  expect(await control('received')).toEqual({ 5: 5 });
});

it('is told what is to go wrong', async () => {
  await control('faults', { rules: [{ fault: { kind: 'error', code: 500 }, times: 1 }] });
  await control('users', [{ id: 9, firstName: 'Li', isStarted: true }]);
  await control('access', { chat: 9, access: { kind: 'blocked' } });
  expect(await apiCall(server, 'sendMessage', { chat_id: 5, text: 'a' })).toMatchObject({ error_code: 500 });
  expect(await apiCall(server, 'sendMessage', { chat_id: 9, text: 'a' })).toMatchObject({ error_code: 403 });
  await control('say', { user: 9, chat: 9, text: '/start' });
  expect((await apiCall(server, 'getUpdates')).result).toMatchObject([{ message: { text: '/start' } }]);
});
