import type { Unit } from '../paragraphs/unit.js';

/** What a unit is on the page. */
export type Role = 'title' | 'byline' | 'text' | 'caption' | 'image';

/** A unit with its role. */
export interface Placed {
  readonly unit: Unit;
  readonly role: Role;
}

/** What stands around a unit, pictures and captions left out. */
export interface Neighbours {
  /** What stands before the previous one. */
  readonly beforeThat: Unit | undefined;
  readonly previous: Unit | undefined;
  readonly nextRole: Role | undefined;
  readonly next: Unit | undefined;
}
