/** Takes a font apart with HarfBuzz; it has no types of its own. */
declare module 'subset-font' {
  interface Options {
    targetFormat: 'sfnt';
    /** OpenType features; all where not given. */
    keepFeatures?: string[];
    noHinting?: boolean;
    /** OpenType tables. */
    dropTables?: string[];
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
