import type { Delivery, GateFinding, RunReport } from '../delivery/delivery.js';
import type { Log } from '../log.js';
import { messageOf } from '../problem.js';

/** What a scheduled run works with. */
export interface ScheduledRunParts {
  readonly delivery: Pick<Delivery, 'gate' | 'run' | 'rehearse' | 'mayBeDue' | 'goOn'>;
  readonly log: Log;
  /** Absent where there are no admins: then a run that looks wrong goes on and is logged. */
  readonly askAdmins?: (findings: readonly GateFinding[], due: number) => Promise<void>;
}

/** Runs what is due each time it is called, unless the articles should be looked at first. */
export interface ScheduledRun {
  /** Returns at once: a run may last hours, and the next minute's due join it. */
  tick(now: Date): Promise<void>;
  /** An admin's word: what is due goes out, also what was held. */
  release(now: Date): Promise<RunReport>;
}

/** Makes the scheduled run. Held articles stay held until an admin releases them, or what was found changes. */
export function scheduledRun({ delivery, log, askAdmins }: ScheduledRunParts): ScheduledRun {
  let released = '';
  let asked = '';
  const run = async (at: Date) => {
    const report = await delivery.run(at);
    if (report.due > 0) log.info({ ...report }, 'run ended');
    return report;
  };
  const go = (at: Date) =>
    void run(at).catch((thrown: unknown) => log.error({ cause: messageOf(thrown) }, 'the run failed'));
  return {
    async tick(now) {
      // Most minutes are nobody's: reading all subscribers for them would keep a processor busy.
      if (!delivery.mayBeDue(now)) return delivery.goOn(now);
      // Nothing new is nothing to ask about every minute: such a run sends no articles.
      const findings = (await delivery.gate(now)).filter(({ kind }) => kind !== 'nothing-new');
      const name = JSON.stringify(findings);
      if (findings.length === 0 || name === released) return go(now);
      if (askAdmins === undefined) {
        if (name !== asked)
          log.warn({ findings }, 'these articles look wrong; nobody is there to ask, so the run goes on');
        asked = name;
        return go(now);
      }
      if (name === asked) return;
      const { due } = await delivery.rehearse(now);
      if (due === 0) return;
      asked = name;
      log.warn({ findings, due }, 'the run is held until an admin has looked at its articles');
      await askAdmins(findings, due);
    },
    release(now) {
      released = asked;
      return run(now);
    },
  };
}
