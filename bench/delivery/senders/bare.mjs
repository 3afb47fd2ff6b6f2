// A loop as tutorials write it: telegraf, one send awaited after another, what fails is lost.
import { Telegram } from 'telegraf';
import { buttons, chats, entities, measured, settings, text } from './message.mjs';

const telegram = new Telegram(settings.token, { apiRoot: settings.url });
await measured(async () => {
  for (const chat of chats) {
    await telegram.sendMessage(chat, text, { entities, reply_markup: buttons }).catch(() => {});
  }
});
