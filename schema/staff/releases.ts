import { z } from '@hono/zod-openapi';
import { localised, source } from '../answers.ts';
import { changeReasons, qualifiers } from '../vocabulary.ts';
import { cellContent, publishedCell, required } from './cells.ts';
import { catalogueContents, catalogueEntry } from './catalogue.ts';
import { pendingRegister } from './pending-register.ts';
import { comment, completeness, heldFigure } from './returns.ts';
import { registerMarks, returnStates, warnings } from './words.ts';

/** Why a person may not publish something. */
export const obstacles = [
  'not_submitted',
  'own_figures',
  'own_catalogue',
  'own_register',
  'release_waiting',
  'role',
  'nothing_to_publish',
] as const;
export type Obstacle = (typeof obstacles)[number];

const reviewChange = z.object({
  metric: z.string(),
  metricNames: localised,
  member: z.string(),
  memberNames: localised.nullable(),
  decimals: z.int(),
  /** Whether the series breaks at this year: no change is said across it. */
  breaks: z.boolean(),
  before: publishedCell.nullable(),
  after: cellContent,
  previous: publishedCell
    .nullable()
    .openapi({ description: 'Published figure of the year before.' }),
  /** After less before, in units; null where either is not known or is a lower bound. */
  change: z.number().nullable(),
  changePercent: z.number().nullable(),
  warnings: z.array(z.enum(warnings)),
  /** A movement from year to year that is public points the other way: from the year before, or to the year after. */
  turns: z.boolean(),
  comments: z.array(comment),
  register: heldFigure.optional().openapi({
    description: 'Left out where the metric counts no records.',
  }),
  counts: catalogueContents.count.nullable(),
  fromRegister: z.enum(registerMarks).nullable(),
});

export type ReviewChange = z.infer<typeof reviewChange>;

const stayingFigure = reviewChange
  .pick({ metric: true, metricNames: true, member: true, memberNames: true, decimals: true })
  .extend({
    value: z.number(),
    qualifier: z.enum(qualifiers),
    register: heldFigure,
    counts: catalogueContents.count,
  });
export type StayingFigure = z.infer<typeof stayingFigure>;

/** A return beside what is public. */
export const review = z
  .object({
    year: z.int(),
    state: z.enum(returnStates),
    submittedBy: z.string().nullable(),
    message: z.string().nullable(),
    editors: z.array(z.string()),
    own: z.boolean().openapi({ description: 'Whether who asks is one of the editors.' }),
    completeness,
    changes: z.array(reviewChange),
    differing: z.array(stayingFigure).openapi({
      description: 'Figures that stay as published, and are not what the register holds.',
    }),
    sources: z.array(source),
    /** Whether a release has said that the year is complete. */
    closed: z.boolean(),
    samplesDropped: z.int().openapi({
      description: 'Sample figures that leave the record because their metric has others now.',
    }),
    obstacles: z.array(z.enum(obstacles)),
  })
  .openapi('Review');
export type Review = z.infer<typeof review>;

export const pendingAnswer = z.object({
  /** The number that the next release will have. */
  next: z.int(),
  seen: z.int().openapi({ description: 'Number of the newest entry of the trail then.' }),
  returns: z.array(review).openapi({ description: 'Those submitted, oldest year first.' }),
  catalogue: z.array(catalogueEntry).openapi({ description: 'Changes of the catalogue.' }),
  catalogueEditors: z.array(z.string()),
  catalogueOwn: z.boolean().openapi({ description: 'Whether who asks is one of those.' }),
  register: pendingRegister.openapi({ description: 'Changes of the register.' }),
  /** The release whose time has not come. */
  waiting: z
    .object({
      n: z.int(),
      publishedAt: z.iso.datetime(),
      reason: z.enum(changeReasons),
      notes: localised,
      years: z.array(z.int()),
    })
    .nullable(),
  /** Years before this one that have figures and that no release has called complete. */
  unclosedYears: z.array(z.int()),
  obstacles: z.array(z.enum(obstacles)),
});
export type PendingAnswer = z.infer<typeof pendingAnswer>;

export const publishBody = z.strictObject({
  years: z
    .array(
      z.strictObject({
        year: z.int(),
        complete: z.boolean().openapi({ description: 'The year is over and its figures are in.' }),
      }),
    )
    .max(100),
  reason: z.enum(changeReasons.filter((reason) => reason !== 'sample')),
  notes: required,
  publishAt: z.iso.datetime({ offset: true }).nullable().openapi({
    description: 'Null: now. A time to come: the release waits, and can be withdrawn.',
  }),
  seen: z.int().min(0).optional().openapi({
    description:
      'From `GET /releases`: nothing is published when its returns, the catalogue or the register have changed since.',
  }),
});

export type PublishBody = z.infer<typeof publishBody>;

export const publishedAnswer = z.object({ n: z.int(), publishedAt: z.iso.datetime() });

export const withdrawnAnswer = z.object({
  n: z.int(),
  years: z.array(z.int()).openapi({ description: 'Returns that are submitted again.' }),
});
