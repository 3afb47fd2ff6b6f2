import { isRecord, type Parameters, structure, text } from './parameters.js';
import { malformed } from './refusal.js';
import type { ApiCommand, ApiUser } from './types.js';

/** Under which key the commands of a scope and language are kept. */
export function commandKey(scope: string, language: string): string {
  return `${scope}/${language}`;
}

/** The commands that somebody sees in a chat: the narrowest scope that has some, their language before all others. */
export function visibleCommands(
  commands: ReadonlyMap<string, readonly ApiCommand[]>,
  user: ApiUser,
  chat: { readonly id: number; readonly isPrivate: boolean; readonly isAdministrator: boolean },
): readonly ApiCommand[] {
  const scopes = [
    ...(chat.isPrivate ? [] : [`chat_member:${chat.id}:${user.id}`]),
    ...(chat.isPrivate || !chat.isAdministrator ? [] : [`chat_administrators:${chat.id}`]),
    `chat:${chat.id}`,
    ...(chat.isPrivate || !chat.isAdministrator ? [] : ['all_chat_administrators']),
    chat.isPrivate ? 'all_private_chats' : 'all_group_chats',
    'default',
  ];
  for (const scope of scopes)
    for (const language of [user.language_code?.slice(0, 2) ?? '', '']) {
      const found = commands.get(commandKey(scope, language));
      if (found && found.length > 0) return found;
    }
  return [];
}

/** Reads a list of commands; refuses names and descriptions that Telegram refuses. */
export function readCommands(given: unknown): ApiCommand[] {
  if (!Array.isArray(given)) throw malformed("can't parse bot commands: expected an Array");
  if (given.length > 100) throw malformed('BOT_COMMANDS_TOO_MUCH');
  return given.map((entry) => {
    const { command, description } = isRecord(entry) ? entry : {};
    const name = String(command ?? '').replace(/^\//, '');
    if (!/^[a-z0-9_]{1,32}$/.test(name)) throw malformed('BOT_COMMAND_INVALID');
    if (typeof description !== 'string' || description.length < 1 || description.length > 256)
      throw malformed('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command: name, description };
  });
}

/** Reads for whom the commands are, as a text such as `chat:5`. */
export function readScope(parameters: Parameters): string {
  const given = structure(parameters, 'scope');
  if (given === undefined) return 'default';
  const { type, chat_id, user_id } = isRecord(given) ? given : {};
  switch (type) {
    case 'default':
    case 'all_private_chats':
    case 'all_group_chats':
    case 'all_chat_administrators':
      return type;
    case 'chat':
    case 'chat_administrators':
      if (chat_id !== undefined) return `${type}:${chat_id}`;
      break;
    case 'chat_member':
      if (chat_id !== undefined && user_id !== undefined) return `${type}:${chat_id}:${user_id}`;
  }
  throw malformed("can't parse BotCommandScope: Unsupported type specified");
}

/** Reads the language that something is for: two letters, or `''` for all others. */
export function readLanguage(parameters: Parameters): string {
  const language = text(parameters, 'language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language)) throw malformed('LANG_CODE_INVALID');
  return language;
}
