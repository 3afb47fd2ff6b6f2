import { malformed } from '../refusal.js';

/**
 * Whether Telegram would make a link of this address: http, https, tg, ton and tonsite, and a host with a dot or
 * an IPv4 address (`localhost` is refused as "Wrong HTTP URL").
 */
export function isLinkUrl(url: string): boolean {
  if (url.length === 0 || url.length > 2048 || /[\s\p{Cc}]/u.test(url)) return false;
  if (/^(tg|ton|tonsite):/i.test(url)) return true;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  const parsed = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return false;
  return parsed.hostname.includes('.') && !parsed.hostname.endsWith('.');
}

/** Refuses what is no link, in the words of the Bot API. */
export function checkUrl(owner: 'Entity' | 'inline keyboard button', url: string): void {
  if (!isLinkUrl(url)) throw malformed(`${owner.toLowerCase()} URL '${url}' is invalid: Wrong HTTP URL`);
}
