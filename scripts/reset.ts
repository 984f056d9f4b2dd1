import { rmSync } from 'node:fs';
import { main, Refusal } from './run.ts';
import { defaultState, findRunning } from './state.ts';

await main(async () => {
  const pid = findRunning(defaultState);
  if (pid !== null) throw new Refusal(`Yearbook is running (process ${pid}). Stop it first.`);
  rmSync(defaultState, { recursive: true, force: true });
  console.log('The local database is gone. npm start makes a new one.');
});
