import type { Article, Finding } from '../article.js';
import { endsSentence, printedWidth } from '../paragraphs/sentence-ends.js';
import type { Story } from '../stories/story.js';

/** What the checks look at: a story, the article made of it, and whether a district is to be expected. */
export interface Checked {
  readonly story: Story;
  readonly article: Article;
  readonly isElsewhere: boolean;
}

type Draft = Omit<Finding, 'file'>;

const garbled = /[\ufffd\ue000-\uf8ff]|锟斤拷|烫烫烫|[\u00c0-\u00ff]{3,}/u;
const strayLatin = /[\u4e00-\u9fff]\s(?:and|the|of|in|to|is|or|for|with)\s[\u4e00-\u9fff]/u;

function unendedParagraphs({ story }: Checked): readonly Draft[] {
  return story.paragraphs.flatMap((paragraph, index) => {
    const isRow = !/[，。]/u.test(paragraph);
    if (endsSentence(paragraph) || /[：:；—]$/u.test(paragraph) || isRow || story.continuesOn !== '')
      return [];
    return [
      {
        line: story.lines[index] ?? story.line,
        severity: 'warning' as const,
        rule: 'paragraph-ends-in-mid-sentence',
        message: `A paragraph ends in mid-sentence: “…${paragraph.slice(-16)}”.`,
        hint: 'Look at the printed page: the rest may stand elsewhere, or be missing.',
      },
    ];
  });
}

function garbledCharacters({ story }: Checked): readonly Draft[] {
  return [story.headline, ...story.paragraphs].flatMap((text, index) => {
    const found = garbled.exec(text) ?? strayLatin.exec(text);
    if (found === null) return [];
    return [
      {
        line: index === 0 ? story.line : (story.lines[index - 1] ?? story.line),
        severity: garbled.test(text) ? ('warning' as const) : ('note' as const),
        rule: 'garbled-characters',
        message: `Characters that recognition may have garbled: “${text.slice(Math.max(0, found.index - 6), found.index + 10)}”.`,
        hint: 'Compare with the printed page and correct the file.',
      },
    ];
  });
}

function missingDistrict({ story, article, isElsewhere }: Checked): readonly Draft[] {
  const speaksOfAll = isElsewhere && /全市|我市|全省|我省|全国/u.test(story.paragraphs.join(''));
  if (article.districts.length > 0 || speaksOfAll) return [];
  return [
    {
      line: story.line,
      severity: isElsewhere ? 'note' : 'warning',
      rule: 'missing-district',
      message: `No district was found for “${shown(article)}”.`,
      hint: 'Right for a story of the whole city; else add the place to content/city.yaml or a district to the front matter.',
    },
  ];
}

function shown(article: Article): string {
  return article.headline !== '' ? article.headline : article.paragraphs.join('').slice(0, 20);
}

function suspiciousSplit({ story, article }: Checked, pageHasBylines: boolean): readonly Draft[] {
  const length = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  const hasByline = article.reporters.length + article.correspondents.length > 0 || article.agency !== '';
  const reasons = [
    length < 30 ? `it has only ${length} characters of text` : '',
    printedWidth(article.headline) > 45 ? 'its headline is very long' : '',
    article.headline === '' && !story.isBrief ? 'it has no headline' : '',
    pageHasBylines && !hasByline && length < 120 && !story.isBrief
      ? 'it has no byline, unlike others on the page'
      : '',
    story.continuesFrom !== '' ? `it continues page ${story.continuesFrom}, whose part was not found` : '',
  ].filter((reason) => reason !== '');
  if (reasons.length === 0) return [];
  return [
    {
      line: story.line,
      severity: 'warning',
      rule: 'suspicious-split',
      message: `“${shown(article)}” may not be a story of its own: ${reasons.join('; ')}.`,
      hint: 'Check where this story begins and ends on the page.',
    },
  ];
}

/** What an editor should look at in the stories of a page, by line. */
export function checkStories(checked: readonly Checked[]): readonly Draft[] {
  const withByline = checked.filter(
    ({ article }) => article.reporters.length + article.correspondents.length > 0,
  ).length;
  const pageHasBylines = withByline >= 3 && withByline >= checked.length / 2;
  return checked.flatMap((one) => [
    ...suspiciousSplit(one, pageHasBylines),
    ...missingDistrict(one),
    ...unendedParagraphs(one),
    ...garbledCharacters(one),
  ]);
}
