import { describe, expect, it } from 'vitest';
import { migrationStatements } from '../../seed/migrations.ts';

const triggers = migrationStatements().filter((statement) => /create trigger/i.test(statement));

describe('triggers of the migrations', () => {
  it('guard the trail', () => {
    const names = triggers.map((trigger) => /TRIGGER `(\w+)`/.exec(trigger)?.[1]);
    expect(names).toEqual(
      expect.arrayContaining(['audit_no_update', 'audit_no_delete', 'audit_no_replace']),
    );
  });

  // Remote D1 cuts others apart at their semicolons (workers-sdk#4998), which the local runtime does not show.
  it('stand on one line each, without a nested END', () => {
    for (const trigger of triggers) {
      const [line, ...others] = trigger
        .trim()
        .split('\n')
        .filter((text) => !text.startsWith('--'));
      expect(others).toEqual([]);
      expect(line).toMatch(/^CREATE TRIGGER .* BEGIN [^;]*; END;$/);
      expect(trigger).not.toMatch(/\r|\bCASE\b/);
    }
  });
});
