import type { City } from '../city/city.js';
import type { Article, Finding, PageReading, PageText } from './article.js';
import { articleId } from './article-id.js';
import { checkStories } from './check/findings.js';
import { checkPage } from './check/page-findings.js';
import { eventDateOf } from './dates/event-date.js';
import { type FrontMatter, type SplitFile, splitFrontMatter } from './front-matter.js';
import { dateAtEdges, type PageHeader, readPageHeader } from './furniture/page-header.js';
import { readLines } from './lines/read-lines.js';
import { readUnits } from './paragraphs/read-units.js';
import { splitMerged } from './paragraphs/split-merged.js';
import { type Attribution, attributeDistricts } from './places/attribute.js';
import { createGazetteer } from './places/gazetteer.js';
import { homeDistrictOf, sharedDistrictOf } from './places/home-district.js';
import { placeNamesOf } from './places/place-names.js';
import type { Reason } from './places/scores.js';
import { assembleStory } from './stories/assemble-story.js';
import { joinContinuations } from './stories/continuation.js';
import { cutStories } from './stories/cut-stories.js';
import { foldDuplicates } from './stories/duplicates.js';
import { placeUnits } from './stories/place-units.js';
import type { PlaceNames } from './stories/read-segment.js';
import { readSingleArticle } from './stories/single-article.js';
import type { Story } from './stories/story.js';
import { createSummariser, type Summariser } from './summary/summarise.js';
import { chooseTopics, type TopicChoice } from './topics/choose-topics.js';
import { createTopicIndex } from './topics/topic-words.js';

/** An article with the words that decided its districts and topics, each with its weight. */
export interface Explanation {
  readonly article: Article;
  readonly districts: readonly Reason[];
  readonly topics: readonly Reason[];
}

/** Reads newspaper pages of one city. Pure: same page, same articles; any text is survived. */
export interface PageReader {
  read(page: PageText): PageReading;
  /** The same articles with the words that decided. */
  explain(page: PageText): readonly Explanation[];
}

interface Judged extends Explanation {
  readonly story: Story;
  readonly isElsewhere: boolean;
}

interface Judges {
  readonly districtsOf: (story: Story, home: string) => Attribution;
  readonly homeOf: (furniture: readonly string[]) => string;
  readonly topicsOf: (story: Story, names: Attribution['names']) => TopicChoice;
  readonly summarise: Summariser;
  readonly placeNames: PlaceNames;
  readonly districtNames: ReadonlySet<string>;
}

/** What a page tells of all its articles. */
interface Page {
  readonly text: PageText;
  readonly file: SplitFile;
  readonly header: PageHeader;
  readonly date: string;
  /** District that the page's head names; empty where it names none. */
  readonly home: string;
  readonly stories: readonly Story[];
  readonly findings: readonly Omit<Finding, 'file'>[];
}

/** The stages in order; titles must be known before text is joined, and all text be joined before stories are compared. */
function readStories(page: PageText, judges: Judges): Page {
  const file = splitFrontMatter(page.text);
  const lines = readLines(file.lines, file.from);
  const found = readUnits(lines);
  const units = { ...found, units: found.units.flatMap(splitMerged) };
  const header = readPageHeader(found.furniture, page.fallbackDate);
  const isSingle = file.matter.headline !== undefined;
  const cut = isSingle
    ? { stories: readSingleArticle(file.matter, units, file.from + 1), orphans: [] }
    : cutStories(placeUnits(units), judges.placeNames);
  const assembled = cut.stories.map((raw) => assembleStory(raw, found.hasIndents));
  const withText = assembled.filter(({ paragraphs }) => paragraphs.length > 0);
  const folded = foldDuplicates(joinContinuations(withText));
  const date = page.folderDate ?? file.matter.date ?? header.date ?? dateAtEdges(lines) ?? page.fallbackDate;
  const findings = checkPage({
    page,
    file,
    header,
    orphans: cut.orphans,
    textless: assembled.filter(({ paragraphs }) => paragraphs.length === 0),
    duplicates: folded.duplicates,
    districtNames: judges.districtNames,
  });
  const home = judges.homeOf(found.furniture);
  return { text: page, file, header, date, home, stories: folded.stories, findings };
}

function judge(story: Story, attribution: Attribution, page: Page, judges: Judges): Judged {
  const { matter } = page.file;
  const choice = judges.topicsOf(story, attribution.names);
  const stated = matter.headline === undefined ? undefined : matter;
  const districts =
    stated?.districts?.filter((name) => judges.districtNames.has(name)) ?? attribution.districts;
  const topics = stated?.topics ?? choice.topics;
  const article = makeArticle(story, page, matter, { districts, topics }, judges.summarise);
  return {
    story,
    article,
    districts: attribution.reasons,
    topics: choice.reasons,
    isElsewhere: attribution.isElsewhere,
  };
}

/** Judges a page's stories; where all but a stray share a district, the others are judged as of its page. */
function judgeAll(page: Page, judges: Judges): readonly Judged[] {
  const first = page.stories.map((story) => judges.districtsOf(story, page.home));
  const shared = page.home === '' ? sharedDistrictOf(first) : '';
  return page.stories.map((story, at) => {
    const found = first[at];
    const isSettled = found !== undefined && (shared === '' || found.districts[0] === shared);
    return judge(story, isSettled ? found : judges.districtsOf(story, shared), page, judges);
  });
}

function makeArticle(
  story: Story,
  page: Page,
  matter: FrontMatter,
  judged: Pick<Article, 'districts' | 'topics'>,
  summarise: Summariser,
): Article {
  const { headline, kicker, subheadline, paragraphs, sections, agency, photo, people } = story;
  const { date, header } = page;
  const event = eventDateOf(paragraphs, date);
  return {
    id: articleId(date, headline, paragraphs),
    date,
    headline,
    kicker,
    subheadline,
    ...judged,
    reporters: people.reporters,
    correspondents: people.correspondents,
    photo,
    paragraphs,
    ...summarise({ headline, kicker, subheadline, paragraphs, date }),
    source: { file: page.text.file, line: story.line },
    sections,
    ...(event === undefined ? {} : { eventDate: event }),
    paper: matter.paper ?? header.paper,
    page: matter.page ?? header.page,
    agency,
    sample: matter.sample ?? false,
    urgent: matter.urgent ?? false,
  };
}

function judgesOf(city: City): Judges {
  const gazetteer = createGazetteer(city);
  const topics = createTopicIndex(city.topics);
  return {
    districtsOf: (story, home) => attributeDistricts(gazetteer, story, home),
    homeOf: (furniture) => homeDistrictOf(gazetteer, furniture),
    topicsOf: (story, names) => chooseTopics(topics, story, names),
    summarise: createSummariser(city),
    placeNames: placeNamesOf(gazetteer),
    districtNames: new Set(city.districts.map(({ name }) => name)),
  };
}

/** Makes the reader of a city's pages. Build it once: it indexes all names and words of the city. */
export function createPageReader(city: City): PageReader {
  const judges = judgesOf(city);
  return {
    read(text) {
      const page = readStories(text, judges);
      const judged = judgeAll(page, judges);
      const findings = [...page.findings, ...checkStories(judged)]
        .map((finding): Finding => ({ file: text.file, ...finding }))
        .sort((one, other) => one.line - other.line);
      return { articles: judged.map(({ article }) => article), findings };
    },
    explain(text) {
      return judgeAll(readStories(text, judges), judges).map(({ article, districts, topics }) => ({
        article,
        districts,
        topics,
      }));
    },
  };
}
