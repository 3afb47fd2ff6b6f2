// Queries made from headlines, with a seed: what people remember of a headline, and what goes wrong when they type it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { ask, forms } from './forms.mjs';

const han = /^\p{Script=Han}+$/u;

/** Mulberry32: the same seed, the same queries. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)] };
}

const jieba = Jieba.withDict(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')));
const syllables = (text) =>
  pinyin(text, { toneType: 'none', type: 'array' }).map((it) => it.replaceAll('ü', 'v'));

/** Words a person would remember: two characters or more, no function words. */
function wordsOf(headline) {
  return jieba
    .tag(headline)
    .filter(({ word, tag }) => word.length >= 2 && han.test(word) && /^(n|v|a|i|l|j|s|vn|t)/.test(tag))
    .map(({ word }) => word);
}

/** A run of Chinese characters of the headline, between `least` and `most` long. */
function phraseOf(headline, least, most, random) {
  const runs = headline.match(/\p{Script=Han}+/gu)?.filter((run) => run.length >= least) ?? [];
  if (runs.length === 0) return undefined;
  const run = random.pick(runs);
  const size = Math.min(run.length, least + random.below(most - least + 1));
  const from = random.below(run.length - size + 1);
  return run.slice(from, from + size);
}

const frequent =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
const bySound = new Map();
for (const character of frequent)
  for (const sound of [syllables(character)[0]])
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);

const nearOf = (sound) => {
  const swaps = [
    [/^zh/, 'z'],
    [/^z(?!h)/, 'zh'],
    [/^ch/, 'c'],
    [/^c(?!h)/, 'ch'],
    [/^sh/, 's'],
    [/^s(?!h)/, 'sh'],
    [/^n/, 'l'],
    [/^l/, 'n'],
    [/ing$/, 'in'],
    [/in$/, 'ing'],
    [/eng$/, 'en'],
    [/en$/, 'eng'],
  ];
  return swaps.filter(([from]) => from.test(sound)).map(([from, to]) => sound.replace(from, to));
};

function replaceBy(phrase, soundsOf, random) {
  const sounds = syllables(phrase);
  const places = [...phrase].flatMap((character, at) =>
    soundsOf(sounds[at] ?? '').flatMap((sound) =>
      (bySound.get(sound) ?? []).filter((other) => other !== character).map((other) => [at, other]),
    ),
  );
  if (places.length === 0) return undefined;
  const [at, other] = random.pick(places);
  return phrase.slice(0, at) + other + phrase.slice(at + 1);
}
export const wrongHomophone = (phrase, random) => replaceBy(phrase, (sound) => [sound], random);
const nearSound = (phrase, random) => replaceBy(phrase, nearOf, random);

function slipped(phrase, random) {
  const kind = random.below(3);
  const at = random.below(phrase.length - 1);
  if (kind === 0) return phrase.slice(0, at + 1) + phrase.slice(at + 2);
  if (kind === 1) return phrase.slice(0, at + 1) + random.pick([...frequent]) + phrase.slice(at + 1);
  if (phrase[at] === phrase[at + 1]) return undefined;
  return phrase.slice(0, at) + phrase[at + 1] + phrase[at] + phrase.slice(at + 2);
}

const toTraditional = ['t', 'tw', 'hk'].map((to) => OpenCC.Converter({ from: 'cn', to }));

const surnames = [...'鄢逄乜亓缑妫禚璩訾郜'];
const oddities = [...'魑魅蘑菇琵琶蝙蝠氢氦锂铍犀牛珊瑚袈裟榫卯蟋蟀'];

