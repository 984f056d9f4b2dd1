import { palette, type Theme } from '../palette.ts';

/** The faces of the site's text, for programs that have none of its style sheets. */
const SANS = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif';

interface Image {
  /** px. */
  width: number;
  height: number;
  theme: Theme;
  /** BCP 47 tag of its words: which form a hanzi has depends on it. */
  language: string;
  /** What names the image: attributes of the root, and the elements they refer to. */
  name: { attributes: string; text: string };
}

/** An SVG file around what is drawn, on paper of the theme. */
export const wrapImage = (drawn: string, { width, height, theme, language, name }: Image): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" xml:lang="${language}" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}" font-family="${SANS}"${name.attributes}>${name.text}`,
    `<path fill="${palette[theme].paper}" d="M0 0h${width}v${height}H0z"/>${drawn}</svg>`,
  ].join('');
