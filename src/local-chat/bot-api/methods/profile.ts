import { commandKey, readCommands, readLanguage, readScope } from '../commands.js';
import type { Method, ServerState } from '../method.js';
import { integer, isRecord, type Parameters, structure, text } from '../parameters.js';
import { malformed } from '../refusal.js';

/** https://core.telegram.org/bots/api#getme */
export const getMe: Method = ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
});

/** https://core.telegram.org/bots/api#setmycommands */
export const setMyCommands: Method = (state, { parameters }) => {
  const key = commandKey(readScope(parameters), readLanguage(parameters));
  state.profile.commands.set(key, readCommands(structure(parameters, 'commands')));
  return changed(state);
};

/** https://core.telegram.org/bots/api#getmycommands */
export const getMyCommands: Method = ({ profile }, { parameters }) =>
  profile.commands.get(commandKey(readScope(parameters), readLanguage(parameters))) ?? [];

/** https://core.telegram.org/bots/api#deletemycommands */
export const deleteMyCommands: Method = (state, { parameters }) => {
  state.profile.commands.delete(commandKey(readScope(parameters), readLanguage(parameters)));
  return changed(state);
};

/** https://core.telegram.org/bots/api#setmyname */
export const setMyName: Method = (state, { parameters }) =>
  setText(state, state.profile.names, parameters, 'name', 64);
/** https://core.telegram.org/bots/api#getmyname */
export const getMyName: Method = ({ profile, world }, { parameters }) => ({
  name: profile.names.get(readLanguage(parameters)) ?? profile.names.get('') ?? world.bot.first_name,
});

/** https://core.telegram.org/bots/api#setmydescription */
export const setMyDescription: Method = (state, { parameters }) =>
  setText(state, state.profile.descriptions, parameters, 'description', 512);
/** https://core.telegram.org/bots/api#getmydescription */
export const getMyDescription: Method = ({ profile }, { parameters }) => ({
  description: profile.descriptions.get(readLanguage(parameters)) ?? profile.descriptions.get('') ?? '',
});

/** https://core.telegram.org/bots/api#setmyshortdescription */
export const setMyShortDescription: Method = (state, { parameters }) =>
  setText(state, state.profile.shortDescriptions, parameters, 'short_description', 120);
/** https://core.telegram.org/bots/api#getmyshortdescription */
export const getMyShortDescription: Method = ({ profile }, { parameters }) => ({
  short_description:
    profile.shortDescriptions.get(readLanguage(parameters)) ?? profile.shortDescriptions.get('') ?? '',
});

/** https://core.telegram.org/bots/api#setchatmenubutton */
export const setChatMenuButton: Method = ({ profile }, { parameters }) => {
  const button = structure(parameters, 'menu_button') ?? { type: 'default' };
  if (!isRecord(button) || !['commands', 'web_app', 'default'].includes(String(button['type'])))
    throw malformed("can't parse menu button: wrong type");
  profile.menuButtons.set(integer(parameters, 'chat_id') ?? 0, button);
  return true;
};
/** https://core.telegram.org/bots/api#getchatmenubutton */
export const getChatMenuButton: Method = ({ profile }, { parameters }) =>
  profile.menuButtons.get(integer(parameters, 'chat_id') ?? 0) ?? { type: 'commands' };

function setText(
  state: ServerState,
  texts: Map<string, string>,
  parameters: Parameters,
  name: string,
  limit: number,
) {
  const value = text(parameters, name) ?? '';
  if (value.length > limit) throw malformed(`${name.toUpperCase()}_TOO_LONG`);
  texts.set(readLanguage(parameters), value);
  return changed(state);
}

function changed(state: ServerState): true {
  state.events.emit({ kind: 'profile' });
  return true;
}
