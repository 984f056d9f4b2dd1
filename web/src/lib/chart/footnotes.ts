export type Footnotes = {
  /** The number of a footnote; the same text has the same number. 0 texts, no number. */
  number(text: string): number[];
  texts: string[];
};

/** Footnotes in the order in which they are met. Line breaks in notes become spaces. */
export function collectFootnotes(): Footnotes {
  const texts: string[] = [];
  return {
    texts,
    number(text) {
      const line = text.replace(/\s+/g, ' ').trim();
      if (line === '') return [];
      if (!texts.includes(line)) texts.push(line);
      return [texts.indexOf(line) + 1];
    },
  };
}
