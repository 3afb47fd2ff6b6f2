// grammY with its auto-retry and its throttler, in its default setting: all sends at once, the queue is the throttler's.
import { autoRetry } from '@grammyjs/auto-retry';
import { apiThrottler } from '@grammyjs/transformer-throttler';
import { Api } from 'grammy';
import { buttons, chats, entities, measured, settings, text } from './message.mjs';

const api = new Api(settings.token, { apiRoot: settings.url });
api.config.use(autoRetry(), apiThrottler());
await measured(() =>
  Promise.all(
    chats.map((chat) => api.sendMessage(chat, text, { entities, reply_markup: buttons }).catch(() => {})),
  ),
);
