import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { chartShows, chartTypes, viewKeys } from '../../schema/chart-views.ts';
import { fileLanguages } from '../../schema/dataset/languages.ts';
import { reading, year } from '../../schema/queries.ts';
import { problemContent, type AppEnv } from '../openapi.ts';

/** The forms of a chart and their media types. A test holds them to those that the site serves. */
export const chartForms = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  jsonstat: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

const said = <T extends z.ZodType>(shape: T, description: string) =>
  shape.optional().openapi({ description });
const pixels = () => z.int().min(240).max(2400);

/** What every address of a chart takes. */
const chart = {
  by: said(z.string(), '`total` or `members`, or the id of the breakdown.'),
  show: said(z.enum(chartShows), 'Which number of each figure is shown; by default the value.'),
  type: said(z.enum(chartTypes), 'How it is drawn: what suits what is shown.'),
  from: said(year, 'By default the first year of the record.'),
  to: said(year, 'By default the newest year with figures.'),
  ...reading,
  lang: said(z.enum(fileLanguages), 'By default zh.'),
  theme: said(z.enum(['light', 'dark']), 'Of the image.'),
  width: said(pixels(), 'Of the image, px; what is beyond is brought to these.'),
  height: said(pixels(), 'Of the image, px; by default what its width asks for.'),
  size: said(z.enum(['preview']), 'The image as link previews show it.'),
  scale: said(z.enum(['1', '2', '3']), 'Pixels of a PNG for each of its own.'),
  title: said(z.enum(['show', 'hide']), 'Whether the title stands in the image.'),
  verify: said(z.enum(['show', 'hide']), 'Whether the file carries a code to verify it.'),
};

const view = Object.fromEntries(viewKeys.map((key) => [key, chart[key]])) as Pick<
  typeof chart,
  (typeof viewKeys)[number]
>;
const { theme: _, size: _size, scale: _scale, width: _width, height: _height, ...inFrame } = chart;

const metric = z.string().openapi({ description: 'Id of the metric.' });
const name = z.string().openapi({ description: 'Name of the saved chart.' });
const form = z.enum(Object.keys(chartForms) as (keyof typeof chartForms)[]);

const refusals = {
  400: problemContent(
    'A parameter is not as expected; an image element gets an image that says so.',
  ),
  404: problemContent('There is no such chart, or it was not public in that release.'),
};

const files = {
  200: {
    description: 'The chart in that form.',
    content: Object.fromEntries(
      Object.values(chartForms).map((type) => [type, { schema: { type: 'string' as const } }]),
    ),
  },
  ...refusals,
};

const page = {
  200: {
    description: 'The page.',
    content: { 'text/html': { schema: { type: 'string' as const } } },
  },
  ...refusals,
};

const addresses = [
  {
    path: '/charts/{metric}.{format}',
    summary: 'One chart as a file; the query is the view',
    params: { metric, format: form },
    query: chart,
    responses: files,
  },
  {
    path: '/c/{name}.{format}',
    summary: 'A saved chart as a file; its view is its own',
    params: { name, format: form },
    query: Object.fromEntries(Object.entries(chart).filter(([key]) => !Object.hasOwn(view, key))),
    responses: files,
  },
  {
    path: '/embed/{metric}',
    summary: 'One chart as a page to stand in a frame of another site',
    params: { metric },
    query: {
      ...inFrame,
      theme: said(z.enum(['auto', 'light', 'dark']), 'By default as the reader’s system.'),
    },
    responses: page,
  },
  {
    path: '/oembed',
    summary: 'What a site puts in the place of a pasted address of a chart (oEmbed 1.0)',
    params: {},
    query: {
      url: z.url().openapi({ description: 'The address that was pasted.' }),
      format: said(z.enum(['json', 'xml']), 'By default json.'),
      maxwidth: said(z.int().min(1), 'px.'),
      maxheight: said(z.int().min(1), 'px.'),
    },
    responses: {
      200: {
        description: 'The frame, its size and its title.',
        content: { 'application/json': { schema: { type: 'object' as const } } },
      },
      ...refusals,
    },
  },
];

/** Tells the document of the addresses of charts, which the pages' half of the Worker answers. */
export function describeSite({ openAPIRegistry }: OpenAPIHono<AppEnv>): void {
  for (const { path, summary, params, query, responses } of addresses)
    openAPIRegistry.registerPath({
      method: 'get',
      path,
      summary,
      request: { params: z.object(params), query: z.object(query) },
      responses,
    });
}
