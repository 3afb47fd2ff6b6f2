import type { Subject } from '../city/directory.js';
import type { Rule } from '../subscribers/wish.js';
import { keywordIn } from './keyword.js';
import { joinedLabel, ruleLabel } from './labels.js';
import { type Button, type Reply, say } from './reply.js';
import type { Bot, Request } from './request.js';
import { fmt, tidy } from './rich-text.js';
import { encodeRule, ruleOf } from './rule-codec.js';
import { subscribeButtons } from './screens.js';
import { isAmbiguous } from './written-wish.js';

const mostChoices = 9;
/** Telegram's limit of a button's callback data. */
const maxDataBytes = 64;

/** What an unclear name may mean, each together with the rest of the wish; alone, the words may be a keyword too. */
export function askWhich(
  parts: readonly Rule[],
  unclear: readonly Subject[],
  words: string,
  request: Request,
  bot: Bot,
): Reply {
  const choices = unclear.slice(0, mostChoices);
  const keyword = parts.length === 0 ? keywordIn(words) : undefined;
  const offers =
    parts.length === 0
      ? subscribeButtons(choices, request, bot)
      : choices.map((choice) => [wholeButton([...parts, ruleOf(choice)], request, bot)]);
  const alone = keyword === undefined ? [] : [[keywordButton(keyword, request, bot)]];
  return question(request.texts.whichOne(tidy(words, 40)), [...offers, ...alone], request);
}

/** A place with a topic or a word is meant as both at once, or as either. */
export function askJoined(parts: readonly Rule[], request: Request, bot: Bot): Reply {
  const { texts } = request;
  const joined = joinedLabel(parts, bot.city, request.language);
  const each = { label: texts.eachOf(listLabel(parts, request, bot)), data: `a:${codeOf(parts, bot)}` };
  const asked = texts.askJoined(joined);
  return question(asked, [[wholeButton(parts, request, bot)], [each]], request);
}

/** A word that names nothing may be a keyword, or begin with a name; the nearest names are offered too. */
export function askKeyword(keyword: string, request: Request, bot: Bot): Reply {
  const lookup = bot.directory.find(keyword);
  const nearest =
    lookup.kind === 'unknown' ? lookup.nearest : lookup.kind === 'choices' ? lookup.choices : [];
  return question(
    request.texts.askKeyword(keyword),
    [
      [keywordButton(keyword, request, bot)],
      ...partsWithin(keyword, bot).map((parts) => [wholeButton(parts, request, bot)]),
      ...subscribeButtons(nearest.slice(0, 6), request, bot),
    ],
    request,
  );
}

/** `中牟消防` is 消防 in 中牟, if a reader says so; 金水河 is no place. At most one way to part the word, the longest name first. */
function partsWithin(word: string, { city, directory }: Bot): readonly (readonly Rule[])[] {
  if (city.lookalikes.some((name) => word.startsWith(name))) return [];
  for (let length = word.length - 2; length >= 2; length--) {
    const lookup = directory.find(word.slice(0, length));
    const keyword = keywordIn(word.slice(length));
    if (lookup.kind !== 'found' || lookup.isBySlip === true || keyword === undefined) continue;
    return [[ruleOf(lookup.subject), { keyword }]];
  }
  return [];
}

/** Subscribes to all parts, joined where that makes a difference. */
function wholeButton(parts: readonly Rule[], request: Request, bot: Bot): Button {
  const code = codeOf(parts, bot);
  return isAmbiguous(parts)
    ? { label: joinedLabel(parts, bot.city, request.language), data: `j:${code}` }
    : { label: listLabel(parts, request, bot), data: `a:${code}` };
}

function keywordButton(keyword: string, { texts }: Request, { directory }: Bot): Button {
  return { label: texts.subscribeKeyword(keyword), data: `a:${encodeRule({ keyword }, directory)}` };
}

function listLabel(parts: readonly Rule[], { language }: Request, { city }: Bot): string {
  return parts.map((part) => ruleLabel(part, city, language)).join(' + ');
}

function codeOf(parts: readonly Rule[], { directory }: Bot): string {
  return parts.map((part) => encodeRule(part, directory)).join(',');
}

/** The question, unless the wish is longer than its buttons can carry. */
function question(words: string, buttons: readonly (readonly Button[])[], { texts }: Request): Reply {
  const fits = buttons
    .flat()
    .every((button) => !('data' in button) || Buffer.byteLength(button.data) <= maxDataBytes);
  if (fits) return say(fmt(words), buttons);
  return say(fmt(texts.tooMuchAtOnce), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]]);
}
