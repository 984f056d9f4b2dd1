import { reset } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditAnswer } from '../../schema/staff/audit.ts';
import type { DraftCell } from '../../schema/staff/cells.ts';
import type { RecordContent, RecordEntryAnswer } from '../../schema/staff/register.ts';
import type { Review } from '../../schema/staff/releases.ts';
import type { ReturnsAnswer } from '../../schema/staff/returns.ts';
import { prepareRecord } from './record.ts';
import { because, cellOf, readReturn, save, saveInVain, say } from './returns.ts';
import { employ, type Colleague } from './staff.ts';

const METRIC = 'agreements-signed';
const MEMBER = 'biomedicine';
const SIGNING = 'signing-2024-biomedicine';

let editor: Colleague;
let reviewer: Colleague;
let admin: Colleague;

beforeEach(async () => {
  await reset();
  await prepareRecord('facts');
  [editor, reviewer, admin] = await Promise.all([
    employ('editor'),
    employ('reviewer'),
    employ('admin'),
  ]);
  await editor.read('POST', '/returns', { year: 2024 });
  // Signed in 2023, and nothing is known of 2024.
  await save(editor, 2024, { metric: 'projects-signed', content: say(null, because('Not known')) });
});

const cell = async (member = MEMBER, metric = METRIC) =>
  cellOf(await readReturn(editor, 2024), metric, member);
const said = async (member = MEMBER, metric = METRIC) => (await cell(member, metric)).draft!;

/** Has a figure follow the register, with what stands beside its number. */
async function follow(content: DraftCell['content'] = say(1), member = MEMBER, by = editor) {
  const version = (await cell(member)).draft?.version ?? 0;
  const [answer] = await save(by, 2024, {
    ...{ metric: METRIC, member, version, content },
    ...{ follows: true },
  });
  return answer!;
}

const recordOf = (key: string) => editor.read<RecordEntryAnswer>('GET', `/records/${key}`);
async function change(key: string, changes: Partial<RecordContent> | null, by = editor) {
  const { entry } = await recordOf(key);
  const content = changes && { ...entry.content!, ...changes };
  await by.read('PUT', `/records/${key}`, { version: entry.version, content });
}
const discard = (key: string) => editor.read('DELETE', `/records/${key}`);
const fewer = async (n: number) => {
  const { parties } = (await recordOf(SIGNING)).entry.content!;
  await change(SIGNING, { parties: parties.slice(n) });
};
const submit = (status = 200) =>
  editor.read<{ code: string; cells: object[] }>('POST', '/returns/2024/submit', {}, status);
const review = async () =>
  (await reviewer.read<Review>('GET', '/returns/2024/review')).changes.find(
    ({ member }) => member === MEMBER,
  );

