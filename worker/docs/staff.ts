import { html } from 'hono/html';
import { staffRoutes, type StaffRoute } from '../../schema/staff/roles.ts';
import type { ApiDocument } from './page.ts';
import { describeType, listFields, type Schema } from './schema.ts';

type Content = Record<string, { schema?: Schema }>;
type Operation = {
  summary?: string;
  parameters?: { name: string; in: string; schema?: Schema; description?: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};

/** Where the staff's addresses lie; the table of roles names them without it. */
const BASE = '/api/v1/staff';

/** The addresses of the staff: what each does, takes and answers, and for whom. */
export function staffSection(document: ApiDocument) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.slice(BASE.length)}` as StaffRoute,
      operation: operation as Operation,
    })),
  );
  return html`<h2 id="staff">Addresses of the staff</h2>
    <p>${document.info.description ?? ''}</p>
    <p>
      Below <code>${BASE}</code>, for this site alone (no CORS), never kept by a cache. Roles build
      on each other: viewer, editor, reviewer, admin. What a role may not do answers 403, what is
      sent without a sign-in 401. Machine-readable:
      <a href="${BASE}/openapi.json">${BASE}/openapi.json</a>.
    </p>
    <pre><code>curl -H 'Authorization: Bearer yb_…' https://…${BASE}/me</code></pre>
    ${operations.map(({ route, operation }) => operationSection(route, operation))}`;
}

function operationSection(route: StaffRoute, operation: Operation) {
  const answer = Object.values(operation.responses['200']?.content ?? {})[0]?.schema;
  const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return html`<section>
    <h3><code>${route}</code></h3>
    <p>
      ${operation.summary ?? ''}. For: <b>${staffRoutes[route]}</b>. Answers
      ${answer ? describeType(answer) : 'nothing'}.
    </p>
    ${fieldList(
      query.map(({ name, schema = {}, description = '' }) => ({
        field: `?${name}`,
        type: describeType(schema),
        description,
      })),
    )}
    ${body?.schema ? html`<p>Body (<code>${type}</code>): ${bodyOf(body.schema)}</p>` : ''}
    ${body?.schema ? fieldList(listFields(body.schema)) : ''}
  </section>`;
}

const bodyOf = (schema: Schema) => (schema.properties ? '' : describeType(schema));

const fieldList = (fields: ReturnType<typeof listFields>) =>
  fields.length === 0
    ? ''
    : html`<dl>
        ${fields.map(
          ({ field, type, description }) =>
            html`<dt><code>${field}</code> ${type}</dt>
              <dd>${description}</dd>`,
        )}
      </dl>`;
