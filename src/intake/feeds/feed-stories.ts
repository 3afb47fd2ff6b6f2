import { decodeText } from '../decode-text.js';
import { hasPicture, htmlParagraphs } from './html-paragraphs.js';

/** A story of a feed, without markup. */
export interface FeedStory {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly authors: readonly string[];
  readonly hasPhoto: boolean;
  readonly publishedAt?: Date;
}

/** Items of one feed that are looked at. */
const mostItems = 500;

/**
 * Understands RSS, Atom, RDF and JSON Feed. The parser is loaded with the first feed: most newsrooms have none.
 * @throws where it is none of them.
 */
export async function feedStories(bytes: Uint8Array, contentType: string): Promise<FeedStory[]> {
  const { parseFeed } = await import('feedsmith');
  const { format, feed } = parseFeed(textOf(bytes, contentType));
  const items = format === 'atom' ? (feed.entries ?? []).map(atomItem) : [];
  if (format === 'rss') items.push(...(feed.items ?? []).map(rssItem));
  if (format === 'rdf') items.push(...(feed.items ?? []).map(rdfItem));
  if (format === 'json') items.push(...(feed.items ?? []).map(jsonItem));
  return items.slice(0, mostItems).map(storyOf);
}

interface Item {
  readonly title?: string | undefined;
  readonly html?: string | undefined;
  readonly authors?: readonly (string | undefined)[] | undefined;
  readonly published?: unknown;
}

/** What we read of the parser's items, whose own types are narrower than what feeds hold. */
interface Person {
  readonly name?: string | undefined;
}
interface RdfItem {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly content?: { readonly encoded?: string | undefined } | undefined;
  readonly dc?:
    | { readonly creators?: readonly string[] | undefined; readonly dates?: readonly unknown[] | undefined }
    | undefined;
}
interface RssItem extends RdfItem {
  readonly authors?: readonly (string | Person)[] | undefined;
  readonly pubDate?: unknown;
}
interface AtomEntry {
  readonly title?: { readonly value?: string | undefined } | undefined;
  readonly content?: { readonly value?: string | undefined } | undefined;
  readonly summary?: { readonly value?: string | undefined } | undefined;
  readonly authors?: readonly Person[] | undefined;
  readonly published?: unknown;
  readonly updated?: unknown;
}
interface JsonItem {
  readonly title?: string | undefined;
  readonly content_html?: string | undefined;
  readonly content_text?: string | undefined;
  readonly summary?: string | undefined;
  readonly authors?: readonly Person[] | undefined;
  readonly date_published?: unknown;
}

const rssItem = (item: RssItem): Item => ({
  title: item.title,
  html: item.content?.encoded ?? item.description,
  authors:
    item.dc?.creators ?? item.authors?.map((author) => (typeof author === 'string' ? author : author.name)),
  published: item.pubDate ?? item.dc?.dates?.[0],
});

const atomItem = (entry: AtomEntry): Item => ({
  title: entry.title?.value,
  html: entry.content?.value ?? entry.summary?.value,
  authors: entry.authors?.map(({ name }) => name),
  published: entry.published ?? entry.updated,
});

const rdfItem = (item: RdfItem): Item => ({
  title: item.title,
  html: item.content?.encoded ?? item.description,
  authors: item.dc?.creators,
  published: item.dc?.dates?.[0],
});

const jsonItem = (item: JsonItem): Item => ({
  title: item.title,
  html: item.content_html ?? item.content_text ?? item.summary,
  authors: item.authors?.map(({ name }) => name),
  published: item.date_published,
});

function storyOf({ title, html = '', authors = [], published }: Item): FeedStory {
  const time = typeof published === 'string' ? Date.parse(published) : Number.NaN;
  return {
    title: htmlParagraphs(title ?? '').join(' '),
    paragraphs: htmlParagraphs(html),
    authors: authors.filter((author) => author !== undefined),
    hasPhoto: hasPicture(html),
    ...(Number.isFinite(time) && { publishedAt: new Date(time) }),
  };
}

const declared = /^[^>]{0,100}\bencoding=["']([\w-]{2,20})["']|charset=["']?([\w-]{2,20})/i;

/** By the server's word or the XML's own, otherwise as a page is decoded. */
function textOf(bytes: Uint8Array, contentType: string): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const said = declared.exec(contentType)?.[2] ?? declared.exec(head)?.[1];
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text' && (said === undefined || decoded.encoding !== 'gb18030')) return decoded.text;
  try {
    return new TextDecoder(said ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
