import { escapeXml } from '../../escape.ts';
import { fillWith, ground, ink, muted, noLine } from './paint.ts';

export interface LetterStyle {
  /** pt. */
  size: number;
  bold?: true;
  quiet?: true;
  upright?: boolean;
}

/** How words in a chart are set: level whatever their length, or upright. */
export const letters = ({ size, bold, quiet, upright }: LetterStyle): string =>
  `<c:txPr><a:bodyPr rot="${upright ? -5400000 : 0}" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="${bold ? 1 : 0}">${fillWith(quiet ? muted : ink)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;

/** Numbers as they are written elsewhere, and nothing else. */
const shows = (value: 0 | 1) =>
  `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

interface LabelStyle {
  size: number;
  position: 'outEnd' | 'ctr' | 't' | 'r';
  /** Whether the words stand on paper of their own, over what is drawn. */
  boxed: boolean;
}

/**
 * The labels of a series: a number format for each value that has one. They follow the numbers when someone edits
 * them, and a lower bound goes on to say "≥".
 */
export function writeLabels(
  labels: (string | null)[],
  { size, position, boxed }: LabelStyle,
): string {
  const box = `<c:spPr>${boxed ? fillWith(ground) : '<a:noFill/>'}${noLine}</c:spPr>`;
  const style = `${box}${letters({ size, bold: true })}<c:dLblPos val="${position}"/>`;
  const each = labels.map((format, i) =>
    format === null
      ? ''
      : `<c:dLbl><c:idx val="${i}"/><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${style}${shows(1)}</c:dLbl>`,
  );
  return `<c:dLbls>${each.join('')}${shows(0)}</c:dLbls>`;
}
