import type { Locale } from '$lib/words/locale.ts';
import { escapeXml } from '../../escape.ts';
import { languagesOf } from './language.ts';

export interface RunStyle {
  bold?: true;
  raised?: true;
  quiet?: true;
  style?: string;
}

/** Writes the texts of a Word document in one language. */
export function wordText(locale: Locale) {
  // Signs that both scripts have, such as "—" and “”, are set as those of the language.
  const hint = languagesOf(locale).isEastAsian ? '<w:rFonts w:hint="eastAsia"/>' : '';

  const run = (text: string, { bold, raised, quiet, style }: RunStyle = {}): string => {
    const properties = [
      style ? `<w:rStyle w:val="${style}"/>` : '',
      hint,
      bold ? '<w:b/>' : '',
      quiet ? '<w:color w:val="55606B"/>' : '',
      raised ? '<w:vertAlign w:val="superscript"/>' : '',
    ].join('');
    return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  };

  /** @param runs written already */
  const paragraph = (style: string, runs: string, properties = ''): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;

  /** A caption whose number Word counts with those of the document it is pasted into. */
  const caption = (label: string, stop: string, text: string, properties = ''): string =>
    paragraph(
      'Caption',
      `${run(`${label} `)}<w:fldSimple w:instr=" SEQ ${escapeXml(label)} \\* ARABIC ">${run('1')}</w:fldSimple>${run(stop + text)}`,
      properties,
    );

  return { run, paragraph, caption };
}

export type WordText = ReturnType<typeof wordText>;
