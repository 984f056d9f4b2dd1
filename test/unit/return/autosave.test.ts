import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Autosave,
  retryAfter,
  type Outgoing,
  type Reply,
} from '../../../web/src/lib/staff/return/autosave.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const saved: Reply = { kind: 'saved', cells: [] };
const cell = (key: string, value = 1): Outgoing => ({
  ...{ key, version: 0 },
  content: { value, qualifier: 'exact', status: 'A', source: null, note: null },
  follows: false,
});

/** A queue over a list of edits, and a server that answers when it is told to. */
function setUp() {
  let waiting: Outgoing[] = [];
  const asked: { keys: string[]; answer: (reply: Reply) => void }[] = [];
  const queue = new Autosave({
    collect: () => [...waiting],
    send: (cells) =>
      new Promise((answer) => asked.push({ keys: cells.map(({ key }) => key), answer })),
    settle(sent, reply) {
      const isOut = (one: Outgoing) =>
        reply.kind === 'saved'
          ? sent.includes(one)
          : (reply.kind === 'conflict' || reply.kind === 'refused') &&
            reply.cells.some(({ metric }) => metric === one.key);
      waiting = waiting.filter((one) => !isOut(one));
    },
  });
  return {
    queue,
    asked,
    edit: (...cells: Outgoing[]) => {
      waiting = [...waiting.filter(({ key }) => !cells.some((one) => one.key === key)), ...cells];
      queue.touch(100);
    },
    answer: async (reply: Reply) => {
      asked.at(-1)!.answer(reply);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('Autosave', () => {
  it('waits for a pause, and sends all that waits in one request', async () => {
    const { asked, edit } = setUp();
    edit(cell('a'));
    await vi.advanceTimersByTimeAsync(60);
    edit(cell('b'));
    await vi.advanceTimersByTimeAsync(60);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(40);
    expect(asked.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  });

  it('has one request under way at a time, and sends what came meanwhile after it', async () => {
    const { asked, edit, answer } = setUp();
    edit(cell('a'));
    await vi.advanceTimersByTimeAsync(100);
    edit(cell('a', 2), cell('b'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    await answer(saved);
    expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b']]);
    await answer(saved);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked).toHaveLength(2);
  });

  it('sends the rest again at once when some are refused or in conflict', async () => {
    const { asked, edit, answer } = setUp();
    edit(cell('a'), cell('b'), cell('c'));
    await vi.advanceTimersByTimeAsync(100);
    const by = { fromRegister: null, editedBy: null, editedAt: null };
    const draft = { member: '', version: 1, content: null, ...by };
    await answer({ kind: 'conflict', cells: [{ metric: 'a', ...draft }] });
    await answer({
      kind: 'refused',
      cells: [{ metric: 'b', member: '', refusal: 'negative', detail: '' }],
    });
    expect(asked.map(({ keys }) => keys)).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']]);
  });

  it('tries what was not heard again, later each time, until it is', async () => {
    const { asked, edit, answer } = setUp();
    edit(cell('a'));
    await vi.advanceTimersByTimeAsync(100);
    for (const failures of [1, 2, 3]) {
      await answer({ kind: 'unheard' });
      // A new edit does not hurry a server that fails.
      edit(cell('b'));
      await vi.advanceTimersByTimeAsync(retryAfter(failures) - 1);
      expect(asked).toHaveLength(failures);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toHaveLength(failures + 1);
    }
    await answer(saved);
    edit(cell('c'));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked.at(-1)!.keys).toEqual(['c']);
    expect([1, 2, 3, 20].map(retryAfter)).toEqual([2_000, 4_000, 8_000, 60_000]);
  });

  it('sends at once when asked to: the connection is back', async () => {
    const { queue, asked, edit, answer } = setUp();
    edit(cell('a'));
    await vi.advanceTimersByTimeAsync(100);
    await answer({ kind: 'unheard' });
    const flushed = queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    await answer(saved);
    await flushed;
  });

  it('stops where nothing will be taken, until asked again', async () => {
    const { queue, asked, edit, answer } = setUp();
    edit(cell('a'));
    await vi.advanceTimersByTimeAsync(100);
    await answer({ kind: 'stopped', code: 'signed_out', detail: '' });
    edit(cell('b'));
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked).toHaveLength(1);
    void queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.at(-1)!.keys).toEqual(['a', 'b']);
  });

  it('does not ask without end where a refusal changes nothing', async () => {
    const { asked, edit, answer } = setUp();
    edit(cell('a'));
    await vi.advanceTimersByTimeAsync(100);
    await answer({ kind: 'refused', cells: [] });
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(retryAfter(1));
    expect(asked).toHaveLength(2);
  });
});