/** Makers of queries by kind: (headline, random, part) -> the query and the words that were meant, or undefined. */
export const kinds = {
  words(headline, random) {
    const words = [...new Set(wordsOf(headline))];
    if (words.length < 2) return undefined;
    const count = Math.min(words.length, 2 + random.below(2));
    const from = random.below(words.length - count + 1);
    const meant = words.slice(from, from + count);
    return { q: meant.join(' '), meant };
  },
  parts: (headline, random) => ofPhrase(headline, 4, 8, random, (phrase) => phrase),
  homophone: (headline, random) => ofPhrase(headline, 4, 8, random, wrongHomophone),
  slip: (headline, random) => ofPhrase(headline, 5, 8, random, slipped),
  near: (headline, random) => ofPhrase(headline, 4, 8, random, nearSound),
  twoWords(headline, random) {
    const words = [...new Set(wordsOf(headline))];
    if (words.length < 3) return undefined;
    const [one, two] = [words[0], words[words.length - 1]];
    const spoil = two.length > 2 && random.below(2) ? slipped : wrongHomophone;
    const wrong = spoil(two, random);
    return wrong && { q: `${one} ${wrong}`, meant: [one, two] };
  },
  beside: (headline, random) =>
    ofPhrase(headline, 4, 7, random, (phrase) => {
      const cut = 2 + random.below(phrase.length - 3);
      const spelled = (text) => syllables(text).join('');
      return random.below(2)
        ? `${phrase.slice(0, cut)}${spelled(phrase.slice(cut))}`
        : `${spelled(phrase.slice(0, cut))} ${phrase.slice(cut)}`;
    }),
  pinyin: (headline, random) =>
    ofPhrase(headline, 4, 7, random, (phrase) => syllables(phrase).join(random.below(3) === 0 ? ' ' : '')),
  initials: (headline, random) =>
    ofPhrase(headline, 5, 8, random, (phrase) =>
      syllables(phrase)
        .map((syllable) => syllable[0])
        .join(''),
    ),
  traditional: (headline, random) =>
    ofPhrase(headline, 4, 8, random, (phrase) => {
      const other = random.pick(toTraditional)(phrase);
      return other === phrase ? undefined : other;
    }),
  question(headline, random, part) {
    const words = [...new Set(wordsOf(headline))].filter((word) => word.length <= 5);
    if (words.length < 3) return undefined;
    const at = random.below(words.length - 1);
    const meant = words.slice(at, at + 2);
    return { q: ask(random.pick(forms[part]), ...meant), meant };
  },
  winded: (headline, random) => kinds.question(headline, random, 'winded'),
  latin(headline, random) {
    const found = [...headline.matchAll(/[A-Za-z0-9][A-Za-z0-9.+-]+/g)];
    if (found.length === 0) return undefined;
    const { 0: word, index } = random.pick(found);
    const after = /^\p{Script=Han}{1,4}/u.exec(headline.slice(index + word.length))?.[0] ?? '';
    const before = /\p{Script=Han}{1,4}$/u.exec(headline.slice(0, index))?.[0] ?? '';
    if (before.length + after.length === 0) return undefined;
    const wide = (text) =>
      text.replace(/[A-Za-z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const shown = random.pick([word.toLowerCase(), wide(word), word, word]);
    if (random.below(2)) return { q: `${before}${shown}${after}`, meant: [`${before}${word}${after}`] };
    return { q: `${before || after} ${shown}`, meant: [before || after, word] };
  },
};

function ofPhrase(headline, least, most, random, spoil) {
  const phrase = phraseOf(headline, least, most, random);
  const q = phrase && spoil(phrase, random);
  return q && { q, meant: [phrase] };
}

/** Queries for what is not there. */
export const nothings = {
  invented(_headlines, random) {
    const name = random.pick(surnames) + random.pick(oddities) + random.pick(oddities);
    return random.pick([
      name,
      `${name}${random.pick(['公园', '路', '事件', '大桥', '公司'])}`,
      `${random.pick(oddities)}${random.pick(oddities)} ${name}`,
    ]);
  },
  together(headlines, random) {
    const words = () => wordsOf(random.pick(headlines)).filter((word) => word.length >= 2);
    const [one, two, three] = [random.pick(words()), random.pick(words()), random.pick(words())];
    return one && two && three ? random.pick([`${one} ${two} ${three}`, `${one}${two}${three}`]) : undefined;
  },
  letters(_headlines, random) {
    return Array.from({ length: 6 + random.below(6) }, () => 'bcdfghjklmnpqrstvwxz'[random.below(20)]).join(
      '',
    );
  },
  absent(_headlines, random, absent) {
    return phraseOf(random.pick(absent), 5, 9, random);
  },
  question(_headlines, random) {
    const name = random.pick(surnames) + random.pick(oddities) + random.pick(oddities);
    return random.pick([
      `${name}什么时候开门`,
      `请问${name}怎么走`,
      `有没有${name}的消息`,
      `${name}的电话是多少`,
    ]);
  },
};
