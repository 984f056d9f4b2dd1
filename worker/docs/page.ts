import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import { problemCodes } from '../document.ts';
import { describeType, joinWords, listFields, type Schema } from './schema.ts';
import { staffSection } from './staff.ts';

export { docsStyle } from './style.ts';

type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
};
type Operation = { summary?: string; parameters?: Parameter[]; responses: Record<string, Answer> };
type Answer = { description: string; content?: Record<string, { schema?: Schema }> };

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** Values to try an address with. A record need not have a saved chart: its address has no example. */
const examples: Record<string, string> = {
  id: 'agreements-signed',
  metric: 'agreements-signed',
  record: 'cooperation-meeting-2024',
  organisation: 'ittn',
  year: '2024',
  n: '3',
  file: 'figures.csv',
  format: 'svg',
  code: '0022-5541-5NM7-0JCH-FNFZ-4PN1',
};

/** An address that works, or null. */
function fillIn(path: string, parameters: Parameter[]): string | null {
  if (parameters.some((one) => one.in === 'query' && one.required)) return null;
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => examples[name] ?? whole);
  return filled.includes('{') ? null : filled;
}

/** The whole page. Everything in it is escaped by the template. */
export function docsPage(document: ApiDocument, staff: ApiDocument) {
  const shapes = { ...staff.components?.schemas, ...document.components?.schemas };
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, { get }]) =>
    get ? [{ path, operation: get as Operation }] : [],
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        <meta name="description" content="${document.info.title}: addresses, parameters, shapes" />
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <header>
          <p><a href="/">← Yearbook</a></p>
          <h1>${document.info.title} <span lang="zh">数据接口</span></h1>
          <p>${document.info.description ?? ''}</p>
          <p>
            Machine-readable: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> (OpenAPI 3.1).
            The public record takes GET only, is open to every origin, and takes no key. The
            <a href="#staff">addresses of the staff</a> take a sign-in or a token.
          </p>
        </header>
        <main>
          <h2 id="addresses">Addresses</h2>
          ${operations.map(({ path, operation }) => operationSection(path, operation))}
          ${staffSection(staff)}
          <h2 id="shapes">Shapes</h2>
          ${Object.entries(shapes).map(([name, schema]) => shapeSection(name, schema as Schema))}
          <h2 id="problems">Problems</h2>
          <p>Every error is <code>application/problem+json</code> (RFC 9457) of one shape.</p>
          <dl>
            ${Object.entries(problemCodes).map(
              ([code, text]) =>
                html`<dt id="problem-${code}"><code>${code}</code></dt>
                  <dd>${text}</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html>`;
}

function operationSection(path: string, { summary, parameters = [], responses }: Operation) {
  const example = fillIn(path, parameters);
  const content = Object.entries(responses['200']?.content ?? {});
  return html`<section>
    <h3><code>GET ${path}</code></h3>
    <p>${summary ?? ''}. Answers ${joinWords(content.map(answerOf), ', ')}.</p>
    ${
      parameters.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${path}">
            <table>
              <thead>
                <tr>
                  <th scope="col">Parameter</th>
                  <th scope="col">In</th>
                  <th scope="col">Expected</th>
                  <th scope="col">Meaning</th>
                </tr>
              </thead>
              <tbody>
                ${parameters.map(
                  (parameter) =>
                    html`<tr>
                      <th scope="row"><code>${parameter.name}</code></th>
                      <td>${parameter.in}</td>
                      <td>${parameter.schema ? describeType(parameter.schema) : ''}</td>
                      <td>${parameter.description ?? ''}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : ''
    }
    ${example === null ? '' : html`<p>Try: <a href="${example}">${example}</a></p>`}
  </section>`;
}

/** A shape, or the media type of a file. */
const answerOf = ([type, { schema }]: [string, { schema?: Schema }]) =>
  schema?.$ref ? describeType(schema) : html`<code>${type}</code>`;

function shapeSection(name: string, schema: Schema) {
  return html`<section>
    <h3 id="shape-${name}">${name}</h3>
    ${schema.description ? html`<p>${schema.description}</p>` : ''}
    <dl>
      ${listFields(schema).map(
        ({ field, type, description }) =>
          html`<dt><code>${field}</code> ${type}</dt>
            <dd>${description}</dd>`,
      )}
    </dl>
  </section>`;
}
