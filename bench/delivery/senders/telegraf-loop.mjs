// telegraf's own sendMessage, so many in flight, with no ledger and no pace: what its client can do.
import { Agent } from 'node:http';
import { Telegram } from 'telegraf';
import { buttons, entities, inParallel, measured, settings, text } from './message.mjs';

const telegram = new Telegram(settings.token, { apiRoot: settings.url });
// telegraf drops an agent given for http; its requests then go through the global one, which keeps connections.
telegram.options.agent = new Agent({ keepAlive: true, maxSockets: settings.inFlight });
await measured(() =>
  inParallel(settings.inFlight, (chat) =>
    telegram.sendMessage(chat, text, { entities, reply_markup: buttons }),
  ),
);
