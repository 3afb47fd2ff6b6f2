import { describe, expect, it } from 'vitest';
import { pendingEdits } from '../../src/telegram/pending-edits.js';

describe('pending edits', () => {
  it('of one message are sent one after another, and of several only the last', async () => {
    const edits = pendingEdits();
    const sent: unknown[] = [];
    let open = () => {};
    const turn = new Promise<void>((resolve) => {
      open = resolve;
    });
    for (const text of ['a', 'b', 'c']) {
      edits.put('1:1', { text }, async (latest) => {
        await turn;
        sent.push(latest()['text']);
      });
    }
    edits.put('1:2', { text: 'other' }, async (latest) => void sent.push(latest()['text']));
    open();
    await edits.idle();
    expect(sent).toEqual(['other', 'c']);
  });

  it('that were given up hold up none that come later', async () => {
    const edits = pendingEdits();
    const sent: unknown[] = [];
    edits.put('1:1', { text: 'a' }, async () => {});
    await edits.idle();
    edits.put('1:1', { text: 'b' }, async (latest) => void sent.push(latest()['text']));
    await edits.idle();
    expect(sent).toEqual(['b']);
  });
});
