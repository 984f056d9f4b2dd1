import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, Refusal } from './run.ts';
import { defaultState, findRunning } from './state.ts';

await main(async () => {
  const { values } = parseArgs({ options: { state: { type: 'string', default: defaultState } } });
  const state = resolve(values.state);
  const pid = await findRunning(state);
  if (pid !== null) throw new Refusal(`Yearbook is running (process ${pid}). Stop it first.`);
  rmSync(state, { recursive: true, force: true });
  console.log('The local database is gone. npm start makes a new one.');
});
