import type { Scope } from './command.js';
import { commands } from './commands/index.js';
import { languages, textsIn } from './language.js';
import type { Bot } from './request.js';

/** The Bot API's names of the scopes, with the commands that they show. */
const scopes = [
  { type: 'default', shows: 'private' },
  { type: 'all_private_chats', shows: 'private' },
  { type: 'all_group_chats', shows: 'group' },
  { type: 'all_chat_administrators', shows: 'group-admin' },
] as const satisfies readonly { readonly type: string; readonly shows: Scope }[];

/** Tells Telegram the menu of every scope in every language, and what the bot is. Failing is only logged. */
export async function publishMenu(bot: Bot): Promise<void> {
  for (const language of languages) {
    // What is set without a language is for everybody whose own is not set.
    const tag = language === 'zh' ? {} : { language_code: language };
    const texts = textsIn(language);
    for (const { type, shows } of scopes) {
      const menu = commands
        .filter((command) => command.scopes.includes(shows) && command.isOffered?.(bot) !== false)
        .map(({ name }) => ({ command: name, description: texts.menu[name] }));
      await call('setMyCommands', { commands: menu, scope: { type }, ...tag }, bot);
    }
    const city = language === 'zh' ? bot.city.name : bot.city.english;
    await call('setMyDescription', { description: texts.about(city), ...tag }, bot);
    await call('setMyShortDescription', { short_description: texts.aboutShort(city), ...tag }, bot);
  }
}

async function call(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  { api, log }: Bot,
): Promise<void> {
  const outcome = await api.call(method, payload);
  if (outcome.kind !== 'done') log.warn({ method, outcome: outcome.kind }, 'menu could not be set');
}
