import { isRecord } from '../parameters.js';
import { malformed } from '../refusal.js';
import type { ApiEntity } from '../types.js';
import { checkUrl } from './check-url.js';
import { codeKinds, foundKinds, givenKinds, quoteKinds } from './known-entities.js';

/** Telegram keeps 100 entities of a message; a bot that sends more loses the rest, so here it is refused. */
const entityLimit = 100;
const largestOffset = 1_000_000;

/** Reads the `entities` a bot gave for `text` and refuses what breaks a rule; those without length are dropped, as Telegram does. */
export function checkEntities(text: string, given: unknown): ApiEntity[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw malformed("can't parse entities: expected an Array of MessageEntity");
  if (given.length > entityLimit) throw malformed('ENTITIES_TOO_LONG');
  const entities = given.map((entity) => readEntity(entity)).filter((entity) => entity.length > 0);
  for (const entity of entities) checkPlace(text, entity);
  return checkNesting(entities);
}

function readEntity(given: unknown): ApiEntity {
  if (!isRecord(given)) throw malformed("can't parse MessageEntity: expected an Object");
  const { type, offset, length } = given;
  if (!isOffset(offset)) throw malformed(`receive an entity with incorrect offset ${offset}`);
  if (!isOffset(length)) throw malformed(`receive an entity with incorrect length ${length}`);
  if (typeof type !== 'string' || !(givenKinds.has(type) || foundKinds.has(type)))
    throw malformed("can't parse MessageEntity: Unsupported type specified");
  return checkFields({ ...given, type, offset, length });
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestOffset;
}

/** The fields that a kind needs: an address, a user, an emoji's number. */
function checkFields(entity: ApiEntity): ApiEntity {
  if (entity.type === 'text_link') {
    if (typeof entity.url !== 'string')
      throw malformed('can\'t parse MessageEntity: Can\'t find field "url"');
    checkUrl('Entity', entity.url);
  }
  if (entity.type === 'text_mention' && !(isRecord(entity.user) && Number.isInteger(entity.user['id'])))
    throw malformed('can\'t parse MessageEntity: Can\'t find field "user"');
  if (entity.type === 'custom_emoji' && !/^\d+$/.test(String(entity.custom_emoji_id)))
    throw malformed('can\'t parse MessageEntity: Field "custom_emoji_id" must be a valid Number');
  return entity;
}

function checkPlace(text: string, entity: ApiEntity): void {
  const end = entity.offset + entity.length;
  if (entity.offset > text.length)
    throw malformed(`entity begins after the end of the text at UTF-16 offset ${entity.offset}`);
  if (end > text.length)
    throw malformed(
      `entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  for (const edge of [entity.offset, end])
    if (splitsPair(text, edge))
      throw malformed(`entity ${entity.offset}+${entity.length} cuts a UTF-16 pair at offset ${edge}`);
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Entities lie inside one another or apart, never across; code holds nothing and lies in nothing but a quotation. */
function checkNesting(entities: readonly ApiEntity[]): ApiEntity[] {
  const sorted = entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
  const open: ApiEntity[] = [];
  for (const entity of sorted) {
    while (open.length > 0 && endOf(open.at(-1)) <= entity.offset) open.pop();
    for (const outer of open) checkPair(outer, entity);
    open.push(entity);
  }
  return sorted;
}

function checkPair(outer: ApiEntity, inner: ApiEntity): void {
  const end = inner.offset + inner.length;
  if (end > endOf(outer))
    throw malformed(
      `entity beginning at UTF-16 offset ${inner.offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  const isCode = codeKinds.has(inner.type) || codeKinds.has(outer.type);
  const isQuoteInQuote = quoteKinds.has(inner.type) && quoteKinds.has(outer.type);
  if (isQuoteInQuote || (isCode && !quoteKinds.has(outer.type)))
    throw malformed(
      `can't parse entities: ${inner.type} at offset ${inner.offset} can't be inside ${outer.type}`,
    );
}

function endOf(entity: ApiEntity | undefined): number {
  return entity ? entity.offset + entity.length : 0;
}
