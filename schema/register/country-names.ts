/** Where a Chinese public body writes another name than the runtime has (CLDR), as it does of 中国香港 and 中国澳门. */
const chinese: Readonly<Record<string, string>> = { TW: '中国台湾' };

const tables = new Map<string, Intl.DisplayNames>();

/**
 * The name of a country or region; its code where the runtime has none.
 * @param code ISO 3166-1 alpha-2
 * @param tag of the language, BCP 47, such as zh-CN
 */
export function nameCountry(code: string, tag: string): string {
  const own = tag.startsWith('zh') ? chinese[code] : undefined;
  if (own !== undefined) return own;
  let names = tables.get(tag);
  if (!names) tables.set(tag, (names = new Intl.DisplayNames(tag, { type: 'region' })));
  return names.of(code) ?? code;
}
