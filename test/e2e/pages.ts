/** The languages of the site. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One address of every kind of page, below its language. */
export const pages = [
  '',
  '/metrics/agreements-signed',
  '/metrics/meeting-participants',
  '/years/2024',
  '/releases',
  '/releases/3',
  '/data',
  '/about',
] as const;

/** Every page in every language. */
export const addresses = languages.flatMap((language) =>
  pages.map((page) => `/${language}${page}`),
);

/** The metrics that have a chart on the dashboard, in its order. */
export const charted = [
  'meetings-held',
  'meeting-participants',
  'agreements-signed',
  'projects-landed',
  'talent-programmes',
  'people-trained',
] as const;

/** All metrics, in the order of the catalogue. */
export const metrics = [
  'meetings-held',
  'meeting-participants',
  'agreements-signed',
  'projects-signed',
  'projects-landed',
  'technologies-showcased',
  'talent-programmes',
  'people-trained',
] as const;

/** What is said where no source states a figure. */
export const notReported: Record<Language, string> = { zh: '未公布', en: 'not reported' };

/** Matches a row's head by its name, whether or not its unit stands behind it in brackets. */
export const startsAs = (name: string) => new RegExp(`^${name}(\\s*[(（]|$)`);
