import type { IsoInstant } from '../calendar/instant.js';

/** Something that was begun for one article and outlives the process: removed when it is done. */
export interface Errand {
  /** `urgent`: some have it, others wait for the end of quiet hours. `correction`: digests are still to be changed. */
  readonly kind: 'urgent' | 'correction';
  readonly article: string;
  readonly at: IsoInstant;
}

/** The key of an errand: one a kind and article. */
export function errandKey({ kind, article }: Pick<Errand, 'kind' | 'article'>): string {
  return `${kind}:${article}`;
}
