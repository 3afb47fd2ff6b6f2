import type { MovableClock } from '../calendar/movable-clock.js';
import { nextSlotAfter } from '../calendar/slots.js';
import type { BotApiServer } from './bot-api/bot-api-server.js';
import { visibleCommands } from './bot-api/commands.js';
import { isRecord } from './bot-api/parameters.js';
import type { InlineResult, InlineResults, PageAct, PageClock } from './page-protocol.js';
import { addResident } from './scene.js';

/** What the acts of a visitor work on. */
export interface PageStage {
  readonly server: BotApiServer;
  readonly clock: MovableClock;
  readonly zone: string;
  readonly morning: string;
}

type Results = readonly Readonly<Record<string, unknown>>[];

/** Carries out what a visitor does. Unknown chats, people and buttons throw. */
export function pageActs({ server, clock, zone, morning }: PageStage): (act: PageAct) => Promise<unknown> {
  const offered = new Map<number, Results>();
  const inline = async (user: number, query: string, offset: string): Promise<InlineResults> => {
    const answer = await server.inlineQuery(user, query, offset);
    const before = offset === '' ? [] : (offered.get(user) ?? []);
    offered.set(user, [...before, ...(answer?.results ?? [])]);
    return {
      results: (answer?.results ?? []).map(describe),
      nextOffset: answer?.nextOffset ?? '',
      button: answer?.button
        ? { text: String(answer.button['text']), payload: String(answer.button['start_parameter'] ?? '') }
        : null,
    };
  };
  return async (act) => {
    switch (act.kind) {
      case 'say':
        return said(server, act);
      case 'press':
        return (await server.press(act.user, act.chat, act.message, `=${act.data}`)) ?? null;
      case 'inline':
        return inline(act.user, act.query, act.offset);
      case 'choose': {
        const result = offered.get(act.user)?.[act.result];
        if (result) server.chooseInlineResult(act.user, act.chat, result, act.query);
        return result !== undefined;
      }
      case 'commands':
        return commandsFor(server, act.user, act.chat);
      case 'resident':
        return addResident(server, act.name.trim().slice(0, 64) || '新邻居', act.language);
      case 'access':
        return changeAccess(server, act.user, act.chat, act.isOpen);
      case 'migrate':
        return server.migrate(act.chat);
      case 'clock':
        clock.moveTo(destination(clock.now(), act.to, morning, zone));
        return true;
    }
  };
}

/** The clock as the page shows it. */
export function pageClock({ clock, zone, morning }: PageStage): PageClock {
  return { nowMs: clock.now().getTime(), zone, morning };
}

function destination(now: Date, to: 'morning' | 'hour' | number, morning: string, zone: string): Date {
  if (to === 'hour') return new Date(now.getTime() + 3_600_000);
  if (to === 'morning')
    return nextSlotAfter({ times: [morning], weekdays: [0, 1, 2, 3, 4, 5, 6], zone }, now) ?? now;
  return new Date(to);
}

function said(
  server: BotApiServer,
  { user, chat, text, replyTo }: Extract<PageAct, { kind: 'say' }>,
): number {
  const record = server.state.world.chats.get(chat);
  const reply = replyTo === undefined ? {} : { replyTo };
  const message =
    record?.info.type === 'channel' ? server.post(chat, text) : server.say(user, chat, text, reply);
  return message.message_id;
}

/** Blocks or unblocks the bot; takes it into a group or channel, or out of it. */
function changeAccess(server: BotApiServer, user: number, chat: number, isOpen: boolean): true {
  const isPrivate = chat > 0;
  if (isPrivate && isOpen) server.unblock(chat);
  else if (isPrivate) server.block(chat);
  else if (isOpen) server.joinBot(chat, user);
  else server.kickBot(chat, user);
  return true;
}

function commandsFor(server: BotApiServer, user: number, chat: number) {
  const { world, profile } = server.state;
  const person = world.users.get(user);
  const record = world.chats.get(chat);
  if (person === undefined || record === undefined) return [];
  const rank = record.members.get(user);
  return visibleCommands(profile.commands, person, {
    id: chat,
    isPrivate: record.info.type === 'private',
    isAdministrator: rank === 'creator' || rank === 'administrator',
  });
}

function describe(result: Readonly<Record<string, unknown>>): InlineResult {
  const content = result['input_message_content'];
  const text = isRecord(content) ? String(content['text'] ?? '') : '';
  return { title: String(result['title']), description: String(result['description'] ?? text) };
}
