import type { Incoming } from './incoming.js';
import { textsIn } from './language.js';
import { type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { respond } from './respond.js';
import { bold, fmt, join, tidy } from './rich-text.js';
import { nextSteps, rulesLabel, subjectsScreen } from './screens.js';

/** The bot was added, blocked, removed, or let in again. */
export async function noteStanding(
  { before, after, chatKind, title }: Extract<Incoming, { kind: 'standing' }>,
  request: Request,
  bot: Bot,
): Promise<void> {
  if (after === 'out') return block(request, bot);
  const wasBlocked = await reactivate(request, bot);
  if (before === 'in' || (chatKind === 'private' && !wasBlocked)) return;
  await respond(greeting(chatKind, title, wasBlocked, request, bot), request, bot);
}

async function block({ address, chatKind, now }: Request, bot: Bot): Promise<void> {
  const reason = chatKind === 'private' ? 'blocked' : 'kicked';
  await bot.subscribers.changeLedger(address, (entry) =>
    entry.state === 'blocked'
      ? entry
      : { ...entry, state: 'blocked', blocked: { reason, at: now.toISOString() } },
  );
}

/** Who writes to us, or lets us in, can be written to: the subscriptions are back. True if they had been away. */
export async function reactivate({ address, subscriber }: Request, bot: Bot): Promise<boolean> {
  if (subscriber?.ledger.state !== 'blocked') return false;
  await bot.subscribers.changeLedger(address, ({ blocked: _, ...entry }) => ({ ...entry, state: 'active' }));
  return true;
}

function greeting(
  chatKind: Request['chatKind'],
  title: string,
  wasBlocked: boolean,
  request: Request,
  bot: Bot,
): readonly Reply[] {
  const { texts, subscriber, language, person } = request;
  const rules = subscriber?.wish.rules ?? [];
  if (wasBlocked && rules.length > 0) {
    const names = texts.welcomeAgain(rulesLabel(rules, bot.city, language, texts.none));
    return [say(join([fmt(texts.welcomeBack), fmt(names)], '\n'), nextSteps(texts))];
  }
  switch (chatKind) {
    case 'private':
      return [];
    case 'group': {
      const greet = texts.greetGroup(bot.name);
      const { buttons = [] } = subjectsScreen('district', rules, request, bot);
      return [say(join([bold(greet.title), fmt(greet.body)], '\n'), buttons)];
    }
    case 'channel': {
      // Not into the channel, where everybody would read it: to who added us, if they ever wrote to us.
      const words = textsIn(request.language).greetChannel(tidy(title, 60), bot.name);
      return [{ kind: 'note', chat: person.id, screen: { text: fmt(words) } }];
    }
  }
}
