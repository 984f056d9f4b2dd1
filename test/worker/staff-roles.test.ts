import { beforeAll, describe, expect, it } from 'vitest';
import readme from '../../README.md?raw';
import {
  hasRole,
  roles,
  staffRoutes,
  type Role,
  type StaffRoute,
} from '../../schema/staff/roles.ts';
import { staffApp } from '../../worker/staff-app.ts';
import { ask, prepareRecord, read } from './record.ts';
import { employ, type Colleague } from './staff.ts';

const colleagues = new Map<Role, Colleague>();
beforeAll(async () => {
  await prepareRecord('facts');
  for (const role of roles) colleagues.set(role, await employ(role));
});

const table = Object.entries(staffRoutes) as [StaffRoute, (typeof staffRoutes)[StaffRoute]][];

/** Addresses that lead nowhere, so that what is allowed changes nothing. */
const examples: Record<string, string> = {
  year: '1999',
  format: 'csv',
  n: '9999',
  kind: 'group',
  key: 'nothing',
  id: 'nobody',
  name: 'no-chart',
};

const splitRoute = (route: string): [string, string] => {
  const [method, path] = route.split(' ') as [string, string];
  return [method, path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name]!)];
};

describe('the addresses below /api/v1/staff', () => {
  it('are those of the table, and no other', () => {
    const served = staffApp.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/staff/'))
      .map(({ method, path }) => `${method} ${path.replace('/api/v1/staff', '')}`)
      .filter((route) => route !== 'GET /openapi.json')
      // The router takes no parameter inside a segment, but one with a pattern.
      .map((route) => route.replace(/\{.*?\}(?=\/|$)/g, '').replace('/:file', '/template.:format'));
    const named = table.map(([route]) => route.replace(/\{(\w+)\}/g, ':$1'));
    expect([...new Set(served)].toSorted()).toEqual(named.toSorted());
  });

  it('are described in the document, each with its role', async () => {
    type Document = { paths: Record<string, Record<string, { description: string }>> };
    const { paths } = await read<Document>('/api/v1/staff/openapi.json');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { description }]) => [
        `${method.toUpperCase()} ${path.replace('/api/v1/staff', '')}`,
        description,
      ]),
    );
    const expected = table.map(([route, needed]) => [
      route,
      needed === 'anyone' ? 'Takes no sign-in.' : `Takes the role ${needed}.`,
    ]);
    expect(described.toSorted()).toEqual(expected.toSorted());
  });

  it('are shown at /api', async () => {
    const page = await (await ask('/api')).text();
    for (const [route] of table) expect(page).toContain(`<code>${route}</code>`);
  });

  it('stand in the README with their roles', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z]+ [^`]+)` +\| (\w+) +\|/gm)];
    const written = rows.map(([, route, role]) => [route, role]);
    expect(written.toSorted()).toEqual(
      table.map(([route, needed]) => [route.replace(/\{(\w+)\}/g, ':$1'), needed]).toSorted(),
    );
  });
});

describe.each(table)('%s', (route, needed) => {
  const [method, path] = splitRoute(route);
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};

  it(`takes ${needed}`, async () => {
    for (const [role, colleague] of colleagues) {
      const { status } = await colleague.ask(method, path, body);
      expect([role, status]).not.toEqual([role, 500]);
      const allowed = needed === 'anyone' || hasRole(role, needed);
      expect([role, status !== 401 && status !== 403]).toEqual([role, allowed]);
      if (!allowed) expect([role, status]).toEqual([role, 403]);
    }
    const answer = await ask(`/api/v1/staff${path}`, {
      method,
      headers: { origin: 'http://yearbook.test', 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : null,
    });
    expect(answer.status === 401).toBe(needed !== 'anyone');
  });
});
