import { costs, type Match } from '../match/match.js';
import type { Stage } from '../query/stage.js';
import { anyTwo, type Sought } from './sought.js';

/** log2 of the characters in the dictionary's corpus. */
const corpusSize = 26;
/** Of so few words none is said just around the others; nor of one more, if one of them is a name. */
const fewThings = 2;
/** Words that are looked up in pairs. */
const mostPaired = 6;
/** By chance alone one question in 2 to the power of this gets an answer. */
const certainty = 4;
/** What it costs more than a question of which most is found, and what the best evidence takes off. */
const extraCost = 40;
const mostEvidence = 39;

/**
 * A long sentence with all that people say around the two words that they mean (我眼神不好，…的事你给我念念): found is what has so
 * many of its words, and so rare ones, that it cannot be chance. How probable a word is in a text follows from its frequency
 * and the length of the text; how many texts and pairs of words there are tells what chance alone would find.
 * @param documents how many there are.
 */
export function evidenceStage(meant: readonly Sought[], documents: number): readonly Stage[] {
  const things = meant.filter(({ isThing, isName }) => isThing || isName);
  if (things.length <= fewThings + Number(things.some(({ isName }) => isName))) return [];
  const pairs = (things.length * (things.length - 1)) / 2;
  const needed = Math.log2(documents + 1) + Math.log2(pairs) + certainty;
  const rarest = [...things].sort((one, other) => one.frequency - other.frequency).slice(0, mostPaired);
  return [
    {
      expression: anyTwo(rarest),
      verify: (text, labels) => verify(things, needed, text, labels),
      marks: (text) => things.flatMap((each) => each.find(text, '') ?? []),
    },
  ];
}

function verify(things: readonly Sought[], needed: number, text: string, labels: string) {
  const matches: Match[] = [];
  let evidence = 0;
  for (const each of things) {
    const match = each.find(text, labels);
    if (match === undefined) continue;
    matches.push(match);
    evidence += Math.max(0, corpusSize - each.frequency - Math.log2(text.length));
  }
  if (matches.length < 2 || evidence < needed) return undefined;
  const cost = costs.question + extraCost - Math.min(mostEvidence, Math.round(evidence - needed));
  return matches.map((match, at) => ({ ...match, cost: at === 0 ? cost : 0 }));
}
