import { beforeAll, describe, expect, it } from 'vitest';
import readme from '../../README.md?raw';
import { app } from '../../worker/app.ts';
import { problemCodes } from '../../worker/document.ts';
import { ask, prepareRecord, read } from './record.ts';

type Document = {
  paths: Record<string, { get: { parameters: { name: string }[] } }>;
};

let document: Document;
beforeAll(async () => {
  await prepareRecord('facts');
  document = await read<Document>('/api/v1/openapi.json');
  // The page of documentation loads the staff's half first, which takes longer than a test may.
  await ask('/api');
});

/** The addresses of the API itself; those of charts are answered by the pages' half. */
const ofApi = () => Object.keys(document.paths).filter((path) => path.startsWith('/api/v1/'));

describe('GET /api/v1/openapi.json', () => {
  it('describes every route of the API, and no other', () => {
    const described = ofApi().map((path) => path.replace(/\{(\w+)\}/g, ':$1'));
    const served = app.routes
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/'))
      .map(({ path }) => path)
      .filter((path) => path !== '/api/v1/openapi.json');
    expect(described.toSorted()).toEqual([...new Set(served)].toSorted());
  });

  it('names the parameters that every read takes', () => {
    const names = document.paths['/api/v1/overview']!.get.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['release', 'as_of', 'sample', 'year', 'by']));
  });
});

describe('GET /api', () => {
  it('shows each address, shape and problem code as text', async () => {
    const answer = await ask('/api');
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toMatch('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const path of Object.keys(document.paths)) expect(page).toContain(`GET ${path}`);
    for (const code of Object.keys(problemCodes)) expect(page).toContain(`id="problem-${code}"`);
    expect(page).not.toMatch(/<script|style="/);
  });

  it('gives for each address an example that works', async () => {
    const page = await (await ask('/api')).text();
    const examples = [...page.matchAll(/Try: <a href="([^"]+)"/g)].map((match) => match[1]!);
    const paths = ofApi().filter((path) => path !== '/api/v1/charts/{name}');
    const own = examples.filter((path) => path.startsWith('/api/'));
    expect(own.length).toBe(paths.length);
    for (const example of own)
      expect([example, (await ask(example)).status]).toEqual([example, 200]);
  });
});

describe('README.md', () => {
  it('lists every route in its table', () => {
    for (const path of ofApi()) {
      expect(readme).toContain(`\`${path.replace('/api/v1/', '').replace(/\{(\w+)\}/g, ':$1')}\``);
    }
  });
});
