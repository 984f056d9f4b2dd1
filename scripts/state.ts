import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root } from './run.ts';

/** Where a local Yearbook keeps its database. */
export const defaultState = join(root, '.yearbook/state');

const lockOf = (state: string) => join(state, 'running.pid');

/** The process that serves this state folder, or null. */
export function findRunning(state: string): number | null {
  if (!existsSync(lockOf(state))) return null;
  const pid = Number(readFileSync(lockOf(state), 'utf8'));
  try {
    process.kill(pid, 0);
    return pid === process.pid ? null : pid;
  } catch {
    return null; // It was killed and could not say goodbye.
  }
}

/**
 * Takes a state folder for this process: two of them on one database would block each other.
 * @throws Refusal when another one has it
 */
export function takeState(state: string): void {
  const pid = findRunning(state);
  if (pid !== null) {
    throw new Refusal(
      `Yearbook already runs on this database (process ${pid}). Stop that one first.`,
    );
  }
  mkdirSync(state, { recursive: true });
  writeFileSync(lockOf(state), String(process.pid));
  process.on('exit', () => rmSync(lockOf(state), { force: true }));
}
