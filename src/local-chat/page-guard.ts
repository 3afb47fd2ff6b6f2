import type { MiddlewareHandler } from 'hono';

/** Nothing from elsewhere is loaded, nothing can frame the page, no style or script stands in the text. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * Lets only a browser on this machine in that came by this page: the host must be loopback by name (a foreign
 * name that was made to point here is refused), and what is posted must come from this origin as JSON.
 */
export function pageGuard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host)) return context.text('Wrong host.', 421);
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) return context.text('Wrong origin.', 403);
    const isPost = context.req.method === 'POST';
    const isJson = context.req.header('content-type')?.startsWith('application/json') ?? false;
    if (isPost && !isJson) return context.text('JSON expected.', 415);
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    return undefined;
  };
}
