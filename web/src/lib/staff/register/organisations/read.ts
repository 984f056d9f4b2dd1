import type { Locale } from '$lib/paraglide/runtime.js';
import { staffApi } from '$lib/staff/client.ts';
import { takeStaff } from '$lib/staff/take.ts';
import { isCountry } from '$schema/register/countries.ts';
import { organisationKinds } from '$schema/register/words.ts';
import type { NamedOrganisation, OrganisationEntry } from '$schema/staff/register.ts';

type From = Parameters<typeof staffApi>[0];

/** Records of an organisation that its page names. */
const MOST = '20';

const meant = {
  q: (value: string) => value.length <= 200,
  kind: (value: string) => organisationKinds.some((kind) => kind === value),
  country: isCountry,
  pending: (value: string) => value === 'true',
  after: (value: string) => /^\d{1,16}$/.test(value),
};

/** What the address of the list asks for. A part that cannot be meant is left out. */
export const askedOf = (url: URL): Partial<Record<keyof typeof meant, string>> =>
  Object.fromEntries(
    Object.entries(meant).flatMap(([name, isMeant]) => {
      const value = url.searchParams.get(name)?.trim();
      return value && isMeant(value) ? [[name, value]] : [];
    }),
  );

export const readOrganisations = (from: From, asked: ReturnType<typeof askedOf>, locale: Locale) =>
  takeStaff(staffApi(from).organisations.$get({ query: asked as object }), locale);

const readEntry = async (from: From, key: string, locale: Locale): Promise<OrganisationEntry> => {
  const api = staffApi(from).organisations[':key'];
  return (await takeStaff(api.$get({ param: { key } }), locale)).entry;
};

/** An organisation, and the first of the records that name it. */
export async function readOrganisation(from: From, key: string, locale: Locale) {
  const query = { organisation: key, limit: MOST };
  const [entry, records] = await Promise.all([
    readEntry(from, key, locale),
    takeStaff(staffApi(from).records.$get({ query }), locale),
  ]);
  return { entry, records };
}

const toNamed = ({ key, content, published }: OrganisationEntry): NamedOrganisation => {
  const { names, country } = (content ?? published)!;
  return { id: key, names, country };
};

/** The two sides of a merge. One that the next release withdraws is no side of it. */
export async function readMerge(from: From, key: string, asked: string | null, locale: Locale) {
  const isAsked = asked !== null && asked !== key && /^[a-z0-9-]{1,100}$/.test(asked);
  const [goes, into] = await Promise.all([
    readEntry(from, key, locale),
    isAsked ? readEntry(from, asked, locale) : null,
  ]);
  return {
    goes: toNamed(goes),
    isGoing: goes.content === null,
    into: into?.content ? toNamed(into) : null,
  };
}
