import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endRuntimes, findCommand, listOwnRuntimes } from './processes.ts';
import { Refusal, root } from './run.ts';

/** Where a local Yearbook keeps its database. */
export const defaultState = join(root, '.yearbook/state');

/** Who has a state folder: the process that serves it, and the runtimes it has started. */
interface Holder {
  pid: number;
  runtimes: number[];
}

const holderFile = (state: string) => join(state, 'running.json');

function readHolder(state: string): Holder | null {
  if (!existsSync(holderFile(state))) return null;
  try {
    return JSON.parse(readFileSync(holderFile(state), 'utf8')) as Holder;
  } catch {
    return null; // It was killed while it wrote.
  }
}

function writeHolder(state: string, runtimes: number[]): void {
  const holder: Holder = { pid: process.pid, runtimes };
  writeFileSync(holderFile(state), JSON.stringify(holder));
}

/** The process that serves this state folder, or null. Numbers are used again: it must be one of ours. */
export async function findRunning(state: string): Promise<number | null> {
  const pid = readHolder(state)?.pid;
  if (pid === undefined || pid === process.pid) return null;
  return /scripts\/(start|dev)\.ts/.test((await findCommand(pid)) ?? '') ? pid : null;
}

/**
 * Takes a state folder for this process: two of them on one database would block each other. What a killed process
 * left running is ended.
 * @throws Refusal when another one has it
 */
export async function takeState(state: string): Promise<void> {
  const pid = await findRunning(state);
  if (pid !== null) {
    throw new Refusal(
      `Yearbook already runs on this database (process ${pid}). Stop that one first.`,
    );
  }
  await endRuntimes(readHolder(state)?.runtimes ?? []);
  mkdirSync(state, { recursive: true });
  writeHolder(state, []);
  process.on('exit', () => rmSync(holderFile(state), { force: true }));
}

/** Notes the runtimes of this process, for the case that it is killed and they live on. */
export async function noteRuntimes(state: string): Promise<void> {
  writeHolder(state, await listOwnRuntimes());
}
