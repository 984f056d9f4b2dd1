/** The words of the register: the records that are the evidence behind figures. */

export const recordKinds = ['meeting', 'agreement', 'project', 'programme'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** How far a project has come. */
export const stages = ['signed', 'landed', 'ended'] as const;

/** What a party does in a record. An `official` speaks for a public body; a `counterparty` signs with the centre. */
export const partyRoles = [
  'host',
  'organiser',
  'official',
  'speaker',
  'panellist',
  'counterparty',
] as const;

export const organisationKinds = [
  'government',
  'university',
  'research',
  'hospital',
  'company',
  'association',
  'foundation',
  'intermediary',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What of an organisation its source does not state, and was concluded from other things: shown as such. */
export const inferable = ['country', 'kind', 'name'] as const;
export type Inferable = (typeof inferable)[number];

/** How a figure stands to what the register holds of it: `fewer` and `more` say so of the register. */
export const evidenceRelations = ['sample', 'no_figure', 'equal', 'fewer', 'more'] as const;
export type EvidenceRelation = (typeof evidenceRelations)[number];
