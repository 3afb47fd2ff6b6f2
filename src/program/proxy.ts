import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { isLoopback } from '../config.js';

/** More connections than the sends in flight that the fastest pace needs. */
const keepAlive = { keepAlive: true, maxSockets: 512, maxFreeSockets: 64, scheduling: 'lifo' } as const;

/**
 * The agents that reach URLs: through `proxy` (an http, https or socks URL) where one is set, and never through it for
 * this machine's own addresses. Agents are made once and shared.
 */
export function agentsThrough(proxy: string | undefined): (url: string) => HttpAgent {
  const direct = { 'http:': new HttpAgent(keepAlive), 'https:': new HttpsAgent(keepAlive) };
  const proxied = proxy === undefined ? undefined : proxyAgent(proxy);
  return (url) =>
    (isLoopback(url) ? undefined : proxied) ?? direct[url.startsWith('https:') ? 'https:' : 'http:'];
}

function proxyAgent(proxy: string): HttpAgent {
  return proxy.startsWith('socks')
    ? new SocksProxyAgent(proxy, keepAlive)
    : new HttpsProxyAgent(proxy, keepAlive);
}
