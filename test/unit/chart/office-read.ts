import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** Reads Office files with libraries that are not ours. */

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Throws where the text is not well-formed. */
function readXml(text: string): Document {
  const refuse = (level: string) => (message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  const errorHandler = {
    warning: refuse('warning'),
    error: refuse('error'),
    fatalError: refuse('fatal'),
  };
  return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml');
}

export const all = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagName(name));
const children = (node: Element, name: string): Element[] =>
  all(node, name).filter((one) => one.parentNode === node);
const val = (node: Element | undefined, name: string) =>
  node && children(node, name)[0]?.getAttribute('val');

export interface Package {
  names: string[];
  xml: (path: string) => Document;
  bytes: (path: string) => Uint8Array;
}

/** Every part of a package, each that is XML read once. */
export function readPackage(bytes: Uint8Array): Package {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const read = new Map<string, Document>();
  for (const name of names)
    if (/\.(xml|rels)$/.test(name)) read.set(name, readXml(strFromU8(parts[name]!)));
  return { names, xml: (path) => read.get(path)!, bytes: (path) => parts[path]! };
}

/** What is wrong with how the parts hang together: types, relations, and what refers to them. */
export function findLooseEnds({ names, xml }: Package): string[] {
  const faults: string[] = [];
  const types = xml('[Content_Types].xml');
  const typed = new Set(all(types, 'Override').map((one) => one.getAttribute('PartName')));
  for (const name of names) {
    if (name.endsWith('.rels') || name === '[Content_Types].xml') continue;
    if (!typed.delete(`/${name}`)) faults.push(`${name} has no type`);
  }
  for (const name of typed) faults.push(`${name} is no part`);

  const reached = new Set<string>();
  for (const rels of names.filter((name) => name.endsWith('.rels'))) {
    const [, folder = '', file = ''] = /^(.*?)_rels\/(.*)\.rels$/.exec(rels)!;
    const given = new Map<string, string>();
    for (const one of all(xml(rels), 'Relationship')) {
      const target = one.getAttribute('Target')!;
      given.set(one.getAttribute('Id')!, target);
      if (one.getAttribute('TargetMode') === 'External') {
        if (!one.getAttribute('Type')!.endsWith('/hyperlink')) faults.push(`${target} is outside`);
        continue;
      }
      const path = new URL(target, `file:///${folder}`).pathname.slice(1);
      if (!names.includes(path)) faults.push(`${rels}: no ${target}`);
      reached.add(path);
    }
    if (!file) continue;
    const used = all(xml(folder + file), '*').flatMap((node) =>
      ['id', 'embed', 'link'].flatMap((name) => node.getAttributeNS(RELATIONS, name) || []),
    );
    for (const id of used) if (!given.has(id)) faults.push(`${folder + file}: no relation ${id}`);
  }
  for (const name of names)
    if (!/\.rels$|^\[/.test(name) && !reached.has(name)) faults.push(`${name} is not reached`);
  return faults;
}

export interface ReadPoint {
  value: number;
  /** Its number format, where it is labelled. */
  label: string | null;
  /** Fill and edge of its own, as XML; empty where it is painted as the series. */
  paint: string;
}

export interface ReadSeries {
  kind: 'barChart' | 'lineChart';
  name: string;
  colour: string;
  /** In the sheet, as the chart refers to it: `B`. */
  column: string;
  categories: string[];
  points: Map<number, ReadPoint>;
}

/** The points of a cache, by index. */
const cached = (node: Element): Map<number, string> =>
  new Map(
    all(node, 'c:pt').map((one) => [
      Number(one.getAttribute('idx')),
      all(one, 'c:v')[0]!.textContent ?? '',
    ]),
  );

/** What a chart part draws, series by series in their order. */
export function readChart(xml: Document): ReadSeries[] {
  return all(xml, 'c:ser')
    .map((ser) => {
      const [name] = cached(children(ser, 'c:tx')[0]!).values();
      const values = children(ser, 'c:val')[0]!;
      const [cat] = children(ser, 'c:cat');
      const labels = new Map(
        all(ser, 'c:dLbl').map((one) => [
          Number(val(one, 'c:idx')),
          children(one, 'c:numFmt')[0]!.getAttribute('formatCode')!,
        ]),
      );
      const paints = new Map(
        children(ser, 'c:dPt').map((one) => [Number(val(one, 'c:idx')), String(one)]),
      );
      const spPr = children(ser, 'c:spPr')[0]!;
      const points = [...cached(values)].map(([i, text]): [number, ReadPoint] => [
        i,
        { value: Number(text), label: labels.get(i) ?? null, paint: paints.get(i) ?? '' },
      ]);
      return {
        order: Number(val(ser, 'c:order')),
        kind: ser.parentNode!.nodeName.slice(2) as ReadSeries['kind'],
        name: name ?? '',
        colour: all(spPr, 'a:srgbClr')[0]?.getAttribute('val') ?? '',
        column: /^Sheet1!\$([A-Z])\$2/.exec(all(values, 'c:f')[0]!.textContent!)![1]!,
        categories: [...cached(cat!).values()],
        points: new Map(points),
      };
    })
    .sort((a, b) => a.order - b.order);
}

/** A value as a number format shows it: quoted texts, grouping, decimals; its sections for signs. */
export function show(format: string, value: number): string {
  const sections = format.match(/(?:"[^"]*"|[^;"])+/g)!;
  const section = (value < 0 && sections[1]) || (value === 0 && sections[2]) || sections[0]!;
  return section.replace(/"([^"]*)"|(#,##)?0(\.0+)?/g, (_, quoted, grouped, places = '.') => {
    if (quoted !== undefined) return quoted;
    const digits = places.length - 1;
    return Math.abs(value).toLocaleString('en', {
      useGrouping: grouped !== undefined,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  });
}
