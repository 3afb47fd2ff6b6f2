import type { IsoDate } from '../../../calendar/instant.js';
import type { TopicId } from '../../../city/city.js';
import type { Directory, Subject } from '../../../city/directory.js';
import { foldText, isHanCode, isLatinCode } from '../fold.js';
import { type DayRange, readDays } from './date-filter.js';
import type { Name, Names } from './names.js';

/** What a query asks for. */
export interface Query {
  readonly districts: readonly string[];
  readonly topics: readonly TopicId[];
  readonly days: DayRange;
  /** What was typed between spaces and punctuation, folded: `消防`, `5g网络`. */
  readonly parts: readonly string[];
  /** Whether it has the punctuation of a sentence: then not all of it is what is looked for. */
  readonly isSentence: boolean;
  /** Parts that name a district or topic: an article of it is meant too, whatever it is called there. */
  readonly names: Names;
}

/** What tells names of districts and topics. */
export interface NameTools {
  readonly directory: Directory;
  readonly names: Names;
}

/** Longer queries are cut: nobody remembers more of a headline, and each character costs time. */
const longestQuery = 400;
const longestPart = 40;
const mostParts = 10;

const filter =
  /(?:^|[\s,，。;；])(区县|区|區|主题|主題|日期|时间|district|topic|date)\s*[:：]\s*(?:"([^"]*)"|“([^”]*)”|([^\s;；]+))/giu;

/**
 * Takes filters (`区:` `主题:` `日期:` and their English forms) out of a query and folds what is left. A filter whose value is not
 * understood counts as words. Any text is safe.
 * @param today tells the day that it is in the city; asked for only where it matters.
 */
export function parseQuery(text: string, { directory, names }: NameTools, today: () => IsoDate): Query {
  const districts = new Set<string>();
  const topics = new Set<TopicId>();
  let days: DayRange = {};
  const tools = { directory, names };
  const add = (subject: Subject) =>
    void (subject.kind === 'district' ? districts.add(subject.name) : topics.add(subject.id));
  const words = text
    .slice(0, longestQuery)
    .replace(filter, (whole, name: string, quoted?: string, curly?: string, bare?: string) => {
      const value = quoted ?? curly ?? bare ?? '';
      if (/^(?:日期|时间|date)$/iu.test(name)) {
        const range = readDays(value, today());
        days = range ?? days;
        return range === undefined ? whole : ' ';
      }
      const subjects = subjectsOf(value, /^(?:主题|主題|topic)$/iu.test(name) ? 'topic' : 'district', tools);
      subjects.forEach(add);
      return subjects.length === 0 ? ` ${value} ` : ' ';
    });
  const parts = partsOf(words);
  return {
    districts: [...districts],
    topics: [...topics],
    days,
    parts,
    isSentence: sentence.test(words),
    names: namesIn(parts, names),
  };
}

function namesIn(parts: readonly string[], names: Names): Names {
  const found = new Map<string, Name>();
  for (const part of parts) {
    const name = names.get(part);
    if (name !== undefined) found.set(part, name);
  }
  return found;
}

/** The subjects of one kind that a filter's value names, several with commas between; ambiguous names give all they can mean. */
function subjectsOf(value: string, kind: Subject['kind'], tools: NameTools): Subject[] {
  return value
    .split(/[,，、|+]/u)
    .filter((name) => name !== '')
    .flatMap((name) => meaningsOf(name, tools))
    .filter((subject) => subject.kind === kind);
}

/** The directory knows places, slips and initials too, but must first learn how thousands of names sound. */
function meaningsOf(name: string, { directory, names }: NameTools): readonly Subject[] {
  const known = names.get(foldText(name));
  if (known !== undefined) return [known.subject];
  const found = directory.find(name);
  return found.kind === 'found' ? [found.subject] : found.kind === 'choices' ? found.choices : [];
}

const sentence = /[，。？！；,?!;]/u;

/** Signs inside of a number or a Latin word (`2.3`, `wi-fi`) do not part it. */
const separators = /(?:(?<![A-Za-z0-9])[.:/+-]|[.:/+-](?![A-Za-z0-9])|[^\p{L}\p{N}.:/+-])+/u;

/** Words as typed, folded; single letters that a parser spelled out (`5 G`) are one word. */
function partsOf(words: string): string[] {
  const joined = words.replace(/(?<![\p{L}\p{N}])[A-Za-z0-9](?: [A-Za-z0-9](?![A-Za-z0-9]))+/gu, (run) =>
    run.replaceAll(' ', ''),
  );
  const parts = joined
    .normalize('NFKC')
    .split(separators)
    .map((part) => foldText(part).slice(0, longestPart))
    .filter((part) => part !== '');
  return parts.slice(0, mostParts);
}

/** Cuts a part where Chinese and Latin meet: `5g网络` -> `5g`, `网络`. */
export function byScript(part: string): string[] {
  const runs: string[] = [];
  let kind = '';
  for (let at = 0; at < part.length; at++) {
    const code = part.charCodeAt(at);
    const its = isHanCode(code) ? 'han' : isLatinCode(code) ? 'latin' : 'other';
    if (its === kind) runs[runs.length - 1] += part.charAt(at);
    else runs.push(part.charAt(at));
    kind = its;
  }
  return runs;
}
