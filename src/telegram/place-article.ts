import type { ArchivedArticle } from '../archive/archive.js';
import { districtButtonLabel, districtLabel } from './labels.js';
import { button, titleOf } from './newsroom-screens.js';
import { inRows } from './render/digest.js';
import type { Button, Screen } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt } from './rich-text.js';
import { subjectsInRow } from './screens.js';

/** Telegram's limit of a button's callback data. */
const maxDataBytes = 64;

/** Asks which districts an article belongs to. The draft stands in the buttons: nothing is changed before the last one. */
export function placeScreen(
  article: ArchivedArticle,
  draft: readonly string[],
  { texts, language }: Request,
  { city, directory }: Bot,
): Screen {
  const { admins } = texts;
  const codeOf = (names: readonly string[]) =>
    `${article.id}:${names.map((name) => directory.slugOf(name)).join('.')}`;
  const toggles = city.districts.map(({ name }): Button => {
    const isOn = draft.includes(name);
    const next = isOn ? draft.filter((other) => other !== name) : [...draft, name];
    const label = `${isOn ? '✓ ' : ''}${districtButtonLabel(name, city, language)}`;
    return button(label, `draft:${codeOf(next)}`);
  });
  const fitting = toggles.filter(fitsLimit);
  return {
    text: fmt(admins.placeAsk(titleOf(article), placesLabel(draft, { texts, language }, { city }))),
    buttons: [
      ...inRows(fitting, subjectsInRow[language]),
      [button(admins.buttons.placed, `place:${codeOf(draft)}`), button(admins.buttons.cancel, 'cancel')],
    ],
  };
}

/** The districts of a draft; undefined for what is none. */
export function readDraft(code: string, { directory }: Bot): readonly string[] | undefined {
  const names = code === '' ? [] : code.split('.').map((slug) => directory.districtOfSlug(slug));
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
}

/** Districts in words, the primary first. */
export function placesLabel(
  names: readonly string[],
  { texts, language }: Pick<Request, 'texts' | 'language'>,
  { city }: Pick<Bot, 'city'>,
): string {
  if (names.length === 0) return texts.wholeCity;
  return names.map((name) => districtLabel(name, city, language)).join(language === 'zh' ? '、' : ', ');
}

/** A district beyond what a button can carry is not offered. */
function fitsLimit(each: Button): boolean {
  return !('data' in each) || Buffer.byteLength(each.data) <= maxDataBytes;
}
