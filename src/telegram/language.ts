import type { Language } from '../subscribers/wish.js';
import { en } from './texts/en.js';
import type { Texts } from './texts/texts.js';
import { zh } from './texts/zh.js';

/** Every language that the bot speaks; the first is the default. */
export const languages: readonly Language[] = ['zh', 'en'];

const catalogue: Readonly<Record<Language, Texts>> = { zh, en };

/** The texts in a language. */
export function textsIn(language: Language): Texts {
  return catalogue[language];
}

/** The language for somebody who has not chosen: Chinese unless their app speaks another. */
export function languageOf(languageCode: string): Language {
  return languageCode === '' || /^zh\b/i.test(languageCode) ? 'zh' : 'en';
}
