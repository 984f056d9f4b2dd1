import { setTimeout as wait } from 'node:timers/promises';
import { run } from './run.ts';

interface Process {
  pid: number;
  parent: number;
  /** The command line. */
  command: string;
}

/** What runs on this machine; nothing where `ps` is missing. */
async function listProcesses(): Promise<Process[]> {
  const printed = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']).catch(() => '');
  return printed.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The command line of a process, or null when there is none of that number. */
export async function findCommand(pid: number): Promise<string | null> {
  return (await listProcesses()).find((found) => found.pid === pid)?.command ?? null;
}

/** The runtimes that this process has started. */
export async function listOwnRuntimes(): Promise<number[]> {
  const own = (await listProcesses()).filter(({ parent }) => parent === process.pid);
  return own.filter(({ command }) => command.includes('workerd')).map(({ pid }) => pid);
}

/** Ends runtimes that outlived the process which started them, and waits until they are gone. */
export async function endRuntimes(pids: number[]): Promise<void> {
  for (const pid of pids) {
    if (!(await findCommand(pid))?.includes('workerd')) continue;
    process.kill(pid, 'SIGKILL');
    while ((await findCommand(pid))?.includes('workerd')) await wait(50);
  }
}
