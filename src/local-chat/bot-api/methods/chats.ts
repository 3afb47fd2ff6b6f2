import type { Call, Method, ServerState } from '../method.js';
import { integer, text } from '../parameters.js';
import { findChat, whyUnreachable } from '../reach.js';
import { impossible, malformed } from '../refusal.js';
import type { ApiUser } from '../types.js';
import type { ChatRecord, Rank } from '../world.js';

/** https://core.telegram.org/bots/api#getchat */
export const getChat: Method = (state, call) => ({
  ...known(state, call).info,
  accent_color_id: 0,
  max_reaction_count: 11,
});

/** https://core.telegram.org/bots/api#getchatmember */
export const getChatMember: Method = (state, call) => {
  const chat = known(state, call);
  const id = integer(call.parameters, 'user_id');
  if (id === undefined) throw malformed('invalid user_id specified');
  if (id === state.world.bot.id) return { user: state.world.bot, status: botStatus(chat) };
  const user = state.world.users.get(id);
  if (user === undefined) throw impossible('PARTICIPANT_ID_INVALID');
  return member(user, chat.info.type === 'private' ? 'member' : chat.members.get(id));
};

/** https://core.telegram.org/bots/api#getchatadministrators */
export const getChatAdministrators: Method = (state, call) => {
  const chat = known(state, call);
  if (chat.info.type === 'private') throw impossible('there are no administrators in the private chat');
  const administrators = [...chat.members].flatMap(([id, rank]) => {
    const user = state.world.users.get(id);
    return user && rank !== 'member' ? [member(user, rank)] : [];
  });
  const own = chat.botRank === 'administrator' ? [{ user: state.world.bot, status: 'administrator' }] : [];
  return [...administrators, ...own];
};

/** https://core.telegram.org/bots/api#getchatmembercount */
export const getChatMemberCount: Method = (state, call) => {
  const chat = known(state, call);
  return chat.info.type === 'private' ? 2 : chat.members.size + 1;
};

/** https://core.telegram.org/bots/api#leavechat */
export const leaveChat: Method = (state, call) => {
  const chat = known(state, call);
  if (chat.info.type === 'private') throw impossible("chat member status can't be changed in private chats");
  chat.access = { kind: 'left' };
  state.events.emit({ kind: 'chat', chat: chat.info.id });
  return true;
};

/** https://core.telegram.org/bots/api#getfile */
export const getFile: Method = ({ world }, { parameters }) => {
  const id = text(parameters, 'file_id') ?? '';
  const file = world.files.get(id);
  if (file === undefined) throw impossible('invalid file_id');
  const { file_id, file_unique_id, file_size } = file.document;
  return { file_id, file_unique_id, file_size, file_path: `documents/${file_id}` };
};

/** Chats that the bot knows but cannot write to can still be looked at, if they are private. */
function known(state: ServerState, { parameters }: Call): ChatRecord {
  const chat = findChat(state.world, parameters, state.isAnyChatKnown);
  const isClosed = ['kicked', 'left', 'migrated', 'deleted'].includes(chat.access.kind);
  const refusal = isClosed ? whyUnreachable(chat) : undefined;
  if (refusal) throw refusal;
  return chat;
}

function botStatus(chat: ChatRecord): string {
  if (chat.access.kind === 'kicked') return 'kicked';
  return chat.access.kind === 'left' ? 'left' : chat.botRank;
}

function member(user: ApiUser, rank: Rank | undefined) {
  return { user, status: rank ?? 'left', ...(rank === 'creator' && { is_anonymous: false }) };
}
