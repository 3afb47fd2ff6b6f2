import type { ApiEntity } from '../../bot-api/types.js';
import { button, element } from '../element.js';
import { startPayload } from '../model/start-payload.js';

/** What a click inside a text can do. */
export interface TextActions {
  /** A command was chosen: it is sent. */
  command(command: string): void;
  /** A link to this bot with a start payload. */
  start(payload: string): void;
  /** `@name` of this bot. */
  mention(name: string): void;
  readonly botUsername: string;
}

const tags: Readonly<Record<string, keyof HTMLElementTagNameMap>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
};

/** Makes nodes of a text and its entities. Only text nodes and known elements come of it. */
export function richText(
  text: string,
  entities: readonly ApiEntity[],
  actions: TextActions,
): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const sorted = entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
  build(fragment, text, 0, text.length, sorted, actions);
  return fragment;
}

const blockKinds = new Set(['pre', 'blockquote', 'expandable_blockquote']);

/** Fills `parent` with the text from `start` to `end` and the entities that lie in it. */
function build(
  parent: Node,
  text: string,
  start: number,
  end: number,
  entities: readonly ApiEntity[],
  actions: TextActions,
): void {
  let at = start;
  for (const [index, entity] of entities.entries()) {
    if (entity.offset < at) continue;
    const last = Math.min(entity.offset + entity.length, end);
    const isBlock = blockKinds.has(entity.type);
    parent.appendChild(document.createTextNode(before(text.slice(at, entity.offset), isBlock)));
    const inner = entities.slice(index + 1).filter(({ offset }) => offset < last);
    const node = nodeOf(entity, text.slice(entity.offset, last), actions);
    build(node, text, entity.offset, last, inner, actions);
    parent.appendChild(node);
    at = isBlock && text[last] === '\n' ? last + 1 : last;
  }
  parent.appendChild(document.createTextNode(text.slice(at, end)));
}

/** A block begins a line by itself, so the line end before it is left out; the one after it too. */
function before(text: string, isBlock: boolean): string {
  return isBlock && text.endsWith('\n') ? text.slice(0, -1) : text;
}

function nodeOf(entity: ApiEntity, covered: string, actions: TextActions): HTMLElement {
  switch (entity.type) {
    case 'url':
    case 'text_link':
      return link(entity.url ?? covered, actions);
    case 'email':
      return element('a', { attributes: { href: `mailto:${covered}` } });
    case 'bot_command':
      return button({ class: 'in-text', on: { click: () => actions.command(covered) } });
    case 'mention':
      return button({ class: 'in-text', on: { click: () => actions.mention(covered.slice(1)) } });
    case 'spoiler':
      return spoiler();
    case 'blockquote':
      return element('blockquote');
    case 'expandable_blockquote':
      return expandable();
    default:
      return element(tags[entity.type] ?? 'span', {
        class: entity.type,
        attributes: { 'data-language': entity.language },
      });
  }
}

/** A link: to this bot it stays in the page, elsewhere it opens apart; anything but the web is shown as text. */
export function link(address: string, actions: TextActions): HTMLElement {
  const payload = startPayload(address, actions.botUsername);
  if (payload !== undefined)
    return button({
      class: 'in-text',
      attributes: { title: address },
      on: { click: () => actions.start(payload) },
    });
  const href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  if (!/^https?:/i.test(href)) return element('span', { class: 'dead-link', attributes: { title: address } });
  return element('a', { attributes: { href, target: '_blank', rel: 'noopener noreferrer', title: href } });
}

function spoiler(): HTMLElement {
  const node = element('span', {
    class: 'spoiler',
    attributes: { role: 'button', tabindex: '0', 'aria-label': '点开查看' },
  });
  const reveal = () => {
    node.classList.add('is-revealed');
    node.removeAttribute('aria-label');
  };
  node.addEventListener('click', reveal);
  node.addEventListener('keydown', ({ key }) => key === 'Enter' && reveal());
  return node;
}

function expandable(): HTMLElement {
  const node = element('blockquote', {
    class: 'is-folded',
    attributes: { role: 'button', tabindex: '0', 'aria-expanded': 'false' },
  });
  const toggle = () => node.setAttribute('aria-expanded', String(!node.classList.toggle('is-folded')));
  node.addEventListener('click', toggle);
  node.addEventListener('keydown', ({ key }) => key === 'Enter' && toggle());
  return node;
}
