import { amountsIn } from './amounts.js';
import { type Candidate, candidatesOf, joinedCandidates, longestSummary } from './candidates.js';
import { featureNames, featuresOf, type PairCounts } from './features.js';
import { pairsOf, shareIn } from './overlap.js';
import type { Sentence } from './sentences.js';
import { weights } from './weights.js';
import { closed } from './wholeness.js';

/** Sentences from the head of a story among which the summary is looked for: news tells its result first. */
const sentencesLookedAt = 6;

/**
 * What a reader wants beside what was learnt. Headlines, the reference learnt from, are about 20 characters long and
 * leave numbers out, and the corpus knows no soft beginnings (`a morning in the canteen`). A reader on a phone is
 * served better by two lines that say who did what where, and how much. Set by eye, within what ROUGE allows.
 */
const wants = {
  /** For 60 characters, less for fewer. */
  length: 1.5,
  lengthWanted: 60,
  /** Shorter than this, a summary rarely says the result; what each missing character costs. */
  lengthNeeded: 24,
  missingCharacter: -0.08,
  /** For each of at most two amounts. */
  amount: 0.5,
  /** For a verb of something done for the people of a district. */
  deed: 0.5,
  /** For beginning with a place of the city. */
  place: 1.4,
  /** For a day to come; days that have passed were taken out. */
  day: 1,
  /** For a soft beginning: nothing is done, nothing happens, nothing is counted. */
  soft: -1.6,
} as const;
const deed =
  /推出|开展|举办|举行|启用|安装|建成|改造|投用|投入使用|交付|新增|提供|发放|组织|联合|走进|迎来|带来|送|查出|整改|完成|开通|加密|上线|落户|签约|揭牌|惠及|召开|推广|配备|普及|服务|宣讲|培育|设立|招聘|公布|发布|增加|延长|开放|开工|通车/u;
const tells =
  /会[见谈]|致[电函辞]|签署|抵达|出席|强调|表示|指出|称|发生|造成|死亡|遇难|主持|印发|[打袭]击|同意|宣布|增长|下降|上升|突破|夺|获|批准|通过|启动|审议|任命|发射|当选|建设|推进|加强|出台|实施|坚持|聚焦|推动|加快|持续|降|升|超|达|完善|清淤|修建|铺设|帮|发展|合作|访问|考察|调研|座谈|祝贺|回复|选举|闭幕|开幕|受到|引发|进行|成为|实现|报名|办理|抓好|指导|检查|创新/u;

/** What saying the headline again costs at the most. */
const repetitionCost = 2.5;

const order = featureNames.map((name) => weights[name]);

/** All that could be the summary of a story, in order of the text. */
export function summaryCandidates(sentences: readonly Sentence[]): Candidate[] {
  const head = sentences.slice(0, sentencesLookedAt);
  const [first, second] = head;
  return [
    ...head.flatMap((sentence, index) => candidatesOf(sentence, index)),
    ...(first && second ? joinedCandidates(first, second) : []),
  ];
}

/** What was learnt of a candidate: higher where the editors' headlines agree with it. */
export function learntScore(candidate: Candidate, counts: PairCounts): number {
  return featuresOf(candidate, counts).reduce((sum, value, index) => sum + value * (order[index] ?? 0), 0);
}

/**
 * Chooses the summary, with its full stop; empty only for a story without text.
 * @param beginsWithPlace tells whether a text begins with the name of a place of the city.
 */
export function chooseSummary(
  sentences: readonly Sentence[],
  counts: PairCounts,
  headline: string,
  beginsWithPlace: (text: string) => boolean,
): string {
  const headlinePairs = pairsOf(headline);
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const candidate of summaryCandidates(sentences)) {
    const score =
      learntScore(candidate, counts) +
      wanted(candidate, beginsWithPlace) -
      repetition(candidate.text, headlinePairs);
    if (best === undefined || score > best.score) best = { text: candidate.text, score };
  }
  return best === undefined ? lastResort(sentences) : closed(best.text);
}

function wanted({ text, openingLength }: Candidate, beginsWithPlace: (text: string) => boolean): number {
  const told = text.length - openingLength;
  return (
    (wants.length * Math.min(told, wants.lengthWanted)) / wants.lengthWanted +
    wants.missingCharacter * Math.max(0, wants.lengthNeeded - told) +
    wants.amount * Math.min(2, amountsIn(text)) +
    (deed.test(text) ? wants.deed : 0) +
    (/\d日/u.test(text) ? wants.day : 0) +
    (isSoft(text) ? wants.soft : 0) +
    (beginsWithPlace(text.slice(openingLength)) ? wants.place : 0)
  );
}

const isSoft = (text: string) => !deed.test(text) && !tells.test(text) && amountsIn(text) === 0;

/** Above one half of a summary's pairs standing in the headline, it begins to say the same again. */
function repetition(text: string, headline: ReadonlySet<number>): number {
  if (headline.size === 0) return 0;
  return repetitionCost * Math.max(0, shareIn(pairsOf(text), headline) - 0.5) * 2;
}

/** Where no sentence can be cut (speech, verse, endless ones): the first that fits, or the head of the first. */
function lastResort(sentences: readonly Sentence[]): string {
  const fitting = sentences.slice(0, sentencesLookedAt).find(({ text }) => text.length <= longestSummary);
  const text = (fitting ?? sentences[0])?.text ?? '';
  if (text.length <= longestSummary) return text;
  const head = text.slice(0, longestSummary - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const cut = Math.max(head.lastIndexOf('，'), head.lastIndexOf('、'), head.lastIndexOf(' '));
  return `${cut > longestSummary / 2 ? head.slice(0, cut) : head}…`;
}
