import { describe, expect, it } from 'vitest';
import { personQueues } from '../../src/telegram/person-queues.js';

const question = (run: () => Promise<void>) => ({ isChange: false, run });

describe('queues of persons', () => {
  it('keep the order of one person and let others pass', async () => {
    const queues = personQueues();
    const done: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    void queues.add(
      'a',
      question(() => gate.then(() => void done.push('a1'))),
    );
    void queues.add(
      'a',
      question(async () => void done.push('a2')),
    );
    await queues.add(
      'b',
      question(async () => void done.push('b1')),
    );
    expect(done).toEqual(['b1']);
    open();
    await queues.idle();
    expect(done).toEqual(['b1', 'a1', 'a2']);
    expect(queues.length('a')).toBe(0);
  });

  it('drop the oldest questions of a flood, never its changes', async () => {
    const queues = personQueues();
    const done: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    void queues.add(
      'a',
      question(() => gate),
    );
    void queues.add('a', { isChange: true, run: async () => void done.push('change') });
    const dropped = queues.add(
      'a',
      question(async () => void done.push('first')),
    );
    for (let index = 0; index < 50; index++)
      void queues.add(
        'a',
        question(async () => void done.push(`q${index}`)),
      );
    await dropped;
    open();
    await queues.idle();
    expect(done[0]).toBe('change');
    expect(done).not.toContain('first');
    expect(done.at(-1)).toBe('q49');
    expect(done.length).toBeLessThan(25);
  });
});
