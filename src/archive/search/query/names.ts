import type { City } from '../../../city/city.js';
import type { Subject } from '../../../city/directory.js';
import { foldText } from '../fold.js';
import { districtToken, topicToken } from '../tokens.js';

/** What an article of a district or topic is known by. */
export interface Name {
  /** Its token in the index. */
  readonly token: string;
  /** Its label, `|金水区|`. */
  readonly label: string;
  readonly subject: Subject;
  /** What readers know it by: 金水区, 教育. */
  readonly shown: string;
}

/** Names of districts and topics, folded, and what each means; those that mean several are left out. */
export type Names = ReadonlyMap<string, Name>;

const ending = /(?:新区|[区县市])$/u;

/**
 * Lists all names under which a district or topic is known: with and without 区/市/县, aliases, the slug. The directory finds
 * more (slips, initials), but takes its time; this is looked at for every word of every query.
 */
export function listNames(city: City): Names {
  const names = new Map<string, Name | undefined>();
  const add = (text: string, name: Name) => {
    const folded = foldText(text);
    if (folded.length < 2) return;
    names.set(folded, names.has(folded) && names.get(folded)?.label !== name.label ? undefined : name);
  };
  for (const { name, official, english, slug, aliases } of city.districts)
    for (const text of [name, official, english, slug, ...aliases].flatMap((each) => [
      each,
      each.replace(ending, ''),
    ]))
      add(text, {
        token: districtToken(name),
        label: `|${name}|`,
        subject: { kind: 'district', name },
        shown: name,
      });
  for (const { id, name, aliases } of city.topics)
    for (const text of [name.zh, name.en, ...aliases])
      add(text, { token: topicToken(id), label: `|${id}|`, subject: { kind: 'topic', id }, shown: name.zh });
  return new Map([...names].flatMap(([text, name]) => (name === undefined ? [] : [[text, name] as const])));
}
