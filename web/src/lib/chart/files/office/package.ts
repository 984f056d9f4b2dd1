import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeXml } from '../../escape.ts';

/** The namespaces and types that the parts of an Office file name (ECMA-376, transitional). */
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Relation {
  id: string;
  /** The last part of the type, such as `chart`, or a whole one. */
  type: string;
  /** Path of a part in the package, or with `external` the address of a page. */
  target: string;
  external?: true;
}

export interface OfficePart {
  /** In the package, without a slash before. */
  path: string;
  /** Content type. */
  type: string;
  body: string | Uint8Array;
  relations?: Relation[];
}

const split = (path: string) => {
  const at = path.lastIndexOf('/') + 1;
  return [path.slice(0, at), path.slice(at)] as const;
};

/** The way from one part to another: `../charts/chart1.xml`. */
function wayTo(target: string, from: string): string {
  const own = split(from)[0].split('/').slice(0, -1);
  const other = target.split('/');
  let same = 0;
  while (same < own.length && own[same] === other[same]) same++;
  return '../'.repeat(own.length - same) + other.slice(same).join('/');
}

const typeOf = (type: string) => (type.includes('/') ? type : `${RELATIONS}/${type}`);

const writeRelations = (relations: Relation[], from: string) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(({ id, type, target, external }) => {
      const way = external ? target : wayTo(target, from);
      const mode = external ? ' TargetMode="External"' : '';
      return `<Relationship Id="${id}" Type="${typeOf(type)}" Target="${escapeXml(way)}"${mode}/>`;
    })
    .join('')}</Relationships>`;

const writeTypes = (parts: OfficePart[]) =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts
    .map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`)
    .join('')}</Types>`;

/**
 * Packs parts as an Office file. The first part is the document itself. Dates are fixed, so that the same chart is
 * the same file; a part that is packed already is stored as it is.
 */
export function packOffice(parts: OfficePart[]): Uint8Array<ArrayBuffer> {
  const core = parts.find(({ path }) => path === 'docProps/core.xml');
  const root: Relation[] = [
    { id: 'rId1', type: 'officeDocument', target: parts[0]!.path },
    ...(core
      ? [
          {
            id: 'rId2',
            type: `${PACKAGE}/relationships/metadata/core-properties`,
            target: core.path,
          },
        ]
      : []),
  ];
  const files: Zippable = {
    '[Content_Types].xml': strToU8(writeTypes(parts)),
    '_rels/.rels': strToU8(writeRelations(root, '')),
  };
  for (const { path, body, relations } of parts) {
    files[path] = typeof body === 'string' ? strToU8(HEAD + body) : [body, { level: 0 }];
    if (!relations?.length) continue;
    const [folder, name] = split(path);
    files[`${folder}_rels/${name}.rels`] = strToU8(writeRelations(relations, path));
  }
  return new Uint8Array(zipSync(files, { mtime: new Date(1980, 0, 1) }));
}
