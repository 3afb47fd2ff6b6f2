import type { Archive, Release } from '../archive/archive.js';
import type { IsoDate } from '../calendar/instant.js';
import { dayIn } from '../calendar/zone.js';
import { composeDigest } from '../digest/compose.js';
import type { Digest } from '../digest/digest.js';
import type { Language, Wish } from '../subscribers/wish.js';
import type { Messenger, Prepared } from './messenger.js';

/** Compositions remembered: chats come grouped by wish, so few are needed at a time. */
const keptCompositions = 2_000;
/** Longer stretches of the archive are read for one composition and not kept. */
const keptSteps = 5_000;

/** A message for all who share a wish and a cursor, made once. */
export interface Composed {
  readonly digest: Digest;
  readonly message: Prepared;
}

/** What a composition depends on. */
export interface Request {
  readonly wish: Pick<Wish, 'rules' | 'mute' | 'language'>;
  readonly after: number;
  readonly upTo: number;
  readonly ahead: readonly number[];
  readonly at: Date;
  /** A newcomer's first digest lists stories however old they are. */
  readonly isFirst?: boolean;
}

/** Composes and renders, each group once. */
export interface Composer {
  /** The name of a request: equal for all who share its digest. */
  nameOf(request: Request): string;
  /** What is known already: undefined when it must be composed first, `nothing` when nothing matched. */
  known(name: string): Composed | 'nothing' | undefined;
  compose(name: string, request: Request): Promise<Composed | 'nothing'>;
  /** The prepared note that there is nothing new. */
  emptyNote(language: Language, at: Date): Prepared;
  /** The archive changed: what is known may be outdated. */
  clear(): void;
}

/** What composing needs. */
export interface ComposerParts {
  readonly archive: Archive;
  readonly messenger: Messenger;
  readonly zone: string;
  readonly maxAgeDays?: number;
  /** False: invented articles are left out. */
  readonly sendsSamples: boolean;
}

/** Opens a composer that remembers nothing yet. */
export function openComposer(parts: ComposerParts): Composer {
  const { messenger, zone } = parts;
  const compositions = new Map<string, Composed | 'nothing'>();
  const notes = new Map<string, Prepared>();
  const steps = stretchReader(parts.archive);
  const dayOf = rememberedDay(zone);
  return {
    nameOf: ({ wish, after, upTo, ahead, at, isFirst }) =>
      JSON.stringify([dayOf(at), after, upTo, ahead, isFirst, wish.language, wish.rules, wish.mute]),
    known: (name) => compositions.get(name),
    async compose(name, request) {
      const digest = digestOf(parts, request, await steps.read(request.after, request.upTo));
      const composed = digest === undefined ? 'nothing' : { digest, message: messenger.prepare(digest) };
      compositions.set(name, composed);
      if (compositions.size > keptCompositions) compositions.delete(compositions.keys().next().value ?? '');
      return composed;
    },
    emptyNote(language, at) {
      const date = dayOf(at);
      const name = `${language} ${date}`;
      const note = notes.get(name) ?? messenger.prepare({ kind: 'empty-note', date, language });
      notes.set(name, note);
      return note;
    },
    clear() {
      compositions.clear();
      steps.clear();
    },
  };
}

function digestOf(
  { zone, maxAgeDays, sendsSamples }: ComposerParts,
  { wish, after, upTo, ahead, at, isFirst = false }: Request,
  steps: readonly Release[],
): Digest | undefined {
  const releases = sendsSamples ? steps : steps.filter(({ article }) => !article.sample);
  const limit = isFirst ? Number.POSITIVE_INFINITY : maxAgeDays;
  return composeDigest({
    wish,
    releases,
    after,
    upTo,
    ahead,
    day: dayIn(zone, at),
    ...(limit !== undefined && { maxAgeDays: limit }),
  });
}

/** The day in the zone; a run asks for the same moment again and again, and the calendar is slow. */
function rememberedDay(zone: string): (at: Date) => IsoDate {
  let last: { readonly ms: number; readonly day: IsoDate } | undefined;
  return (at) => {
    if (last?.ms !== at.getTime()) last = { ms: at.getTime(), day: dayIn(zone, at) };
    return last.day;
  };
}

/** Reads stretches of the archive's sequence and keeps the widest: nearly all cursors lie within it. */
function stretchReader(archive: Archive) {
  let kept:
    | { readonly after: number; readonly upTo: number; readonly steps: Promise<readonly Release[]> }
    | undefined;
  return {
    async read(after: number, upTo: number): Promise<readonly Release[]> {
      if (upTo - after > keptSteps) return archive.releases(after, upTo);
      if (kept === undefined || after < kept.after || upTo > kept.upTo) {
        const from = kept === undefined ? after : Math.max(Math.min(after, kept.after), upTo - keptSteps);
        kept = { after: from, upTo, steps: archive.releases(from, upTo) };
      }
      const { steps } = kept;
      return (await steps).filter(({ number }) => number > after && number <= upTo);
    },
    clear() {
      kept = undefined;
    },
  };
}
