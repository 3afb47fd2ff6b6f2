import type { Subject } from './directory.js';
import { districtStem, isHan, isLatin, syllablesOf } from './fold-name.js';
import type { NameIndex, Names } from './name-index.js';
import { isOneSlip } from './one-slip.js';

/** Subjects that a name may have been meant for, and whether that is beyond doubt. */
export interface Near {
  readonly subjects: readonly Subject[];
  readonly isSure: boolean;
}

const none: Near = { subjects: [], isSure: false };

function namesOneSlipAway(names: Names, typed: string): ReadonlyArray<readonly [string, Subject]> {
  const near = [...names].filter(
    ([name]) => Math.abs(name.length - typed.length) < 3 && isOneSlip(typed, name),
  );
  return near.flatMap(([name, subjects]) => [...subjects].map((subject) => [name, subject] as const));
}

function distinct(subjects: Iterable<Subject>): readonly Subject[] {
  return [...new Set(subjects)];
}

/** Same sound, other characters: 今水 for 金水. Sure where nothing else sounds so or is one character away. */
function soundsLike(index: NameIndex, typed: string): Near {
  const sounding = index.pinyin.get(syllablesOf(typed).join(''));
  if (sounding === undefined) return none;
  const slips = new Set(namesOneSlipAway(index.written, typed).map(([, subject]) => subject));
  const subjects = distinct([...sounding, ...slips]);
  return { subjects, isSure: subjects.length === 1 && slips.size === 1 };
}

/** Long enough that one wrong character leaves no doubt. */
const sureHanLength = 4;
const sureLatinLength = 6;

function writtenLike(index: NameIndex, typed: string): Near {
  const isLetters = isLatin(typed);
  const sources = isLetters ? [index.written, index.pinyin] : [index.written];
  const length = isLetters ? sureLatinLength : sureHanLength;
  if ([...typed].length < (isLetters ? 4 : 2)) return none;
  const subjects = distinct(
    sources.flatMap((names) => namesOneSlipAway(names, typed)).map(([, subject]) => subject),
  );
  return { subjects, isSure: subjects.length === 1 && [...typed].length >= length };
}

/** The beginning of a name: 中 of 中原 and 中牟, `zhong` of both. Never sure. */
function beginsLike(index: NameIndex, typed: string): Near {
  if (isLatin(typed) && typed.length < 3) return none;
  const sources = isLatin(typed) ? [index.written, index.pinyin] : [index.written];
  const begun = sources.flatMap((names) => [...names].filter(([name]) => name.startsWith(typed)));
  return { subjects: distinct(begun.flatMap(([, subjects]) => [...subjects])), isSure: false };
}

/** More than this many is no answer to what was typed. */
const mostChoices = 6;

/** What one slip, a homophone or half a name can mean; the surest kind that means anything. */
export function findNear(index: NameIndex, typed: string): Near {
  const stem = districtStem(typed);
  const tries = [
    isHan(typed) ? soundsLike(index, typed) : none,
    isHan(stem) && stem !== typed ? soundsLike(index, stem) : none,
    beginsLike(index, typed),
    writtenLike(index, typed),
  ];
  const found = tries.find(({ subjects }) => subjects.length > 0 && subjects.length <= mostChoices);
  return found ?? none;
}
