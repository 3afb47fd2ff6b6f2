import type { TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { RunTrouble } from '../delivery/create-delivery.js';
import type { GateFinding } from '../delivery/delivery.js';
import { messageOf } from '../problem.js';
import { languages, textsIn } from './language.js';
import { bodyOf } from './message-body.js';
import { button, findingList, publishScreen } from './newsroom-screens.js';
import { pacedCall } from './paced-call.js';
import type { Screen } from './reply.js';
import type { Bot } from './request.js';
import { bold, fmt, join, tidy } from './rich-text.js';
import type { Texts } from './texts/texts.js';

const maxShown = 8;

/** Tells every admin chat what an editor should look at, errors first; notes are for `check` only. */
export async function tellFindings(findings: readonly Finding[], bot: Bot): Promise<void> {
  const grave = findings
    .filter(({ severity }) => severity !== 'note')
    .sort((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'));
  if (grave.length === 0) return;
  await tell(bot, ({ admins }) => {
    const lines = grave
      .slice(0, maxShown)
      .map((finding) =>
        fmt(`${tidy(finding.file, 120)}:${finding.line}: ${tidy(admins.findingWords(finding), 320)}`),
      );
    const rest = grave.length > maxShown ? [fmt(admins.moreFindings(grave.length - maxShown))] : [];
    return { text: join([bold(admins.findings(grave.length)), ...lines, ...rest], '\n') };
  });
}

/**
 * Tells every admin chat that articles came, were corrected, or wait for their day, and asks about urgent ones: these go
 * out at once only by an admin's word.
 */
export async function tellTakenIn({ released, corrected, pending }: TakeIn, bot: Bot): Promise<void> {
  if (released.length + corrected.length + pending.length === 0) return;
  const headlines = [...released.map(({ article }) => article), ...corrected]
    .slice(0, maxShown)
    .map(({ headline, summary }) => fmt(`· ${tidy(headline || summary, 60)}`));
  await tell(bot, ({ admins }) => ({
    text: join([bold(admins.takenIn(released.length, corrected.length, pending.length)), ...headlines], '\n'),
  }));
  const urgent = released.filter(
    ({ article, addedDistricts }) => article.urgent && addedDistricts === undefined,
  );
  for (const { article } of urgent.slice(0, maxShown))
    await tell(bot, (texts) => publishScreen(article, { texts, now: bot.clock.now() }, bot));
}

/** Asks the admins about a scheduled run that was held: they may send it, or leave it. */
export async function askAboutRun(findings: readonly GateFinding[], due: number, bot: Bot): Promise<void> {
  await tell(bot, (texts) => {
    const { runHeld, buttons } = texts.admins;
    const choice = [
      button(buttons.runNow, 'run'),
      button(buttons.preview, 'preview'),
      button(buttons.cancel, 'cancel'),
    ];
    return { text: findingList(runHeld(due), findings, texts), buttons: [choice] };
  });
}

/** Tells the admins that a run ended itself. */
export async function tellTrouble({ description }: RunTrouble, bot: Bot): Promise<void> {
  await tell(bot, ({ admins }) => ({ text: fmt(admins.runTrouble(tidy(description, 200))) }));
}

/** Every admin chat is told in its own language, when its turn has come. */
async function tell(bot: Bot, screen: (texts: Texts) => Screen | Promise<Screen>): Promise<void> {
  for (const chat of bot.settings.adminChatIds) {
    const body = { chat_id: chat, ...bodyOf(await screen(textsIn(await languageOfChat(chat, bot)))) };
    bot.notices.add(async () => {
      const { kind } = await pacedCall('sendMessage', chat, () => body, bot);
      if (kind === 'unreachable')
        bot.log.warn({ chat }, 'an admin cannot be told: has the chat started the bot?');
      return kind !== 'failed' && kind !== 'limited';
    });
  }
}

/** Trouble is told even while the store cannot be read. */
async function languageOfChat(chat: number, { subscribers, log }: Bot) {
  try {
    return (await subscribers.get({ chat, thread: null }))?.wish.language ?? languages[0] ?? 'zh';
  } catch (thrown) {
    log.warn({ chat, reason: messageOf(thrown) }, 'the language of an admin could not be read');
    return 'zh';
  }
}
