import type { Release } from '../archive/archive.js';
import type { IsoDate } from '../calendar/instant.js';
import { daysBetween } from '../calendar/zone.js';
import type { GateFinding } from './delivery.js';

/** A city page has some tens of stories: a batch beyond this, and beyond so many times the usual one, looks wrong. */
const largeBatch = 150;
const timesUsual = 5;
/** Tomorrow's paper may come tonight; what is dated later looks wrong. */
const earliestDays = 1;
/** What is older than this at the run's moment looks wrong. */
const oldestDays = 7;

/** What the gate looks at. */
export interface GateView {
  /** The day of the run's moment, in the city's zone. */
  readonly day: IsoDate;
  /** Released since the run before. */
  readonly batch: readonly Release[];
  /** Some of what was released before that. */
  readonly before: readonly Release[];
  /** In the archive, but not released at the run's moment. */
  readonly waiting: readonly Release[];
}

/** What a person should look at before these articles go out. Pure. */
export function gateFindings({ day, batch, before, waiting }: GateView): readonly GateFinding[] {
  const findings: GateFinding[] = [];
  if (batch.length === 0) findings.push({ kind: 'nothing-new' });
  const usual = usualBatch(before);
  if (batch.length > Math.max(largeBatch, usual * timesUsual))
    findings.push({ kind: 'large-batch', articles: batch.length, usual });
  findings.push(...sameEditions(batch, before));
  for (const [date, articles] of countByDate([...batch, ...waiting])) {
    if (daysBetween(day, date) > earliestDays) findings.push({ kind: 'future-date', date, articles });
  }
  const newest = batch.reduce((date, { article }) => (article.date > date ? article.date : date), '');
  if (newest !== '' && daysBetween(newest, day) > oldestDays)
    findings.push({ kind: 'old-date', date: newest, articles: batch.length });
  return findings;
}

/** Articles of the largest issue among those before. */
function usualBatch(before: readonly Release[]): number {
  return Math.max(0, ...countByDate(before).values());
}

function countByDate(releases: readonly Release[]): Map<IsoDate, number> {
  const counts = new Map<IsoDate, number>();
  for (const { article } of releases) counts.set(article.date, (counts.get(article.date) ?? 0) + 1);
  return counts;
}

/** Pages of the batch of which articles came before; a step that only adds districts is no new print. */
function sameEditions(batch: readonly Release[], before: readonly Release[]): readonly GateFinding[] {
  const known = new Set(before.map(editionOf));
  const again = new Map<string, GateFinding>();
  for (const release of batch) {
    const { paper, date, page } = release.article;
    const edition = editionOf(release);
    if (release.addedDistricts === undefined && known.has(edition))
      again.set(edition, { kind: 'same-edition', paper, date, page });
  }
  return [...again.values()];
}

function editionOf({ article: { paper, date, page } }: Release): string {
  return JSON.stringify([paper, date, page]);
}
