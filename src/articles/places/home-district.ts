import type { Gazetteer } from './gazetteer.js';
import { mentionsIn } from './mentions.js';

/** Where a paper lives says nothing of its stories; 中原 in a paper's name is the region. */
const ofThePaper = /地址|社址|邮编|号院|(?:晚|早|日|时|都市|商|周)?(?:报|讯|读)(?![\u4e00-\u9fff])/u;

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
  const [home = ''] = all;
  return all.size === 1 ? home : '';
}
