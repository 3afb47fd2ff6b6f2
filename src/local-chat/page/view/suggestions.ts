import type { InlineResults, VisibleCommands } from '../../page-protocol.js';
import type { Chat, Model } from '../model/model.js';
import { act } from '../server.js';
import type { Choice, Picker } from './picker.js';

/** Lists what fits what is being typed: commands after `/`, stories after `@bot`. */
export interface Suggestions {
  /** Follows what stands in the field. */
  follow(chat: Chat, typed: string): void;
  /** Shows all commands, or hides the list. */
  toggleCommands(chat: Chat): void;
  /** Asks anew which commands there are in a chat. */
  reloadCommands(chat: Chat): Promise<void>;
}

/** What is done with what was chosen. */
export interface Chosen {
  send(text: string): void;
  /** A result of inline mode was sent: the field is to be emptied. */
  clear(): void;
}

/** Waits that long for the next letter before it asks the bot. */
const inlineDelayMs = 250;

/** Makes the suggestions that `list` shows. */
export function suggestions(model: Model, list: Picker, chosen: Chosen): Suggestions {
  let commands: VisibleCommands = [];
  let asking = 0;
  /** The inline query that stands in the field. */
  let last: string | undefined;

  const showCommands = (chat: Chat, typed: string) => {
    const address = chat.kind === 'private' ? '' : `@${model.bot.username}`;
    const fitting = commands.filter(({ command }) => command.startsWith(typed));
    const choices = fitting.map(({ command, description }) => ({
      title: `/${command}`,
      description,
      choose: () => chosen.send(`/${command}${address}`),
    }));
    list.show('commands', choices);
  };
  const showInline = async (chat: Chat, query: string, offset: string, before: readonly Choice[]) => {
    const found = await act<InlineResults>({ kind: 'inline', user: chat.speaker, query, offset });
    if (found === undefined || last !== query) return;
    const results = found.results.map(({ title, description }, index) => ({
      title,
      description,
      choose: () => {
        chosen.clear();
        const result = before.length + index;
        void act({ kind: 'choose', user: chat.speaker, chat: chat.id, query, result });
      },
    }));
    const all = [...before, ...results];
    const more = () => void showInline(chat, query, found.nextOffset, all);
    const hasMore = found.nextOffset !== '' && results.length > 0;
    list.show('results', hasMore ? [...all, { title: '更多…', description: '', choose: more }] : all);
  };
  return {
    follow(chat, typed) {
      clearTimeout(asking);
      const command = /^\/([a-z0-9_]*)$/i.exec(typed)?.[1];
      const query = inlineQuery(typed, model.bot.username);
      last = query;
      if (command !== undefined) showCommands(chat, command.toLowerCase());
      else if (query !== undefined)
        asking = setTimeout(() => void showInline(chat, query, '', []), inlineDelayMs);
      else list.hide();
    },
    toggleCommands(chat) {
      if (list.isOpen()) list.hide();
      else showCommands(chat, '');
    },
    async reloadCommands(chat) {
      const found = await act<VisibleCommands>({ kind: 'commands', user: chat.speaker, chat: chat.id });
      if (chat.id === model.open) commands = found ?? [];
    },
  };
}

/** The words after `@bot `; `undefined` where the field begins otherwise. */
function inlineQuery(typed: string, username: string): string | undefined {
  const start = `@${username} `.toLowerCase();
  return typed.toLowerCase().startsWith(start) ? typed.slice(start.length).trim() : undefined;
}
