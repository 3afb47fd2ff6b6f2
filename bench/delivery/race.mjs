import { spawn } from 'node:child_process';
import { pinned, startServer } from './server.mjs';

/**
 * Lets one sender send one message to each chat, on a server of its own.
 * @returns what the server saw; `share` is of the allowed rate, over the time the sender took.
 */
export async function race(sender, { chats, rate, flags, limitS, inFlight, core, serverCore }) {
  const server = await startServer(flags, { core: serverCore });
  const path = new URL(`senders/${sender}.mjs`, import.meta.url).pathname;
  const settings = JSON.stringify({ url: server.url, token: server.token, chats, rate, inFlight });
  const [command, args] = pinned([process.execPath, path, settings], core);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    output += part;
  });
  const cut = setTimeout(() => child.kill('SIGKILL'), limitS * 1_000);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(cut);
  const [counts, received] = [await server.counts(), Object.values(await server.received())];
  await server.stop();
  const own = output === '' ? undefined : JSON.parse(output.trim().split('\n').at(-1));
  const seconds = own?.seconds ?? limitS;
  return {
    sender,
    ended: own !== undefined,
    seconds,
    delivered: received.length,
    share: received.length / Math.max(seconds, chats / rate) / rate,
    floods: counts.floods,
    lost: chats - received.length,
    doubled: received.filter((count) => count > 1).length,
    cpuMsPerSend: own?.cpuMs === undefined ? undefined : own.cpuMs / Math.max(1, counts.messages),
    perSecond: received.length / seconds,
  };
}
