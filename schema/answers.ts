import { z } from '@hono/zod-openapi';
import {
  changeReasons,
  directions,
  gapReasons,
  qualifiers,
  sourceKinds,
  statuses,
} from './vocabulary.ts';
import { recordKinds } from './register/words.ts';

/** The shapes the API answers with: the one definition behind its types, its OpenAPI document and the pages. */

export const localised = z.record(z.string(), z.string()).openapi('Localised', {
  description: 'A text in every language it exists in, by language code.',
  example: { zh: '签约数', en: 'Agreements signed' },
});

const pluralForm = z.string().optional();

export const unit = z
  .record(
    z.string(),
    z.object({
      zero: pluralForm,
      one: pluralForm,
      two: pluralForm,
      few: pluralForm,
      many: pluralForm,
      other: z.string(),
    }),
  )
  .openapi('Unit', {
    description: 'A unit by language code and plural category (Intl.PluralRules).',
    example: { zh: { other: '次' }, en: { one: 'meeting', other: 'meetings' } },
  });

export const releaseRef = z
  .object({
    n: z.int().min(1),
    publishedAt: z.iso.datetime(),
    reason: z.enum(changeReasons),
    notes: localised,
    onePerson: z.boolean().openapi({
      description: 'Whether who published it had also entered figures of it.',
    }),
  })
  .openapi('Release');

const lastYear = z.int().nullable().openapi({
  description: 'Retired: the last year that it has figures of. Null: in use.',
});

export const member = z
  .object({
    id: z.string(),
    names: localised,
    colour: z.int().min(0).max(6).openapi({ description: 'Index of the series colour it owns.' }),
    lastYear,
  })
  .openapi('Member');

export const metric = z
  .object({
    id: z.string(),
    group: z.string(),
    names: localised,
    definitions: localised,
    units: unit,
    direction: z.enum(directions),
    decimals: z.int().min(0),
    additive: z.boolean(),
    breakdown: z.object({ id: z.string(), names: localised, members: z.array(member) }).nullable(),
    breaks: z.array(z.object({ year: z.int(), reasons: localised })),
    lastYear,
    records: z.enum(recordKinds).optional().openapi({
      description: 'The kind of the records that it counts, where it counts records.',
    }),
  })
  .openapi('Metric');

export const metricGroup = z.object({ id: z.string(), names: localised }).openapi('MetricGroup');

export const source = z
  .object({
    id: z.string(),
    kind: z.enum(sourceKinds),
    titles: localised,
    publisher: localised.nullable(),
    publishedOn: z.iso.date().nullable(),
    url: z.url().nullable(),
  })
  .openapi('Source');

export const derived = z
  .object({
    value: z.number().nullable(),
    qualifier: z.enum(qualifiers).nullable(),
    reason: z
      .enum(gapReasons)
      .nullable()
      .openapi({ description: 'Why there is no value. Null exactly when there is one.' }),
    sample: z
      .boolean()
      .openapi({ description: 'Whether any figure it was derived from is sample data.' }),
    mixed: z.literal(true).optional().openapi({
      description:
        'There, and true, where a sample figure is held against a reported one: the difference is a number, but no change.',
    }),
  })
  .openapi('Derived', {
    description: 'A number computed from figures, or the reason why it cannot be said.',
  });

export const point = z
  .object({
    year: z.int(),
    value: z
      .number()
      .nullable()
      .openapi({ description: 'Null: not reported. Never stands for 0.' }),
    qualifier: z.enum(qualifiers).nullable(),
    status: z.enum(statuses).nullable().openapi({
      description:
        'SDMX observation status. Null: there is no figure; O: it is said to be missing.',
    }),
    sample: z.boolean(),
    yearToDate: z.boolean(),
    basis: z.enum(['reported', 'summed']).nullable().openapi({
      description: 'Whether the value was reported as such or is the sum of the members.',
    }),
    sources: z.array(z.string()).openapi({ description: 'Ids of the sources it rests on.' }),
    note: localised.nullable(),
    change: derived.openapi({ description: 'Value less the value of the year before, in units.' }),
    changePercent: derived.openapi({ description: 'Change as a percentage of the year before.' }),
    cumulative: derived.openapi({
      description: 'Sum of all years from the first year of the record.',
    }),
    share: derived.openapi({ description: 'Percentage of the total of the same year.' }),
  })
  .openapi('Point');

export const series = z
  .object({
    member: z.string().nullable().openapi({
      description:
        'Member id, null for the total, `not-broken-down` for the part of the total no member accounts for.',
    }),
    points: z.array(point),
  })
  .openapi('Series');

export const target = z
  .object({ year: z.int(), value: z.number(), sample: z.boolean(), source: z.string() })
  .openapi('Target');

export const growth = derived
  .extend({ from: z.int().nullable(), to: z.int().nullable() })
  .openapi('Growth', {
    description: 'Compound growth a year, in per cent, between two years of the range.',
  });

/** A metric with its figures over a range of years: what every chart is made from. */
export const metricFigures = z
  .object({
    metric,
    from: z.int(),
    to: z.int(),
    by: z.enum(['total', 'members']),
    series: z
      .array(series)
      .openapi({ description: 'The total first, then the members in their order.' }),
    targets: z.array(target),
    growth,
  })
  .openapi('MetricFigures');

export const centre = z
  .object({
    names: localised,
    timeZone: z.string().openapi({ description: 'IANA name; its days begin and end in it.' }),
  })
  .openapi('Centre');

const envelope = {
  release: releaseRef,
  sample: z.enum(['include', 'exclude']),
  founded: z.int().openapi({ description: 'First year of the record.' }),
};

export const metricsAnswer = z
  .object({ ...envelope, groups: z.array(metricGroup), metrics: z.array(metric) })
  .openapi('Metrics');