describe('a figure taken from the register', () => {
  it('is the number there, at least so many where a source names others, with its source', async () => {
    const { register, published } = await cell();
    expect(register).toEqual({ count: 8, openEnded: true, source: published!.source });
    const saved = await follow(say(3, because('Counted')));
    expect(saved).toMatchObject({
      version: 1,
      fromRegister: 'follows',
      content: { value: 8, qualifier: 'at_least', source: register!.source, status: 'A' },
    });
    // Saved again, as after an answer that was lost.
    expect(await follow(say(3, because('Counted')))).toMatchObject({ version: 1 });
    const { entries } = await editor.read<AuditAnswer>('GET', `/audit?metric=${METRIC}&year=2024`);
    expect(entries).toMatchObject([
      { action: 'cell_followed', after: { value: 8 }, restorable: true },
    ]);
  });

  it('says what is published where the register does', async () => {
    const { published } = await cell();
    const { sample: _, ...same } = published!;
    const saved = await follow(same);
    expect(saved).toMatchObject({ fromRegister: 'follows', content: null });
    await fewer(1);
    expect(await said()).toMatchObject({ content: { value: 7, note: published!.note } });
  });

  it('changes with every change of the register, and back', async () => {
    await follow(say(3));
    const now = async () => (await said()).content;
    await fewer(2);
    expect(await now()).toMatchObject({ value: 6, qualifier: 'at_least' });
    await change(SIGNING, { openEnded: false });
    expect(await now()).toMatchObject({ value: 6, qualifier: 'at_least' });
    await discard(SIGNING);
    expect(await now()).toMatchObject({ value: 8 });
    await change(SIGNING, { counted: false, note: { zh: '意向', en: 'Intent' } });
    expect(await now()).toMatchObject({ value: null, status: 'O' });
    await discard(SIGNING);
    await change(SIGNING, { member: 'other' });
    expect(await now()).toMatchObject({ value: null, status: 'O' });
    await discard(SIGNING);
    await change(SIGNING, null);
    expect(await now()).toMatchObject({ value: null });
    await discard(SIGNING);
    const ids = (await recordOf(SIGNING)).entry.content!.parties.flatMap(
      ({ organisation }) => organisation ?? [],
    );
    await editor.read('POST', `/organisations/${ids[0]}/merge`, { into: ids[1] });
    expect(await now()).toMatchObject({ value: 7 });
    expect((await said()).version).toBe(1);
  });

  it('has the qualifier and source that people gave where the register leaves them open', async () => {
    const saved = await follow(say(3));
    expect(saved.content).toMatchObject({ qualifier: 'at_least' });
    await change(SIGNING, { openEnded: false });
    const published = (await cell()).published!;
    expect((await said()).content).toMatchObject({ qualifier: published.qualifier });
    await follow(say(8, { qualifier: 'exact' }));
    expect((await said()).content).toMatchObject({ qualifier: 'exact' });
    await change(SIGNING, { openEnded: true });
    expect((await said()).content).toMatchObject({ qualifier: 'at_least' });
    // A note is said while the register decides: it leaves what people said of the rest.
    await follow({ ...say(8, because('Named')), qualifier: 'at_least' });
    await change(SIGNING, { openEnded: false });
    expect((await said()).content).toMatchObject({ qualifier: 'exact', note: { en: 'Named' } });
  });

  it('changes with how the metric counts', async () => {
    await follow(say(3));
    const path = `/catalogue/count/${METRIC}`;
    const content = { kind: 'agreement', role: null, landed: false };
    const count = (body: object) => admin.read('PUT', path, body);
    await count({ version: 0, content });
    expect((await said()).content).toMatchObject({ value: 1 });
    await count({ version: 1, content: null });
    expect(await said()).toMatchObject({ content: { value: null, status: 'O' } });
    expect((await cell()).register).toBeUndefined();
    expect(await submit(422)).toMatchObject({ code: 'unexplained', cells: [{ member: MEMBER }] });
    await admin.read('DELETE', path);
    expect((await said()).content).toMatchObject({ value: 8 });
  });

  it('ends with another number, or with the same where that is said', async () => {
    await follow(say(3));
    const typed = { metric: METRIC, member: MEMBER, version: 1, content: say(6) };
    const [saved] = await save(editor, 2024, typed);
    expect(saved).toMatchObject({ version: 2, fromRegister: null, content: { value: 6 } });
    const { content } = await follow(say(6));
    const [kept] = await save(editor, 2024, { ...typed, version: 3, content });
    expect(kept).toMatchObject({ version: 3, fromRegister: 'follows' });
    const ended = { ...typed, version: 3, content, ...{ follows: false } };
    expect(await save(editor, 2024, ended)).toMatchObject([{ version: 4, fromRegister: null }]);
    await fewer(2);
    expect(await said()).toMatchObject({ content: { value: 8 } });
  });

  it('is refused where the register holds nothing', async () => {
    for (const metric of ['people-trained', 'projects-landed']) {
      const asked = { metric, member: '', content: say(1), ...{ follows: true } };
      expect(await saveInVain(editor, 422, 2024, asked)).toMatchObject({
        code: 'refused',
        cells: [{ metric, refusal: 'nothing_on_register' }],
      });
    }
  });

  it('is not taken over what a colleague saved, nor saved over by one who saw another', async () => {
    const colleague = await employ('editor', 'another editor');
    await save(colleague, 2024, { metric: METRIC, member: MEMBER, content: say(6) });
    const asked = { metric: METRIC, member: MEMBER, content: say(8), ...{ follows: true } };
    await saveInVain(editor, 409, 2024, asked);
    await follow(say(6), MEMBER, colleague);
    const late = { metric: METRIC, member: MEMBER, version: 1, content: say(7) };
    expect(await saveInVain(editor, 409, 2024, late)).toMatchObject({
      conflicts: [{ version: 2, fromRegister: 'follows', content: { value: 8 } }],
    });
  });

  it('stays the number that held when the return was submitted, and is told', async () => {
    await follow(say(3));
    await fewer(2);
    const entered = { metric: METRIC, member: 'technology-transfer', content: say(5) };
    await save(editor, 2024, entered);
    await submit();
    await discard(SIGNING);
    const frozen = { version: 2, fromRegister: 'taken', content: { value: 6 } };
    expect(await said()).toMatchObject(frozen);
    const { differing } = await reviewer.read<Review>('GET', '/returns/2024/review');
    expect(differing).toEqual([]);
    expect(await review()).toMatchObject({
      after: { value: 6 },
      fromRegister: 'taken',
      register: { count: 8 },
    });
    const { entries } = await editor.read<AuditAnswer>('GET', '/audit?year=2024&limit=3');
    expect(entries.map(({ action }) => action)).toEqual([
      'register_discarded',
      'return_submitted',
      'cell_taken',
    ]);
    expect(entries[2]).toMatchObject({ member: MEMBER, after: { value: 6 } });
    await reviewer.read('POST', '/returns/2024/send-back', { message: '', comments: [] });
    expect(await said()).toMatchObject(frozen);
    expect(await follow(say(6))).toMatchObject({ content: { value: 8 }, fromRegister: 'follows' });
  });

  it('cannot stay below its parts, nor be submitted so', async () => {
    await follow(say(3), '');
    const parts = { metric: METRIC, member: 'other', content: say(9, because('Late')) };
    expect(await saveInVain(editor, 422, 2024, parts)).toMatchObject({
      cells: [{ refusal: 'total_below_parts' }],
    });
    await change('signing-2024-technology-transfer', null);
    expect(await submit(422)).toMatchObject({
      code: 'refused',
      cells: [{ member: '', refusal: 'total_below_parts' }],
    });
  });
});

describe('a figure that stays as published', () => {
  it('is shown to the reviewer where the register holds more or fewer', async () => {
    await fewer(2);
    await submit();
    const { differing } = await reviewer.read<Review>('GET', '/returns/2024/review');
    expect(differing).toMatchObject([
      { member: MEMBER, value: 8, qualifier: 'at_least', register: { count: 6 } },
      { member: '', value: 17, register: { count: 15 }, counts: { kind: 'agreement' } },
    ]);
  });
});

describe('a figure below what the register holds', () => {
  it('has to be explained', async () => {
    await save(editor, 2024, { metric: METRIC, member: MEMBER, content: say(7) });
    const unexplained = { code: 'unexplained', cells: [{ warnings: ['below_register'] }] };
    expect(await submit(422)).toMatchObject(unexplained);
    const { years } = await editor.read<ReturnsAnswer>('GET', '/returns');
    expect(years.find(({ year }) => year === 2024)).toMatchObject({ unexplained: 1 });
    const content = say(7, because('One was signed in 2025.'));
    await save(editor, 2024, { metric: METRIC, member: MEMBER, version: 1, content });
    await submit();
    expect(await review()).toMatchObject({ warnings: ['below_register'] });
  });
});
