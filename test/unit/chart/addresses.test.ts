import { describe, expect, it } from 'vitest';
import { app } from '../../../worker/app.ts';
import { chartForms } from '../../../worker/docs/site.ts';
import { formats } from '../../../web/src/lib/chart/files/formats.ts';
import { besidesView, parameters } from '../../../web/src/lib/chart/files/request.ts';
import { themes } from '../../../web/src/lib/embed/theme.ts';

interface Parameter {
  name: string;
  in: string;
  schema: { enum?: string[] };
}
type Document = { paths: Record<string, { get: { parameters: Parameter[] } }> };

const answer = await app.request('/api/v1/openapi.json');
const { paths } = (await answer.json()) as Document;
const queryOf = (path: string) =>
  paths[path]!.get.parameters.filter((one) => one.in === 'query').map(({ name }) => name);

describe('what the document tells of the addresses of charts', () => {
  it('names the forms that the site serves; a PNG is drawn from the SVG', () => {
    const { png, ...written } = chartForms;
    expect(png).toBe('image/png');
    const served = Object.entries(formats).map(([form, { type }]) => [form, type.split(';')[0]]);
    expect(written).toEqual(Object.fromEntries(served));
  });

  it('names the parameters that the site takes, and no other', () => {
    expect(queryOf('/charts/{metric}.{format}').sort()).toEqual([...parameters].sort());
    expect(queryOf('/c/{name}.{format}').sort()).toEqual([...besidesView].sort());
    const { schema } = paths['/embed/{metric}']!.get.parameters.find(
      ({ name }) => name === 'theme',
    )!;
    expect(schema.enum!.toSorted()).toEqual([...themes].sort());
  });
});
