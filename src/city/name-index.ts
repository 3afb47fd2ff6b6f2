import type { City, District, Topic } from './city.js';
import type { Subject } from './directory.js';
import { districtStem, foldName, isHan, syllablesOf } from './fold-name.js';

/** Folded names, each with all the subjects that it can mean. */
export type Names = ReadonlyMap<string, ReadonlySet<Subject>>;

/** Names being collected. */
export type NamesDraft = Map<string, Set<Subject>>;

/** The names of a city's districts and topics, from the surest to the least sure. */
export interface NameIndex {
  readonly subjects: ReadonlyMap<District | Topic, Subject>;
  /** Names, official names, aliases, slugs, ids, with and without 区, 市, 县. */
  readonly written: Names;
  /** The Chinese ones of them in pinyin. */
  readonly pinyin: Names;
  /** First letters of the pinyin: `js`, `jsq`. */
  readonly initials: Names;
}

/** Lets a folded name mean a subject, besides what it means already. */
export function addName(draft: NamesDraft, name: string, subject: Subject): void {
  const key = foldName(name);
  const subjects = draft.get(key);
  if (subjects !== undefined) subjects.add(subject);
  else if (key !== '') draft.set(key, new Set([subject]));
}

/** What a district is called in Chinese: its names and aliases, each with and without its ending. */
function chineseNames({ name, official, aliases }: District): readonly string[] {
  const given = [name, official, ...aliases].filter((each) => isHan(each));
  return [...new Set(given.flatMap((each) => [each, districtStem(each)]))];
}

function otherNames({ english, aliases, slug }: District): readonly string[] {
  const short = english.replace(/ (?:New )?(?:District|County|City)$/u, '');
  return [slug, english, short, ...aliases.filter((each) => !isHan(each))];
}

/** Initials only of what is short: nobody types ten letters for 郑州经济技术开发区. */
const longestWithInitials = 5;

function addSounds(index: Record<'pinyin' | 'initials', NamesDraft>, name: string, subject: Subject): void {
  const syllables = syllablesOf(name);
  addName(index.pinyin, syllables.join(''), subject);
  if (syllables.length > longestWithInitials) return;
  addName(index.initials, syllables.map((syllable) => syllable.charAt(0)).join(''), subject);
}

/** The slug tells how a name with two readings is read here; the ending comes from the written name. */
function slugWithEnding({ slug, name }: District): string {
  return slug + syllablesOf(name.slice(districtStem(name).length)).join('');
}

/** Collects the names of a city's districts and topics. */
export function indexNames(city: City): NameIndex {
  const subjects = new Map<District | Topic, Subject>();
  const index = { written: new Map(), pinyin: new Map(), initials: new Map() } satisfies Record<
    string,
    NamesDraft
  >;
  for (const district of city.districts) {
    const subject: Subject = { kind: 'district', name: district.name };
    subjects.set(district, subject);
    for (const name of [...chineseNames(district), ...otherNames(district)])
      addName(index.written, name, subject);
    for (const name of chineseNames(district)) addSounds(index, name, subject);
    addName(index.pinyin, slugWithEnding(district), subject);
  }
  for (const topic of city.topics) {
    const subject: Subject = { kind: 'topic', id: topic.id };
    subjects.set(topic, subject);
    for (const name of [topic.id, topic.name.zh, topic.name.en, ...topic.aliases])
      addName(index.written, name, subject);
    addSounds(index, topic.name.zh, subject);
    for (const name of topic.aliases.filter(isHan))
      addName(index.pinyin, syllablesOf(name).join(''), subject);
  }
  return { subjects, ...index };
}
