import type { PlaceNames } from '../stories/read-segment.js';
import type { Gazetteer } from './gazetteer.js';
import { mentionsIn } from './mentions.js';

/** By the water: 龙子湖畔 is a place as 龙子湖 is. */
const bank = /(?:两岸|[畔边滨])$/u;

/** What cutting a page into stories needs of the gazetteer. */
export function placeNamesOf(gazetteer: Gazetteer): PlaceNames {
  return {
    namesPlace(text) {
      const name = text.trim();
      const entry = gazetteer.named(name) ?? gazetteer.named(name.replace(bank, ''));
      return entry !== undefined && entry.kind !== 'lookalike' && entry.kind !== 'elsewhere';
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
