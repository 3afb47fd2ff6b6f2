import type { PlaceNames } from '../stories/read-segment.js';
import type { Gazetteer } from './gazetteer.js';
import { mentionsIn } from './mentions.js';

/** Before the name of a city of the province: 河南汝州. */
const province = /^河南省?(?=\S{2})/u;
/** By the water: 龙子湖畔 is a place as 龙子湖 is. */
const bank = /(?:两岸|[畔边滨])$/u;

/** What the name of a sub-district, a town, a village ends with, also of one that is gone or not of this city. */
const placeEnding = /^[\u4e00-\u9fff]{1,7}(?:街道办事处|办事处|街道办?|镇|乡|村|社区|管委会)$/u;

/** Whether a name is one of a place, or several behind one another: 新密市刘寨镇. */
function isPlaceName(gazetteer: Gazetteer, name: string): boolean {
  const entry = gazetteer.named(name);
  if (entry !== undefined) return entry.kind !== 'lookalike';
  if (name.length >= 4 && placeEnding.test(name)) return true;
  const first = gazetteer.nameAt(name, 0);
  if (first === undefined || first.kind === 'lookalike') return false;
  const rest = name.slice(first.name.length);
  return gazetteer.named(rest) !== undefined || placeEnding.test(rest);
}

/** What cutting a page into stories needs of the gazetteer. */
export function placeNamesOf(gazetteer: Gazetteer): PlaceNames {
  return {
    namesPlace(text) {
      const name = text.trim().replace(province, '');
      return isPlaceName(gazetteer, name) || isPlaceName(gazetteer, name.replace(bank, ''));
    },
    districtsNamedIn(text) {
      const firm = mentionsIn(gazetteer, text.slice(0, 160), 'lead', 0).filter(
        ({ entry, isForeign, isInstitution }) =>
          !isForeign &&
          (entry.kind === 'district' ||
            entry.kind === 'generic' ||
            isInstitution ||
            (entry.kind === 'place' && entry.weight >= 2)),
      );
      return [...new Set(firm.flatMap(({ entry }) => (entry.districts.length === 1 ? entry.districts : [])))];
    },
  };
}
