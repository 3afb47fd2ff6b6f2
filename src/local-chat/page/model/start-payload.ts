/** The payload of a link to this bot, `''` where it has none; `undefined` for any other link. */
export function startPayload(address: string, botUsername: string): string | undefined {
  const [, name, query] =
    /^(?:https?:\/\/)?t\.me\/([a-z0-9_]+)\/?(?:\?(.*))?$/i.exec(address) ??
    /^tg:\/\/resolve\?domain=([a-z0-9_]+)&?(.*)$/i.exec(address) ??
    [];
  if (name?.toLowerCase() !== botUsername.toLowerCase()) return undefined;
  return new URLSearchParams(query ?? '').get('start') ?? '';
}
