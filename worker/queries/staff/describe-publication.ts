import type { PublishBody } from '../../../schema/staff/releases.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import type { Publication } from '../../figures/publication.ts';
import { cellOfKey } from '../../figures/return-cells.ts';
import { localDay } from '../releases.ts';
import type { Drafting } from './drafting.ts';

/** What a release publishes, and what is public before it, as the arithmetic of publication takes it. */
export function describePublication(
  drafting: Drafting,
  { reason, years }: PublishBody,
  { n, publishedAt }: { n: number; publishedAt: string },
): Publication {
  const { catalogue, cells } = drafting;
  const centre = catalogue.centre ?? { names: {} as Localised, timeZone: 'UTC' };
  return {
    n,
    reason,
    years,
    drafts: [...cells.drafts].map(([key, { content }]) => ({ ...cellOfKey(key), content })),
    figures: [...cells.published].map(([key, cell]) => ({ ...cellOfKey(key), ...cell })),
    targets: catalogue.targets,
    closedYears: catalogue.closedYears,
    sources: catalogue.sources.map(({ id }) => id),
    centre: centre.names,
    day: localDay(new Date(publishedAt), centre.timeZone),
  };
}
