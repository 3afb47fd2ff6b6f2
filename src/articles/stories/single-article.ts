import type { FrontMatter } from '../front-matter.js';
import type { PageUnits } from '../paragraphs/unit.js';
import { placeUnits } from './place-units.js';
import type { Placed } from './placed.js';
import type { RawStory } from './story.js';

/** A file whose front matter names a headline is one article: its headings are sections, nothing is cut. */
export function readSingleArticle(matter: FrontMatter, units: PageUnits, line: number): readonly RawStory[] {
  const placed = placeUnits(units);
  const own = (text: string) => text.replace(/\s/gu, '');
  const [first] = placed;
  const repeats = first?.role === 'title' && own(first.unit.text) === own(matter.headline ?? '');
  const body: readonly Placed[] = [...statedPeople(matter, line), ...(repeats ? placed.slice(1) : placed)];
  return [
    {
      headline: (matter.headline ?? '').trim(),
      kicker: matter.kicker ?? '',
      subheadline: matter.subheadline ?? '',
      line: repeats ? (first?.unit.line ?? line) : line,
      level: 1,
      isBrief: false,
      body,
    },
  ];
}

/** Reporters and correspondents of the front matter as a byline, and its `photo: true` as a picture. */
function statedPeople(matter: FrontMatter, line: number): readonly Placed[] {
  const unit = {
    line,
    level: 9,
    boldLead: '',
    isIndented: false,
    isQuote: false,
    kind: 'text' as const,
  };
  const roles = [
    matter.reporters?.length ? `记者 ${matter.reporters.join('、')}` : '',
    matter.correspondents?.length ? `通讯员 ${matter.correspondents.join('、')}` : '',
  ].filter((role) => role !== '');
  const byline: readonly Placed[] =
    roles.length === 0 ? [] : [{ role: 'byline', unit: { ...unit, text: roles.join(' ') } }];
  const photo: readonly Placed[] =
    matter.photo === true ? [{ role: 'image', unit: { ...unit, kind: 'image', text: '' } }] : [];
  return [...byline, ...photo];
}
