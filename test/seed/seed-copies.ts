import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const seed = new URL('../../seed/', import.meta.url).pathname;

/** A copy of the committed seed, removed after the test, with some of its files changed. */
export function seedCopy(edits: Record<string, (text: string) => string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'seed-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ['catalogue', 'facts', 'sample']) {
    cpSync(join(seed, folder), join(root, folder), { recursive: true });
  }
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(root, file);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  }
  return root;
}
