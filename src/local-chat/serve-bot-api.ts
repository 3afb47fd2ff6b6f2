import { parseArgs } from 'node:util';
import type { BotApiServer } from './bot-api/bot-api-server.js';
import { answerControl } from './bot-api/control.js';
import { strictLimits } from './bot-api/flood-control.js';
import { startBotApi } from './bot-api/start-bot-api.js';

/**
 * Runs a Bot API server as a process of its own, for benches and tests:
 * `node dist/local-chat/serve-bot-api.js [--port N] [--token T] [--strict] [--counts] [--any-chat] [--latency MS] [--texts N]`.
 * Prints one line of JSON, `{"url": …, "token": …}`, and runs until SIGTERM or SIGINT. What it was sent is asked of it under `/control/`.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      token: { type: 'string' },
      strict: { type: 'boolean', default: false },
      counts: { type: 'boolean', default: false },
      'any-chat': { type: 'boolean', default: false },
      latency: { type: 'string', default: '0' },
      texts: { type: 'string' },
    },
  });
  const server: BotApiServer = await startBotApi({
    port: Number(values.port),
    keep: values.counts ? 'counts' : 'all',
    isAnyChatKnown: values['any-chat'],
    latencyMs: Number(values.latency),
    ...(values.texts !== undefined && { textsKept: Number(values.texts) }),
    ...(values.token !== undefined && { token: values.token }),
    ...(values.strict && { limits: strictLimits }),
    otherwise: (request, response) =>
      void answerControl(server, request, response).catch(() => response.destroy()),
  });
  process.stdout.write(`${JSON.stringify({ url: server.url, token: server.token })}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close());
}

await serve();
