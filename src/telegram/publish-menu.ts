import type { Scope } from './command.js';
import { commands } from './commands/index.js';
import { languages, textsIn } from './language.js';
import type { Bot } from './request.js';
import type { Texts } from './texts/texts.js';

/** The Bot API's names of the scopes, with the commands that they show. */
const scopes = [
  { type: 'default', shows: 'private' },
  { type: 'all_private_chats', shows: 'private' },
  { type: 'all_group_chats', shows: 'group' },
  { type: 'all_chat_administrators', shows: 'group-admin' },
] as const satisfies readonly { readonly type: string; readonly shows: Scope }[];

/** Tells Telegram the menu of every scope in every language, and what the bot is. Failing is only logged. */
export async function publishMenu(bot: Bot): Promise<void> {
  await publishForAdmins(bot);
  for (const language of languages) {
    // What is set without a language is for everybody whose own is not set.
    const tag = language === 'zh' ? {} : { language_code: language };
    const texts = textsIn(language);
    for (const { type, shows } of scopes) {
      const menu = menuOf([shows], texts, 0, bot);
      await call('setMyCommands', { commands: menu, scope: { type }, ...tag }, bot);
    }
    const city = language === 'zh' ? bot.city.name : bot.city.english;
    await call('setMyDescription', { description: texts.about(city), ...tag }, bot);
    await call('setMyShortDescription', { short_description: texts.aboutShort(city), ...tag }, bot);
  }
}

/** The chats of the admins see their commands, too. One that never wrote to the bot is told of in the log. */
async function publishForAdmins(bot: Bot): Promise<void> {
  for (const chat of bot.settings.adminChatIds) {
    const shows: readonly Scope[] = [chat < 0 ? 'group-admin' : 'private', 'admin'];
    const menu = menuOf(shows, textsIn('zh'), chat, bot);
    const outcome = await bot.api.call('setMyCommands', {
      commands: menu,
      scope: { type: 'chat', chat_id: chat },
    });
    if (outcome.kind !== 'done') {
      bot.log.warn({ chat }, 'ADMIN_CHAT_IDS: the bot cannot write there yet; send it /start from that chat');
    }
  }
}

function menuOf(shows: readonly Scope[], texts: Texts, chat: number, bot: Bot): object[] {
  return commands
    .filter(
      ({ scopes, isOffered }) =>
        scopes.some((scope) => shows.includes(scope)) && isOffered?.(bot, chat) !== false,
    )
    .map(({ name }) => ({ command: name, description: texts.menu[name] }));
}

async function call(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  { api, log }: Bot,
): Promise<void> {
  const outcome = await api.call(method, payload);
  if (outcome.kind !== 'done') log.warn({ method, outcome: outcome.kind }, 'menu could not be set');
}
