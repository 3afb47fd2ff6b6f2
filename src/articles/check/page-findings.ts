import type { Finding, PageText } from '../article.js';
import type { SplitFile } from '../front-matter.js';
import type { PageHeader } from '../furniture/page-header.js';
import type { Unit } from '../paragraphs/unit.js';
import type { Story } from '../stories/story.js';

/** What is known of a page beside its articles. */
export interface PageFacts {
  readonly page: PageText;
  readonly file: SplitFile;
  readonly header: PageHeader;
  readonly orphans: readonly Unit[];
  readonly textless: readonly Story[];
  readonly duplicates: ReadonlyArray<{ readonly story: Story; readonly sameAsLine: number }>;
  readonly districtNames: ReadonlySet<string>;
}

type Draft = Omit<Finding, 'file'>;

function headlineWithoutText(line: number, headline: string): Draft {
  return {
    line,
    severity: 'warning',
    rule: 'headline-without-text',
    message: `The headline “${headline.slice(0, 40)}” has no text.`,
    hint: 'The text may have been lost in parsing; add it, or remove the headline.',
  };
}

function dateFindings({ page, file, header }: PageFacts): readonly Draft[] {
  const stated = page.folderDate ?? file.matter.date;
  if (stated === undefined && header.date === undefined)
    return [
      {
        line: 1,
        severity: 'warning',
        rule: 'missing-date',
        message: `No issue date was found; ${page.fallbackDate} is taken.`,
        hint: 'Put the page into a folder named YYYY-MM-DD, or write `date:` into its front matter.',
      },
    ];
  const others = [file.matter.date, header.date].filter((date) => date !== undefined && date !== stated);
  if (stated === undefined || others.length === 0) return [];
  return [
    {
      line: 1,
      severity: 'note',
      rule: 'dates-differ',
      message: `The page says ${others.join(' and ')}, but ${stated} is taken.`,
      hint: 'The folder goes before the front matter, and that before the page header: put the page where it belongs.',
    },
  ];
}

/** What an editor should look at on the page as a whole. */
export function checkPage(facts: PageFacts): readonly Draft[] {
  const { file, orphans, textless, duplicates, districtNames } = facts;
  const unknown = (file.matter.districts ?? []).filter((name) => !districtNames.has(name));
  return [
    ...file.faults.map(
      ({ line, message }): Draft => ({
        line,
        severity: 'warning',
        rule: 'bad-front-matter',
        message,
        hint: 'Correct the value; the articles were loaded without it.',
      }),
    ),
    ...unknown.map(
      (name): Draft => ({
        line: 1,
        severity: 'warning',
        rule: 'unknown-district',
        message: `districts: expected the short common name of a district, got ${name}`,
        hint: `One of ${[...districtNames].join(' ')}.`,
      }),
    ),
    ...dateFindings(facts),
    ...orphans.map(({ line, text }) => headlineWithoutText(line, text)),
    ...textless.map(({ line, headline }) => headlineWithoutText(line, headline)),
    ...duplicates.map(
      ({ story, sameAsLine }): Draft => ({
        line: story.line,
        severity: 'warning',
        rule: 'duplicated-story',
        message: `“${story.headline}” is the same story as the one in line ${sameAsLine}; one of them is kept.`,
        hint: 'Remove one of them.',
      }),
    ),
  ];
}
