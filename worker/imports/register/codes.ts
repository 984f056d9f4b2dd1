import { countryCodes, isCountry } from '../../../schema/register/countries.ts';
import { nameCountry } from '../../../schema/register/country-names.ts';
import { currencyCodes, isCurrency } from '../../../schema/register/currencies.ts';
import { nameKey } from '../../../schema/register/name-key.ts';
import type { FileLanguage } from './words.ts';

const tags: Record<FileLanguage, string> = { zh: 'zh-CN', en: 'en-GB' };
/** Those whose names are read. */
const known = [...Object.values(tags), 'en-US'];

/** Usual names that the tables of the runtime have otherwise. */
const countryNames: Record<string, readonly string[]> = {
  AE: ['阿联酋', 'UAE'],
  CD: ['刚果金'],
  CG: ['刚果布'],
  CN: ['中华人民共和国', "People's Republic of China", 'PRC'],
  CZ: ['捷克共和国', 'Czech Republic'],
  GB: ['UK', 'Great Britain', 'England', '英国'],
  HK: ['香港', '中国香港', 'Hong Kong', 'Hong Kong, China'],
  ID: ['印尼'],
  IR: ['伊朗伊斯兰共和国', 'Islamic Republic of Iran'],
  KP: ['朝鲜民主主义人民共和国', 'DPRK'],
  KR: ['大韩民国', 'Korea', 'Republic of Korea'],
  LA: ['老挝人民民主共和国', 'Lao PDR'],
  MM: ['Myanmar', 'Burma'],
  MO: ['澳门', '中国澳门', 'Macao', 'Macau', 'Macao, China'],
  RU: ['俄罗斯联邦', '俄国', 'Russian Federation'],
  SA: ['沙特', 'KSA'],
  TR: ['Turkey', 'Türkiye', '土耳其'],
  TW: ['台湾', 'Taiwan, China'],
  US: ['美利坚合众国', 'USA', 'United States of America'],
  VN: ['Viet Nam'],
  ZA: ['南非共和国', 'Republic of South Africa'],
};

const currencyNames: Record<string, readonly string[]> = {
  CNY: ['元', '人民币元', 'RMB', '￥', '¥'],
  EUR: ['€'],
  RUB: ['卢布', 'ruble', 'rouble'],
  USD: ['美金', '$', 'dollar'],
};

type Namer = (code: string) => string;

const namesOfCountries =
  (tag: string): Namer =>
  (code) =>
    nameCountry(code, tag);

function namesOfCurrencies(tag: string): Namer {
  const names = new Intl.DisplayNames(tag, { type: 'currency' });
  return (code) => names.of(code) ?? code;
}

/** Codes by their names; one that two of them share, by none. */
function readerOf(
  namesIn: (tag: string) => Namer,
  codes: readonly string[],
  also: Record<string, readonly string[]>,
) {
  let table: Map<string, string | null> | undefined;
  const list = () => {
    const found = new Map<string, string | null>();
    const namers = known.map(namesIn);
    for (const code of codes) {
      const names = [...namers.map((name) => name(code)), ...(also[code] ?? [])];
      for (const name of new Set(names.map(keyOf))) found.set(name, found.has(name) ? null : code);
    }
    return found;
  };
  return (text: string): string | undefined => (table ??= list()).get(keyOf(text)) ?? undefined;
}

/** A sign of money has no letters. */
const keyOf = (name: string): string => nameKey(name) || name.normalize('NFKC').trim();

const countryOf = readerOf(namesOfCountries, countryCodes, countryNames);
const currencyOf = readerOf(namesOfCurrencies, currencyCodes, currencyNames);

/** A country by its code or its name in either language; undefined: none. */
export function readCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return isCountry(code) ? code : countryOf(text);
}

/** A country's name, such that it is read back. */
export function writeCountry(code: string, language: FileLanguage): string {
  const name = nameCountry(code, tags[language]);
  return readCountry(name) === code ? name : code;
}

/** A currency by its code or its name in either language; undefined: none. */
export function readCurrency(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : currencyOf(text);
}
