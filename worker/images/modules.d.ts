/** The parts of fontkit that images need; it has no types of its own. */
declare module 'fontkit' {
  export interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    /** Pairs of x and y, in font units, up. */
    args: number[];
  }
  export interface GlyphRun {
    /** `id`: 0 where the font has none. */
    glyphs: { id: number; path: { commands: PathCommand[] }; codePoints: number[] }[];
    /** Font units. */
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  }
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(code: number): boolean;
    /** Sets a text, with features of OpenType beyond the usual ones. */
    layout(
      text: string,
      features: string[],
      script: undefined,
      language: string | undefined,
      direction: 'ltr' | 'rtl',
    ): GlyphRun;
  }
  export function create(bytes: Uint8Array): Font;
}

/** The Unicode bidirectional algorithm (UAX 9); it has no types of its own. */
declare module 'bidi-js' {
  interface EmbeddingLevels {
    levels: Uint8Array;
  }
  export default function makeBidi(): {
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels;
    /** The text from left to right, with brackets turned round where they stand in a right-to-left run. */
    getReorderedString(text: string, levels: EmbeddingLevels): string;
  };
}
