import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const program = new URL('../../dist/local-chat/serve-bot-api.js', import.meta.url).pathname;

/** Starts a Bot API server as a process of its own; `options` are its flags. */
export async function startServer(options, { core } = {}) {
  const [command, args] = pinned([process.execPath, program, '--counts', '--any-chat', ...options], core);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await new Promise((resolve) =>
    createInterface(child.stdout).once('line', (text) => resolve([text])),
  );
  const { url, token } = JSON.parse(line);
  const ask = async (path) => (await fetch(`${url}/control/${path}`)).json();
  return {
    url,
    token,
    counts: () => ask('counts'),
    received: () => ask('received'),
    stop: () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM')),
  };
}

/** The command line that keeps a process on one core, where the system can. */
export function pinned([command, ...args], core) {
  return core === undefined || process.platform !== 'linux'
    ? [command, args]
    : ['taskset', ['-c', String(core), command, ...args]];
}
