// telegraf with telegraf-throttler, in its default setting.
import { Telegram } from 'telegraf';
import throttlers from 'telegraf-throttler';
import { buttons, chats, entities, measured, settings, text } from './message.mjs';

const telegram = new Telegram(settings.token, { apiRoot: settings.url });
const throttler = throttlers.telegrafThrottler();
const send = (chat) =>
  new Promise((resolve) => {
    // The throttler is a middleware that patches the context's telegram; this is a context as it expects one.
    const context = { telegram, chat: { id: chat }, update: {} };
    void throttler(context, async () => {
      await context.telegram.sendMessage(chat, text, { entities, reply_markup: buttons }).catch(() => {});
      resolve();
    });
  });
await measured(() => Promise.all(chats.map(send)));
