import type { Match } from '../match/match.js';
import { matchAlike } from '../match/match-alike.js';
import { matchSlip } from '../match/match-slip.js';
import { isLatin } from '../tokens.js';
import { all, any, unfinished } from './expressions.js';
import { slip } from './slip-expression.js';
import { each, listOf, type Stage, type Words } from './stage.js';
import { alike } from './stages.js';

/** One part with a slip, or pinyin that was not typed to its end; the others as they sound. */
export function slipStage({ parts }: Words): Stage {
  return {
    expression: any(
      parts.map((wrong) =>
        all([
          isLatin(wrong) ? any([unfinished(wrong), latinSlip(wrong)]) : slip(wrong),
          ...parts.filter((part) => part !== wrong).map(alike),
        ]),
      ),
    ),
    verify: (text) => verifySlip(parts, text),
    marks: (text) => parts.flatMap((part) => slipped(part, text, parts.length === 1) ?? []),
  };
}

/** Letters are few: a slip in a shorter word makes another word of it. */
const shortestLatin = 5;

const latinSlip = (word: string) => (word.length < shortestLatin ? undefined : slip(word));

function verifySlip(parts: readonly string[], text: string): readonly Match[] | undefined {
  let slips = 0;
  return each(parts, (part) => {
    const found = matchAlike(part, text);
    if (found !== undefined) return found;
    slips++;
    return slips > 1 ? undefined : slipped(part, text, parts.length === 1);
  });
}

function slipped(part: string, text: string, isAlone: boolean): readonly Match[] | undefined {
  const found = matchAlike(part, text);
  if (found !== undefined) return found;
  return isLatin(part) && part.length < shortestLatin ? undefined : listOf(matchSlip(part, text, isAlone));
}
