import { palette, type Theme } from '../../palette.ts';
import type { OfficePart } from './package.ts';

/** Faces that Windows and macOS have both, or put a like one for. Headings have serifs, as on the site. */
const faces = {
  major: { latin: 'Georgia', hanzi: 'SimSun' },
  minor: { latin: 'Arial', hanzi: 'Microsoft YaHei' },
};

const hex = (colour: string) => colour.slice(1).toUpperCase();
const colour = (name: string, value: string) =>
  `<a:${name}><a:srgbClr val="${hex(value)}"/></a:${name}>`;

const font = (name: keyof typeof faces) => {
  const { latin, hanzi } = faces[name];
  return `<a:${name}Font><a:latin typeface="${latin}"/><a:ea typeface="${hanzi}"/><a:cs typeface=""/><a:font script="Hans" typeface="${hanzi}"/></a:${name}Font>`;
};

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number) =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** The colours and faces of the house as the theme of a file. `dk1` is what is written in, `lt1` what on. */
export function themePart(path: string, theme: Theme): OfficePart {
  const { paper, rule, ink, muted, accent, series } = palette[theme];
  // White on paper is white: tinted backgrounds print grey.
  const ground = theme === 'light' ? '#ffffff' : paper;
  const accents = series.slice(0, 6).map((value, i) => colour(`accent${i + 1}`, value));
  return {
    path,
    type: 'application/vnd.openxmlformats-officedocument.theme+xml',
    body: [
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Yearbook"><a:themeElements>',
      `<a:clrScheme name="Yearbook">${colour('dk1', ink)}${colour('lt1', ground)}${colour('dk2', muted)}${colour('lt2', rule)}${accents.join('')}${colour('hlink', accent)}${colour('folHlink', accent)}</a:clrScheme>`,
      `<a:fontScheme name="Yearbook">${font('major')}${font('minor')}</a:fontScheme>`,
      `<a:fmtScheme name="Yearbook"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
      '</a:themeElements></a:theme>',
    ].join(''),
  };
}
