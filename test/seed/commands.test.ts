import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const seed = fileURLToPath(new URL('../../seed/', import.meta.url).href);
const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(seed, program), ...args], { encoding: 'utf8' });

describe('node seed/check.ts', () => {
  it('says what the seed holds', () => {
    const { status, stdout, stderr } = run('check.ts');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Catalogue and facts: 4 release');
  });
});

describe('node seed/write-sql.ts', () => {
  it('writes the facts without any sample', () => {
    const folder = mkdtempSync(join(tmpdir(), 'seed-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const out = join(folder, 'out.sql');
    expect(run('write-sql.ts', '--facts-only', out).status).toBe(0);
    const sql = readFileSync(out, 'utf8');
    expect(sql).toContain('cooperation-meeting-2024-08-06');
    expect(sql).not.toContain("'sample'");
  });

  it.each([[[]], [['--sometimes', 'out.sql']], [['a.sql', 'b.sql']]])('refuses %j', (args) => {
    const { status, stderr } = run('write-sql.ts', ...args);
    expect(status).toBe(1);
    expect(stderr).not.toBe('');
  });
});
