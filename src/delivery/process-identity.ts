import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Which process it is: the number alone is given again to others after a restart. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it was started, as the system tells it; compared, never read. */
  readonly startedAt: string;
}

/** The process that asks. */
export async function thisProcess(): Promise<ProcessIdentity> {
  return { host: hostname(), pid: process.pid, startedAt: (await startOf(process.pid)) ?? '' };
}

/** Whether a process of this machine still runs; undefined for one of another machine. */
export async function isRunning({ host, pid, startedAt }: ProcessIdentity): Promise<boolean | undefined> {
  if (host !== hostname()) return undefined;
  return (await startOf(pid)) === startedAt;
}

/** When the process was started; undefined when there is none. */
async function startOf(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? startByProc(pid) : startByPs(pid);
}

/** Field 22 of /proc/PID/stat, counted after the name, which may contain anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function startByProc(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended, though its number is still taken.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startByPs(pid: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'lstart=', '-p', String(pid)], (error, stdout) => {
      const start = stdout.trim();
      resolve(error !== null || start === '' ? undefined : start);
    });
  });
}
