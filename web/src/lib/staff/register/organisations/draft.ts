import { proposeId, askedLanguages } from '$schema/staff/catalogue-checks.ts';
import {
  checkOrganisation,
  checkRegisterKey,
  type RegisterRefusal,
} from '$schema/staff/register-checks.ts';
import type { OrganisationContent } from '$schema/staff/register.ts';
import { inferable, type Inferable, type OrganisationKind } from '$schema/register/words.ts';

/** An organisation as its form holds it: '' where nothing is chosen. */
export interface OrganisationDraft {
  /** In every language that is asked for, and in those that it has besides. */
  names: Record<string, string>;
  kind: OrganisationKind | '';
  country: string;
  website: string;
  inferred: Inferable[];
}

/** Why a form cannot be saved, at its field (as `RegisterProblem`). */
export interface OrganisationFault {
  field: string;
  refusal: RegisterRefusal | 'name_missing' | 'kind_missing' | 'bad_address' | 'not_as_expected';
}

/** What the form begins with; null: that of a new one. */
export const draftOf = (content: OrganisationContent | null): OrganisationDraft => ({
  names: {
    ...Object.fromEntries(askedLanguages.map((language) => [language, ''])),
    ...content?.names,
  },
  kind: content?.kind ?? '',
  country: content?.country ?? '',
  website: content?.website ?? '',
  inferred: [...(content?.inferred ?? [])],
});

/** What is sent to be saved. A kind that is not chosen is `other`: {@link checkOrganisationDraft} tells it before. */
export const contentOf = (draft: OrganisationDraft): OrganisationContent => ({
  kind: draft.kind || 'other',
  names: Object.fromEntries(
    Object.entries(draft.names)
      .map(([language, name]) => [language, name.trim()])
      .filter(([, name]) => name !== ''),
  ),
  country: draft.country || null,
  website: draft.website.trim() || null,
  inferred: inferable.filter((what) => draft.inferred.includes(what)),
});

/** An id for a new one: of its English name, or of another that has Latin letters; '' where none has. */
export const proposeOrganisationId = ({ names }: OrganisationDraft): string =>
  [names['en'] ?? '', ...Object.values(names)].map(proposeId).find((id) => id !== '') ?? '';

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/**
 * What is wrong with a form, in its order: what cannot be read, and what the server would refuse as well.
 * @param isNew whether its id has not been public
 */
export function checkOrganisationDraft(
  key: string,
  draft: OrganisationDraft,
  isNew: boolean,
): OrganisationFault[] {
  const content = contentOf(draft);
  const wrong = checkOrganisation(content);
  const { website } = content;
  return [
    ...wrong
      .filter(({ field }) => field === 'names')
      .map(({ field }) => ({ field, refusal: 'name_missing' as const })),
    ...(draft.kind === '' ? [{ field: 'kind', refusal: 'kind_missing' } as const] : []),
    ...(website === null || isAddress(website)
      ? []
      : [{ field: 'website', refusal: 'bad_address' } as const]),
    ...wrong.filter(({ field }) => field !== 'names'),
    ...checkRegisterKey('organisation', key, isNew),
  ];
}
