import type { Localised } from '$schema/vocabulary.ts';

type Named = { id: string; names: Localised };
type Titled = { id: string; titles: Localised };
type Breakdown = Named & { members: readonly Named[] };

/** How what an entry of the register names is called; what is not here is called by its id. */
export interface RegisterNames {
  organisations: ReadonlyMap<string, Localised>;
  records: ReadonlyMap<string, Localised>;
  sources: ReadonlyMap<string, Localised>;
  /** By breakdown and member, as `domain~biomedicine`. */
  members: ReadonlyMap<string, Localised>;
}

/** Names by id, of what is at hand; what is left out of it is called by its id. */
export function registerNames(of: {
  organisations?: readonly Named[];
  records?: readonly Titled[];
  sources?: readonly Titled[];
  breakdowns?: readonly Breakdown[];
}): RegisterNames {
  const { organisations = [], records = [], sources = [], breakdowns = [] } = of;
  return {
    organisations: new Map(organisations.map(({ id, names }) => [id, names])),
    records: new Map(records.map(({ id, titles }) => [id, titles])),
    sources: new Map(sources.map(({ id, titles }) => [id, titles])),
    members: new Map(
      breakdowns.flatMap(({ id: breakdown, members }) =>
        members.map(({ id, names }) => [`${breakdown}~${id}`, names] as const),
      ),
    ),
  };
}
