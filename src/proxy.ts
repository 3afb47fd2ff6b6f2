import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** Connections kept open to one host; more than the sends in flight that the fastest pace needs. */
const maxSockets = 512;
const keepAlive = { keepAlive: true, maxSockets, maxFreeSockets: 64 };

/**
 * The agent that reaches `target`: through `proxy` (http, https or socks URL) where one is set, and never through it for
 * this machine's own addresses.
 */
export function agentFor(target: string, proxy: string | undefined, isLocal: boolean): HttpAgent {
  if (proxy !== undefined && !isLocal) {
    return proxy.startsWith('socks')
      ? new SocksProxyAgent(proxy, keepAlive)
      : new HttpsProxyAgent(proxy, keepAlive);
  }
  return target.startsWith('https:') ? new HttpsAgent(keepAlive) : new HttpAgent(keepAlive);
}
