/** Text as it is compared: half-width letters, digits and per cent, without spaces. */
const plain = (text) =>
  text
    .replace(/[！-～]/gu, (letter) =>
      /[０-９Ａ-Ｚａ-ｚ％．]/u.test(letter) ? letter.normalize('NFKC') : letter,
    )
    .replace(/[\s\u{200B}\u{FEFF}]/gu, '');

/** What a reader may keep as a paragraph or leave out: section heads, and rows of tables. */
function looseOf(stories) {
  return new Set(
    stories.flatMap(({ sections = [], optional = [] }) => [...sections, ...optional]).map(plain),
  );
}

/** The paragraphs of an article that count. */
function counted(article, loose) {
  return article.paragraphs.map(plain).filter((one) => !loose.has(one));
}

/** How often each item occurs. */
function tally(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** How many of the wanted items are among those given, each used once. */
function inCommon(wanted, given) {
  const left = tally(given);
  return wanted.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count > 0;
  }).length;
}

const pairsOf = (text) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Share of the wanted text, in neighbouring characters, that the given text holds. */
function keptShare(wanted, given) {
  return wanted.length < 2 ? 1 : inCommon(pairsOf(wanted), pairsOf(given)) / (wanted.length - 1);
}

/** Pairs each wanted story with the article that holds most of its text, at least half and not mostly others'. */
function pairUp(wanted, given) {
  const free = new Set(given);
  return wanted.map((story) => {
    const text = plain(story.paragraphs.join(''));
    let best;
    let bestShare = 0.5;
    for (const article of free) {
      const own = plain(article.paragraphs.join(''));
      const share = Math.min(keptShare(text, own), keptShare(own, text));
      if (share > bestShare) [best, bestShare] = [article, share];
    }
    free.delete(best);
    return best;
  });
}

const sameSet = (one, other) => [...one].sort().join('、') === [...other].sort().join('、');

/** What is wrong with an article, field by field; empty where all is right. */
function faultsOf(story, article) {
  const faults = [];
  const check = (field, isRight, wanted, read) => isRight || faults.push({ field, wanted, read });
  const text = (one) => plain(one).replace(/[：:]$/u, '');
  check('headline', plain(article.headline) === plain(story.headline), story.headline, article.headline);
  check('kicker', text(article.kicker) === text(story.kicker ?? ''), story.kicker, article.kicker);
  check(
    'subheadline',
    plain(article.subheadline) === plain(story.subheadline ?? ''),
    story.subheadline,
    article.subheadline,
  );
  check('district', article.districts[0] === story.districts[0], story.districts, article.districts);
  check('topic', article.topics[0] === story.topics[0], story.topics, article.topics);
  check(
    'byline',
    sameSet(article.reporters, story.reporters) && sameSet(article.correspondents, story.correspondents),
    `${story.reporters}/${story.correspondents}`,
    `${article.reporters}/${article.correspondents}`,
  );
  return faults;
}

/** Scores one page: sums that add up over pages, and the faults in words. */
export function scorePage(wanted, given) {
  const sum = {
    stories: wanted.length,
    articles: given.length,
    found: 0,
    right: {},
    paragraphs: [0, 0, 0],
    kept: [0, 0],
  };
  const faults = [];
  const matches = pairUp(wanted, given);
  for (const [at, story] of wanted.entries()) {
    const article = matches[at];
    const own = story.paragraphs.map(plain);
    sum.paragraphs[1] += own.length;
    sum.kept[1] += own.join('').length;
    if (article === undefined) {
      faults.push({ story: story.headline, field: 'story', wanted: story.headline, read: 'none' });
      continue;
    }
    sum.found += 1;
    const read = counted(article, looseOf([story]));
    const wrong = faultsOf(story, article);
    for (const field of fields)
      sum.right[field] = (sum.right[field] ?? 0) + (wrong.some((one) => one.field === field) ? 0 : 1);
    const whole = inCommon(own, read);
    sum.paragraphs[0] += whole;
    if (whole < Math.max(own.length, read.length))
      wrong.push({
        field: 'paragraphs',
        wanted: own.filter((one) => !read.includes(one)),
        read: read.filter((one) => !own.includes(one)),
      });
    sum.kept[0] += keptShare(own.join(''), read.join('')) * own.join('').length;
    for (const fault of wrong) faults.push({ story: story.headline, ...fault });
  }
  const loose = looseOf(wanted);
  sum.paragraphs[2] = given.reduce((total, article) => total + counted(article, loose).length, 0);
  for (const article of given)
    if (!matches.includes(article))
      faults.push({
        story: '',
        field: 'story',
        wanted: 'none',
        read: article.headline || article.paragraphs[0],
      });
  return { sum, faults };
}

const fields = ['headline', 'kicker', 'subheadline', 'district', 'topic', 'byline'];

/** Figures over pages, each from 0 to 1. */
export function figures(sums) {
  const total = (of) => sums.reduce((all, sum) => all + of(sum), 0);
  const stories = total((sum) => sum.stories);
  const ofStories = (field) => total((sum) => sum.right[field] ?? 0) / stories;
  return {
    articles: (2 * total((sum) => sum.found)) / (stories + total((sum) => sum.articles)),
    ...Object.fromEntries(fields.map((field) => [field, ofStories(field)])),
    paragraphs:
      (2 * total((sum) => sum.paragraphs[0])) / total((sum) => sum.paragraphs[1] + sum.paragraphs[2]),
    characters: total((sum) => sum.kept[0]) / total((sum) => sum.kept[1]),
  };
}
