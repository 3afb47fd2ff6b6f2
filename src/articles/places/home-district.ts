import type { Gazetteer } from './gazetteer.js';
import { mentionsIn } from './mentions.js';

/** Where a paper lives says nothing of its stories; 中原 in a paper's name is the region. */
const ofThePaper = /地址|社址|邮编|号院|(?:晚|早|日|时|都市|商|周)?(?:报|讯|读)(?![\u4e00-\u9fff])/u;

/** A county's paper may be named after its river or hill, as a sub-district is: `索河周末`. */
const paperName =
  /^《?([\u4e00-\u9fff]{2,4}?)(?:晚?报|[日周时快]报|[新乡快晚时]讯|周[末刊]|新闻|之窗|之声|视窗|融媒|在线)》?$/u;

function namesakesOf(gazetteer: Gazetteer, line: string): readonly string[] {
  const name = paperName.exec(line.replaceAll(' ', ''))?.[1];
  if (name === undefined) return [];
  return ['街道', '镇', '乡'].flatMap((kind) => gazetteer.named(name + kind)?.districts ?? []);
}

/**
 * The one district that a page's head names: that of a county paper (`登封市融媒体中心主办`), a town's bulletin (`官渡镇情`)
 * or a district's page (`都市圈·新郑`); empty where it names none or several.
 */
export function homeDistrictOf(gazetteer: Gazetteer, furniture: readonly string[]): string {
  const named = furniture
    .filter((line) => line.length <= 60)
    .flatMap((line) => mentionsIn(gazetteer, line, 'kicker', 0).map((mention) => ({ mention, line })))
    .filter(({ mention: { entry, word }, line }) => {
      if (entry.kind === 'stem') return !ofThePaper.test(line.slice(line.indexOf(word)));
      return (
        entry.kind === 'district' || entry.kind === 'generic' || (entry.kind === 'place' && entry.weight >= 2)
      );
    })
    .map(({ mention: { entry } }) => entry.districts);
  const all = new Set(named.flat());
  if (all.size === 0)
    for (const line of furniture) for (const one of namesakesOf(gazetteer, line)) all.add(one);
  const [home = ''] = all;
  return all.size === 1 ? home : '';
}

/** What a story's neighbours tell of it. */
export interface Neighbour {
  readonly districts: readonly string[];
  readonly isElsewhere: boolean;
}

/** A page of so many stories of one district, and of no other, is that district's. */
const enough = 2;
/** Among so many, one may be told of another district. */
const plenty = 5;

/** The one district of all stories of a page that have any, or of all but one where they are many; else empty. */
export function sharedDistrictOf(stories: readonly Neighbour[]): string {
  if (stories.some(({ isElsewhere }) => isElsewhere)) return '';
  const placed = stories.map(({ districts }) => districts.join()).filter((names) => names !== '');
  for (const home of new Set(placed)) {
    const strays = placed.filter((names) => names !== home).length;
    const own = placed.length - strays;
    if ((strays === 0 && own >= enough) || (strays === 1 && own >= plenty))
      return home.includes(',') ? '' : home;
  }
  return '';
}