export const metricAnswer = z
  .object({
    ...envelope,
    metric,
    years: z.array(z.int()).openapi({ description: 'Years with at least one figure.' }),
    sources: z.array(source),
  })
  .openapi('MetricAnswer');

export const figuresAnswer = z
  .object({ ...envelope, figures: metricFigures, sources: z.array(source) })
  .openapi('Figures');

export const newerAnswer = z
  .object({
    metric: z.string(),
    release: releaseRef,
    newest: releaseRef,
    years: z.array(z.int()).openapi({
      description:
        'The years whose figures or targets have changed since the release, or came after it. Empty: none.',
    }),
  })
  .openapi('Newer', { description: 'Whether what a release said of a metric still stands.' });

export const datasetAnswer = z
  .object({
    ...envelope,
    centre,
    groups: z.array(metricGroup),
    figures: z.array(metricFigures).openapi({
      description:
        'The metrics in the order of their groups; a retired one ends with its last year.',
    }),
    sources: z.array(source),
    hasSample: z
      .boolean()
      .openapi({ description: 'Whether the answer holds sample figures or targets.' }),
  })
  .openapi('Dataset');

export const headline = z
  .object({
    point,
    target: target.nullable(),
    progress: derived.openapi({ description: 'Value as a percentage of the target.' }),
  })
  .openapi('Headline');

export const overviewAnswer = z
  .object({
    ...envelope,
    centre,
    year: z.int(),
    years: z
      .array(z.int())
      .openapi({ description: 'Years with at least one figure, oldest first.' }),
    groups: z.array(metricGroup),
    metrics: z.array(z.object({ headline, figures: metricFigures })),
    sources: z.array(source),
    hasSample: z
      .boolean()
      .openapi({ description: 'Whether the answer holds sample figures or targets.' }),
  })
  .openapi('Overview');

export const yearAnswer = overviewAnswer.openapi('Year');

export const version = z
  .object({
    value: z.number().nullable(),
    qualifier: z.enum(qualifiers),
    status: z.enum(statuses),
    sample: z.boolean(),
    sources: z.array(z.string()),
    note: localised.nullable(),
    reason: z.enum(changeReasons),
  })
  .openapi('Version', { description: 'What one release said of one figure.' });

const changeCounts = z.object({ added: z.int(), changed: z.int(), withdrawn: z.int() });

/** Counted up to a bound. */
const registerCounts = z
  .object({
    records: changeCounts,
    organisations: changeCounts,
    more: z.boolean().openapi({
      description: 'Whether there are more than counted: each number that is 1,000 is at least.',
    }),
  })
  .openapi('RegisterCounts');

export const releasesAnswer = z
  .object({
    centre: centre.nullable().openapi({ description: 'Null while there is no record at all.' }),
    releases: z
      .array(
        releaseRef.extend({
          changes: changeCounts.optional().openapi({ description: 'With `changes=include`.' }),
          register: registerCounts.optional().openapi({ description: 'The same of the register.' }),
        }),
      )
      .openapi({ description: 'Newest first.' }),
    next: z.int().nullable().openapi({ description: 'Pass as `before` for the next page.' }),
  })
  .openapi('Releases');

export const releaseAnswer = z
  .object({
    release: releaseRef,
    changes: changeCounts,
    register: registerCounts,
  })
  .openapi('ReleaseAnswer');

export const change = z
  .object({
    metric: z.string(),
    year: z.int(),
    member: z.string().nullable(),
    before: version.nullable(),
    after: version.nullable(),
  })
  .openapi('Change', { description: 'One figure before and after a release.' });

export const changesAnswer = z
  .object({
    release: releaseRef,
    changes: z.array(change),
    sources: z.array(source),
    next: z.string().nullable().openapi({ description: 'Pass as `after` for the next page.' }),
  })
  .openapi('Changes');

export const historyAnswer = z
  .object({
    metric,
    year: z.int(),
    member: z.string().nullable(),
    basis: z.enum(['reported', 'summed']).nullable(),
    versions: z
      .array(
        z.object({
          release: releaseRef,
          version: version.nullable().openapi({ description: 'Null: withdrawn by this release.' }),
        }),
      )
      .openapi({ description: 'Every version that was public, oldest first.' }),
    sources: z.array(source),
  })
  .openapi('History');

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable, for programs.' }),
    detail: z.string().openapi({ description: 'What went wrong and what to do.' }),
    instance: z.string().openapi({ description: 'Path of the request.' }),
    requestId: z.string(),
    fields: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'The parameters at fault and what was expected.' }),
  })
  .openapi('Problem', { description: 'RFC 9457 problem details.' });

export type Centre = z.infer<typeof centre>;
export type ReleaseRef = z.infer<typeof releaseRef>;
export type Member = z.infer<typeof member>;
export type Metric = z.infer<typeof metric>;
export type MetricGroup = z.infer<typeof metricGroup>;
export type Source = z.infer<typeof source>;
export type Derived = z.infer<typeof derived>;
export type Growth = z.infer<typeof growth>;
export type Point = z.infer<typeof point>;
export type Series = z.infer<typeof series>;
export type Target = z.infer<typeof target>;
export type Headline = z.infer<typeof headline>;
export type MetricFigures = z.infer<typeof metricFigures>;
export type Dataset = z.infer<typeof datasetAnswer>;
export type Overview = z.infer<typeof overviewAnswer>;
export type RegisterCounts = z.infer<typeof registerCounts>;
export type Version = z.infer<typeof version>;
export type Change = z.infer<typeof change>;
export type History = z.infer<typeof historyAnswer>;
export type Newer = z.infer<typeof newerAnswer>;
export type Problem = z.infer<typeof problem>;
