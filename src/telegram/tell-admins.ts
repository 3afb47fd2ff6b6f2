import type { TakeIn } from '../archive/archive.js';
import type { Finding } from '../articles/article.js';
import type { RunTrouble } from '../delivery/create-delivery.js';
import type { GateFinding } from '../delivery/delivery.js';
import { textsIn } from './language.js';
import { bodyOf } from './message-body.js';
import { button, findingList } from './newsroom-screens.js';
import type { Screen } from './reply.js';
import type { Bot } from './request.js';
import { bold, fmt, join, type RichText, tidy } from './rich-text.js';

const maxShown = 8;

/** Tells every admin chat what an editor should look at, errors first; notes are for `check` only. */
export async function tellFindings(findings: readonly Finding[], bot: Bot): Promise<void> {
  const grave = findings
    .filter(({ severity }) => severity !== 'note')
    .sort((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'));
  if (grave.length === 0) return;
  const texts = textsIn('zh').admins;
  const lines = grave
    .slice(0, maxShown)
    .map(({ file, line, message, hint }) =>
      fmt([`${tidy(file, 120)}:${line}: ${tidy(message, 200)}${hint === '' ? '' : ` ${tidy(hint, 120)}`}`]),
    );
  const rest = grave.length > maxShown ? [fmt(texts.moreFindings(grave.length - maxShown))] : [];
  await tell(join([bold(texts.findings(grave.length)), ...lines, ...rest], '\n'), bot);
}

/** Tells every admin chat that articles came, were corrected, or wait for their day. */
export async function tellTakenIn({ released, corrected, pending }: TakeIn, bot: Bot): Promise<void> {
  if (released.length + corrected.length === 0) return;
  const texts = textsIn('zh').admins;
  const headlines = [...released.map(({ article }) => article), ...corrected]
    .slice(0, maxShown)
    .map(({ headline, summary }) => fmt(`· ${tidy(headline || summary, 60)}`));
  await tell(
    join([bold(texts.takenIn(released.length, corrected.length, pending.length)), ...headlines], '\n'),
    bot,
  );
}

/** Asks the admins about a scheduled run that was held: they may send it, or leave it. */
export async function askAboutRun(findings: readonly GateFinding[], due: number, bot: Bot): Promise<void> {
  const texts = textsIn('zh');
  const { runHeld, buttons } = texts.admins;
  const choice = [
    button(buttons.runNow, 'run'),
    button(buttons.preview, 'preview'),
    button(buttons.cancel, 'cancel'),
  ];
  await tell(findingList(runHeld(due), findings, texts), bot, [choice]);
}

/** Tells the admins that a run ended itself. */
export async function tellTrouble({ description }: RunTrouble, bot: Bot): Promise<void> {
  await tell(fmt(textsIn('zh').admins.runTrouble(tidy(description, 200))), bot);
}

async function tell(
  text: RichText,
  { settings, api, pace, log }: Bot,
  buttons: Screen['buttons'] = [],
): Promise<void> {
  for (const chat of settings.adminChatIds) {
    await pace.admit(chat, 'reader');
    const outcome = await api.call('sendMessage', { chat_id: chat, ...bodyOf({ text, buttons }) });
    if (outcome.kind === 'limited') pace.limited(chat, outcome.retryAfterS);
    else pace.accepted(chat);
    if (outcome.kind !== 'done') log.warn({ chat, outcome: outcome.kind }, 'an admin could not be told');
  }
}
