import { test } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Serves pages of another site to the tests of a file: `localhost`, which to a browser has nothing to do with
 * `127.0.0.1`. Gives the address of one, by its path; the pages are given at each test's own `paths`.
 */
export function useHostSite(pages: Record<string, (ours: string) => string>): {
  at: (path: string, ours: string) => string;
} {
  let server: Server;
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      const page = pages[url.pathname];
      const body = page?.(url.searchParams.get('ours')!);
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(body && `<!doctype html><html lang="en"><title>A report</title>${body}`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  test.afterAll(() => void server.close());
  return {
    at: (path, ours) =>
      `http://localhost:${(server.address() as AddressInfo).port}${path}?ours=${encodeURIComponent(ours)}`,
  };
}
