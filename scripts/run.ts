import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '..');

/** A failure that a person can act on: told as it is, without a stack. */
export class Refusal extends Error {}

/**
 * Runs one of the installed programs quietly and gives what it printed.
 * @throws Refusal with the output when it fails
 */
export async function run(
  program: string,
  args: string[],
  { cwd = root, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd,
      env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', PATH: path, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Refusal(`${program} ${args.join(' ')} failed:\n${stderr}${stdout}`.trim());
  }
}

/** Runs a script's main function: a refusal is one message and exit code 1, anything else keeps its stack. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
