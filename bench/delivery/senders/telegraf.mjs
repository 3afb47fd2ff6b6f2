// telegraf with telegraf-throttler, in its default setting: all sends from one handler, as its middleware is used.
import { Telegram } from 'telegraf';
import throttlers from 'telegraf-throttler';
import { buttons, chats, entities, measured, settings, text } from './message.mjs';

const telegram = new Telegram(settings.token, { apiRoot: settings.url });
const throttler = throttlers.telegrafThrottler();
const send = (chat) => telegram.sendMessage(chat, text, { entities, reply_markup: buttons }).catch(() => {});
await measured(() => throttler({ telegram, update: {} }, () => Promise.all(chats.map(send))));
