import { Hono } from 'hono';
import { docsPage, docsStyle, type ApiDocument } from '../docs/page.ts';

/** The OpenAPI document made readable, at `/api`. Needs no script, and no host but this one. */
export const createDocs = (document: () => ApiDocument, staff: () => Promise<ApiDocument>) =>
  new Hono()
    .get('/', async (c) => {
      c.header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      return c.html(docsPage(document(), await staff()));
    })
    .get('/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
