import type { Lookup, Subject } from '../../city/directory.js';
import type { Rule } from '../../subscribers/wish.js';
import type { Command } from '../command.js';
import { ruleLabel, subjectLabel } from '../labels.js';
import { type Button, type Reply, say } from '../reply.js';
import type { Bot, Request } from '../request.js';
import { fmt, tidy } from '../rich-text.js';
import { encodeRule, ruleOf } from '../rule-codec.js';
import { subjectsScreen, subscribeButtons } from '../screens.js';
import { subscribe } from '../subscribe.js';

const maxWordsLength = 200;
const shortestKeyword = 2;
/** Words that are left over are one keyword; longer ones never occur in a story. */
export const longestKeyword = 30;

/** `/subscribe 金水区`, `/subscribe 金水区 教育`, `/subscribe 地铁`; alone it shows the districts. */
export const subscribeCommand: Command = {
  name: 'subscribe',
  scopes: ['private', 'group-admin'],
  isForChatAdmins: true,
  run: async (request, words, bot) => {
    if (words === '') return [districts(request, bot)];
    const called = calledKeyword(words);
    if (called !== undefined) return subscribeKeyword(called, request, bot);
    const { subjects, rest } = bot.directory.parse(words.slice(0, maxWordsLength));
    const unclear = subjects.find((lookup) => lookup.kind !== 'found');
    if (unclear !== undefined) return [whichOne(unclear, words, request, bot)];
    const found = subjects.flatMap((lookup) => (lookup.kind === 'found' ? [lookup.subject] : []));
    const keyword = rest.join(' ');
    if (keyword !== '') return [keywordReply(keyword, found, request, bot)];
    if (found.length === 0) return [districts(request, bot)];
    const joined = joinedRules(found);
    return joined === undefined
      ? subscribe(found.map(ruleOf), request, bot)
      : [askBoth(found, joined, request, bot)];
  },
};

function districts(request: Request, bot: Bot): Reply {
  const rules = request.subscriber?.wish.rules ?? [];
  return { kind: 'message', screen: subjectsScreen('district', rules, request, bot) };
}

/** The subjects that may be meant; or the words themselves, as a keyword. */
function whichOne(lookup: Lookup, words: string, request: Request, bot: Bot): Reply {
  const choices =
    lookup.kind === 'choices' ? lookup.choices : lookup.kind === 'unknown' ? lookup.nearest : [];
  const keyword = keywordOf(words);
  const alone = keyword === undefined ? [] : [[keywordButton(keyword, request, bot)]];
  return say(fmt(request.texts.whichOne(tidy(words, 40))), [
    ...subscribeButtons(choices.slice(0, 9), request, bot),
    ...alone,
  ]);
}

/** One district with one topic is meant as both at once, or as either: the reader is asked. */
function joinedRules(found: readonly Subject[]): Rule | undefined {
  const [one, other, more] = found;
  if (one === undefined || other === undefined || more !== undefined || one.kind === other.kind)
    return undefined;
  return { ...ruleOf(one), ...ruleOf(other) };
}

function askBoth(found: readonly Subject[], joined: Rule, request: Request, { city, directory }: Bot): Reply {
  const { texts, language } = request;
  const name = (kind: Subject['kind']) =>
    found
      .filter((subject) => subject.kind === kind)
      .map((subject) => subjectLabel(subject, city, language))
      .join('');
  const both = texts.bothOf(found.map((subject) => subjectLabel(subject, city, language)).join(' + '));
  const asked = texts.askBoth(texts.joinedAs(name('district'), name('topic')), both);
  const each = found.map((subject) => encodeRule(ruleOf(subject), directory)).join(',');
  return say(fmt(asked.text), [
    [{ label: asked.conjunction, data: `a:${encodeRule(joined, directory)}` }],
    [{ label: asked.both, data: `a:${each}` }],
  ]);
}

/** `关键词 地铁`, `keyword: metro`, `“地铁”`: plainly a keyword, even where a district is called so. */
function calledKeyword(words: string): string | undefined {
  const [, after, quoted] = /^(?:(?:关键词|keyword)\s*[:：]?\s*(.+)|["“「](.+)["”」])$/iu.exec(words) ?? [];
  return after ?? quoted;
}

function subscribeKeyword(words: string, request: Request, bot: Bot): Promise<readonly Reply[]> {
  const keyword = keywordOf(words);
  return keyword === undefined
    ? Promise.resolve([badKeyword(request)])
    : subscribe([{ keyword }], request, bot);
}

/** The words as a keyword; undefined where they are too short or too long to occur in stories. */
function keywordOf(words: string): string | undefined {
  const keyword = tidy(words, longestKeyword + 1);
  return [...keyword].length < shortestKeyword || keyword.length > longestKeyword ? undefined : keyword;
}

function badKeyword({ texts }: Request): Reply {
  return say(fmt(texts.notThatWord), [[{ label: texts.buttons.chooseDistrict, data: 'go:subscribe' }]]);
}

/** Words that name nothing may be a keyword, beside names or within one; the nearest names are offered too. */
function keywordReply(words: string, found: readonly Subject[], request: Request, bot: Bot): Reply {
  const { texts, language } = request;
  const keyword = keywordOf(words);
  if (keyword === undefined) return badKeyword(request);
  const code = (rule: Rule) => encodeRule(rule, bot.directory);
  const within = found.map((subject) => {
    const rule = { ...ruleOf(subject), keyword };
    return [{ label: ruleLabel(rule, bot.city, language), data: `a:${code(rule)}` }];
  });
  const each = [...found.map(ruleOf), { keyword }].map(code).join(',');
  const names = found.map((subject) => subjectLabel(subject, bot.city, language));
  const all = { label: texts.bothOf([...names, `“${keyword}”`].join(' + ')), data: `a:${each}` };
  const offers =
    found.length > 0
      ? [...within, [all]]
      : [[keywordButton(keyword, request, bot)], ...nearestButtons(words, request, bot)];
  return say(fmt(texts.askKeyword(keyword)), offers);
}

function keywordButton(keyword: string, { texts }: Request, { directory }: Bot): Button {
  return { label: texts.subscribeKeyword(keyword), data: `a:${encodeRule({ keyword }, directory)}` };
}

function nearestButtons(words: string, request: Request, bot: Bot) {
  const lookup = bot.directory.find(words);
  const nearest =
    lookup.kind === 'unknown' ? lookup.nearest : lookup.kind === 'choices' ? lookup.choices : [];
  return subscribeButtons(nearest.slice(0, 6), request, bot);
}
