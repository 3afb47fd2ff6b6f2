import type { PlaceNames } from '../stories/cut-stories.js';
import type { Gazetteer } from './gazetteer.js';
import { mentionsIn } from './mentions.js';

/** What cutting a page into stories needs of the gazetteer. */
export function placeNamesOf(gazetteer: Gazetteer): PlaceNames {
  return {
    namesPlace(text) {
      const entry = gazetteer.named(text.trim());
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
