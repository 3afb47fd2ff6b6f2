// The run of this program: real store on disk, durable ledger, thin client.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDelivery } from '../../../dist/delivery/create-delivery.js';
import { createPace } from '../../../dist/delivery/create-pace.js';
import { monotonicTimer } from '../../../dist/delivery/timer.js';
import { silentLog } from '../../../dist/log.js';
import { createBotClient } from '../../../dist/telegram/bot-client.js';
import { createMessenger } from '../../../dist/telegram/messenger.js';
import { at, openFilledStore, zone } from '../store.mjs';
import { buttons, chats, entities, measured, settings, text } from './message.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'qubao-bench-'));
const { storage, archive, subscribers } = await openFilledStore(`sqlite://${folder}/store.sqlite`, chats);
const rate = settings.rate ?? Number.POSITIVE_INFINITY;
const client = createBotClient({ token: settings.token, apiRoot: settings.url });
const delivery = createDelivery({
  storage,
  subscribers,
  archive,
  messenger: createMessenger({
    client,
    render: () => ({ text, entities, reply_markup: buttons }),
    timeoutMs: 15_000,
    isPaidBroadcast: false,
  }),
  pace: createPace({ ratePerSecond: rate, timer: monotonicTimer }),
  clock: { now: () => at },
  timer: monotonicTimer,
  log: silentLog,
  settings: {
    defaults: { time: '07:30', zone },
    catchUpHours: 3,
    ratePerSecond: rate,
    ...(settings.inFlight && { mostInFlight: settings.inFlight }),
  },
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await measured(() => delivery.run(at));
