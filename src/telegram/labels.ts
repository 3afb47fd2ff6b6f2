import type { City, TopicId } from '../city/city.js';
import type { Subject } from '../city/directory.js';
import type { Language, Rule } from '../subscribers/wish.js';
import { textsIn } from './language.js';
import { tidy } from './rich-text.js';

/** Longest words of a rule that are shown. */
const maxKeywordLength = 40;

/** A district as a reader of `language` calls it; the city's own name before it says nothing here. */
export function districtLabel(name: string, city: City, language: Language): string {
  if (language === 'zh') return name;
  const english = city.districts.find((district) => district.name === name)?.english ?? name;
  const prefix = `${city.english} `;
  return english.startsWith(prefix) ? english.slice(prefix.length) : english;
}

/** A district on a narrow button: `Jinshui`, `Airport Zone`. */
export function districtButtonLabel(name: string, city: City, language: Language): string {
  return districtLabel(name, city, language).replace(/(?<! New) (?:District|County|City)$/, '');
}

/** A topic as a reader of `language` calls it. */
export function topicLabel(id: TopicId, city: City, language: Language): string {
  return city.topics.find((topic) => topic.id === id)?.name[language] ?? id;
}

/** A district or topic on a narrow button, in the reader's language. */
export function subjectButtonLabel(subject: Subject, city: City, language: Language): string {
  return subject.kind === 'district'
    ? districtButtonLabel(subject.name, city, language)
    : topicLabel(subject.id, city, language);
}

/** A rule in words: `金水区 · 教育`, `“地铁”`. */
export function ruleLabel({ district, topic, keyword }: Rule, city: City, language: Language): string {
  const parts = [
    district !== undefined && districtLabel(district, city, language),
    topic !== undefined && topicLabel(topic, city, language),
    keyword !== undefined && `“${tidy(keyword, maxKeywordLength)}”`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** Parts of a wish as one, in words: `中牟县含“消防”的新闻`, `Education in Jinshui District`. */
export function joinedLabel(parts: readonly Rule[], city: City, language: Language): string {
  return textsIn(language).joinedAs({
    districts: parts.flatMap(({ district }) => (district ? [districtLabel(district, city, language)] : [])),
    topics: parts.flatMap(({ topic }) => (topic ? [topicLabel(topic, city, language)] : [])),
    keywords: parts.flatMap(({ keyword }) => (keyword ? [`“${tidy(keyword, maxKeywordLength)}”`] : [])),
  });
}
