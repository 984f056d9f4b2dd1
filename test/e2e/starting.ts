import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../../scripts/run.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'yearbook-start-'));
export const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true });

/** A port that nobody listens on at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export interface Run {
  process: ChildProcess;
  address: string;
  /** All that it has printed so far, both streams. */
  output(): string;
  /** Its exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
  /** Until it has printed its address. Throws where it ends before. */
  ready: Promise<void>;
}

/** Runs one of our scripts the way npm does, in this or in another copy of the repository. */
export function run(script: string, args: string[], port = 0, folder = root): Run {
  const child = spawn(process.execPath, [join(folder, 'scripts', script), ...args], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
  });
  let text = '';
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const add = (chunk: Buffer) => {
    text += String(chunk);
    if (text.includes('Yearbook is at')) resolve();
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  void ended.then((code) => reject(new Error(`It ended with ${code}:\n${text}`)));
  // Who does not wait for it to be ready waits for its end.
  ready.catch(() => {});
  return { process: child, address: `http://127.0.0.1:${port}`, output: () => text, ended, ready };
}

export const start = (state: string, port: number, ...args: string[]): Run =>
  run('start.ts', ['--no-build', '--state', state, ...args], port);

/** Ends it politely and waits until it is gone. */
export async function stop(one: Run): Promise<void> {
  one.process.kill('SIGTERM');
  await one.ended;
}

/** The processes that one started, and those that they started; empty where there is no /proc. */
function descendants(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(list) ? readFileSync(list, 'utf8').trim().split(' ') : [];
  return children
    .filter(Boolean)
    .flatMap((child) => [Number(child), ...descendants(Number(child))]);
}

/** Kills it alone, as a reader's task manager would; gives what ends the processes it leaves behind. */
export async function kill(one: Run): Promise<() => void> {
  const left = descendants(one.process.pid!);
  one.process.kill('SIGKILL');
  // Not until its streams close: what it leaves behind holds them open.
  await new Promise((done) => one.process.once('exit', done));
  return () => {
    for (const pid of left)
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
  };
}

const databaseOf = (state: string): string | undefined => {
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const name = files.find((file) => /^[\da-f]{64}\.sqlite$/.test(file));
  return name && join(folder, name);
};

/** Asks the database file itself, past everything of ours; null while there is no such file or table. */
export function ask(state: string, sql: string): Record<string, unknown>[] | null {
  const file = databaseOf(state);
  if (!file) return null;
  try {
    const database = new DatabaseSync(file);
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
