import { createHash } from 'node:crypto';
import { topicIds } from '../city/city.js';
import type { Directory, Subject } from '../city/directory.js';
import type { Rule } from '../subscribers/wish.js';

/** Bytes of callback data that are left for rules beside the verb. */
const maxBytes = 56;

/** A rule in callback data: `d.jinshui`, `d.jinshui+t.law`, `k.地铁`. */
export function encodeRule({ district, topic, keyword }: Rule, directory: Directory): string {
  const slug = district === undefined ? undefined : directory.slugOf(district);
  const parts = [
    slug && `d.${slug}`,
    topic && `t.${topic}`,
    keyword && `k.${keyword.replace(/[%+,:]/g, encodeURIComponent)}`,
  ];
  return parts.filter(Boolean).join('+');
}

/** The rule of {@link encodeRule}'s text; undefined for anything else, forged data included. */
export function decodeRule(text: string, directory: Directory): Rule | undefined {
  let rule: Rule = {};
  for (const part of text.split('+')) {
    const decoded = decodePart(part, directory);
    if (decoded === undefined) return undefined;
    rule = { ...rule, ...decoded };
  }
  return rule;
}

/** Several rules: `d.jinshui,t.law`; undefined where one of them cannot be read. */
export function decodeRules(text: string, directory: Directory): readonly Rule[] | undefined {
  const rules = text.split(',').map((part) => decodeRule(part, directory));
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

function decodePart(part: string, directory: Directory): Rule | undefined {
  const value = part.slice(2);
  switch (part.slice(0, 2)) {
    case 'd.': {
      const district = directory.districtOfSlug(value);
      return district === undefined ? undefined : { district };
    }
    case 't.': {
      const topic = topicIds.find((id) => id === value);
      return topic === undefined ? undefined : { topic };
    }
    case 'k.':
      return decodeKeyword(value);
    default:
      return undefined;
  }
}

function decodeKeyword(value: string): Rule | undefined {
  try {
    const keyword = decodeURIComponent(value).trim();
    return keyword === '' ? undefined : { keyword };
  } catch {
    return undefined;
  }
}

/** A short name of a rule that a chat holds: its code, or a fingerprint where that is too long for a button. */
export function ruleKey(rule: Rule, directory: Directory): string {
  const code = encodeRule(rule, directory);
  if (code !== '' && Buffer.byteLength(code) <= maxBytes) return code;
  return `#${createHash('sha256').update(JSON.stringify(rule)).digest('hex').slice(0, 12)}`;
}

/** The rule that a look-up's subject makes. */
export function ruleOf(subject: Subject): Rule {
  return subject.kind === 'district' ? { district: subject.name } : { topic: subject.id };
}

/** Whether two rules ask for the same. */
export function isSameRule(one: Rule, other: Rule): boolean {
  return one.district === other.district && one.topic === other.topic && one.keyword === other.keyword;
}
