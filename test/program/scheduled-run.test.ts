import { describe, expect, it } from 'vitest';
import type { GateFinding, RunReport } from '../../src/delivery/delivery.js';
import { silentLog } from '../../src/log.js';
import { scheduledRun } from '../../src/program/scheduled-run.js';

const report = { due: 3 } as RunReport;
const future: GateFinding = { kind: 'future-date', date: '2024-12-01', articles: 4 };
const now = new Date('2024-08-28T07:30:00+08:00');

function open(options: {
  readonly hasAdmins: boolean;
  readonly due?: number;
  readonly isNobodyDue?: boolean;
}) {
  const state = { findings: [] as GateFinding[], runs: 0, asked: 0, errands: 0 };
  const run = scheduledRun({
    delivery: {
      mayBeDue: () => options.isNobodyDue !== true,
      goOn: async () => {
        state.errands++;
      },
      gate: async () => state.findings,
      rehearse: async () => ({ ...report, due: options.due ?? 3 }),
      run: async () => {
        state.runs++;
        return report;
      },
    },
    log: silentLog,
    ...(options.hasAdmins && {
      askAdmins: async () => {
        state.asked++;
      },
    }),
  });
  return { state, run };
}

describe('scheduled run', () => {
  it('goes on when nothing looks wrong', async () => {
    const { state, run } = open({ hasAdmins: true });
    state.findings = [{ kind: 'nothing-new' }];
    await run.tick(now);
    expect(state).toMatchObject({ runs: 1, asked: 0 });
  });

  it('holds what looks wrong, asks once, and goes on at an admin’s word', async () => {
    const { state, run } = open({ hasAdmins: true });
    state.findings = [future];
    await run.tick(now);
    await run.tick(now);
    expect(state).toMatchObject({ runs: 0, asked: 1 });
    await run.release(now);
    await run.tick(now);
    expect(state).toMatchObject({ runs: 2, asked: 1 });
    state.findings = [future, { kind: 'old-date', date: '2020-01-01', articles: 1 }];
    await run.tick(now);
    expect(state).toMatchObject({ runs: 2, asked: 2 });
  });

  it('does not read all subscribers in a minute that is nobody’s, and goes on with what was begun', async () => {
    const { state, run } = open({ hasAdmins: true, isNobodyDue: true });
    state.findings = [future];
    await run.tick(now);
    expect(state).toMatchObject({ runs: 0, asked: 0, errands: 1 });
  });

  it('asks nobody while nobody is due', async () => {
    const { state, run } = open({ hasAdmins: true, due: 0 });
    state.findings = [future];
    await run.tick(now);
    expect(state).toMatchObject({ runs: 0, asked: 0 });
  });

  it('goes on where there are no admins', async () => {
    const { state, run } = open({ hasAdmins: false });
    state.findings = [future];
    await run.tick(now);
    expect(state).toMatchObject({ runs: 1 });
  });
});
