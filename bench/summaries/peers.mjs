import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import textrank from 'ts-textrank';
import { sentencesOf } from '../../dist/articles/summary/sentences.js';
import { rouge } from './rouge.mjs';

const { AbsoluteSummarizerConfig, NullLogger, Sentence, SorensenDiceSimilarity, Summarizer, Text, Word } =
  textrank;

const sentences = ({ paragraphs }) => sentencesOf(paragraphs).map(({ text }) => text);

/** The first sentence as it stands; this corpus has no bylines. */
export const leadOne = (item) => sentences(item)[0] ?? '';

const jieba = Jieba.withDict(dict);
/** TextRank as published, on words by jieba, because the library's own parser knows no Chinese. */
const parser = {
  parse: (text) =>
    new Text(
      text,
      text.split('\n').map(
        (sentence, position) =>
          new Sentence(
            sentence,
            jieba
              .cut(sentence, true)
              .filter((word) => /\p{L}{2}/u.test(word))
              .map((word) => new Word(word)),
            position,
          ),
      ),
    ),
};
const summarizer = new Summarizer(
  new AbsoluteSummarizerConfig(1, new SorensenDiceSimilarity(), parser, 0.85, Summarizer.SORT_SCORE),
  new NullLogger(),
);

/** The sentence that the library ranks first. */
export const byTextRank = (item) =>
  summarizer.summarize(sentences(item).slice(0, 40).join('\n'), 'zh')[0] ?? '';

/** The sentence nearest to the headline, chosen by looking at the headline: nobody's summary, but a bound. */
export function bestSentence(item) {
  let best = { text: '', score: -1 };
  for (const text of sentences(item)) {
    const [score] = rouge(text, item.headline);
    if (score > best.score) best = { text, score };
  }
  return best.text;
}
