import { plural } from './plural.js';
import type { zhReading } from './zh-reading.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Reading, in English. */
export const enReading: typeof zhReading = {
  day: (month: number, day: number) => `${day} ${months[month - 1] ?? ''}`,
  dayOfYear: (year: number, month: number, day: number) => `${day} ${months[month - 1] ?? ''} ${year}`,
  weekday: (weekday: number) => weekdays[weekday] ?? '',
  digestTitle: 'Your district paper',
  wholeCity: 'Whole city',
  todayStories: (count: number, told: number, minutes: number) => {
    const first = count === told ? '' : `, the first ${told} here`;
    return `${plural(count, 'story', 'stories')} today${first}, about ${plural(minutes, 'minute')}`;
  },
  noneToday: 'Nothing new today.',
  olderStories: (count: number) => `${plural(count, 'older story', 'older stories')} under “more”.`,
  edition: (paper: string, day: string, page: string) =>
    [paper === '' ? '' : `《${paper}》`, day, page === '' ? '' : ` ${page}`].join(''),
  moreEditions: (count: number) => `${count} pages in all`,
  because: (rules: string) => `You subscribed to ${rules}`,
  sampleDigest: '【示例 Sample】 For trying out: not real news.',
  sampleMark: '【示例】',
  urgentTitle: 'Urgent',
  urgentMark: '! ',
  emptyNote: (day: string) => `${day}: nothing new in your subscriptions.`,
  rated: 'Noted, thank you.',
  readOne: 'Read it',
  moreStories: (count: number) => `${count} more`,
  moreTitle: 'The rest of this digest',
  noMoreStories: 'That was all of it.',
  digestEmpty: 'Nothing new in your subscriptions for now. It will come at its time.',
  digestFailed: 'Your digest could not be sent just now. Please try again in a while.',
  byReporters: (names: string) => `Reported by ${names}`,
  byCorrespondents: (names: string) => `With ${names}`,
  withdrawn: 'This story has been withdrawn.',
  articleGone: 'This story cannot be found; it may have been withdrawn.',
  page: (page: number, pages: number) => `${page} / ${pages}`,
  previousPage: '‹ Back',
  nextPage: 'Next ›',
  share: 'Share',
  latestTitle: (name: string) => (name === '' ? 'Latest news' : `Latest: ${name}`),
  latestEmpty: (name: string) => `No news ${name === '' ? 'here' : `about ${name}`} yet. Try another:`,
  earlier: 'Older ›',
  later: '‹ Newer',
  latestNotFound: (words: string) => `No district or topic is called “${words}”.`,
  searchAsk: 'What are you looking for? Reply to this message with a few words.',
  searchPage: (from: number, to: number) => `${from}–${to}`,
  searchNothing: 'Nothing found.',
  searchTips: 'Try other words, or fewer; pinyin works too, and so do district:jinshui and date:lastweek.',
  didYouMean: 'Did you mean:',
  searchFailed: 'Search does not answer right now. Please try again in a moment.',
  filtered: (filters: string) => `Within: ${filters}`,
  only: (name: string) => `Only ${name}`,
  onlyLastWeek: 'Past week',
  follow: (words: string) => `Follow “${words}”`,
  followed: (words: string) => `You will get every story with “${words}”`,
  inlineButton: 'Open the bot',
  inlineNothing: 'Nothing found; open the bot',
  openInBot: 'Read in the bot',
};
