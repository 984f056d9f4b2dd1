import type { Locale } from '$lib/words/locale.ts';
import { languagesOf } from './language.ts';
import type { OfficePart } from './package.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const fonts = (face: 'major' | 'minor') =>
  `<w:rFonts w:asciiTheme="${face}HAnsi" w:eastAsiaTheme="${face}EastAsia" w:hAnsiTheme="${face}HAnsi" w:cstheme="${face}Bidi"/>`;

interface Style {
  id: string;
  name: string;
  /** Of paragraphs and of runs, in the order of the schema. */
  paragraph: string;
  run: string;
  /** Whether it is ours; the others are Word's, and are taken for those of a document it is pasted into. */
  own?: true;
}

const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const space = (before: number, after: number, line = 276) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const quiet = '<w:color w:val="55606B"/>';

const styles: Style[] = [
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/><w:keepLines/>${space(0, 100)}<w:outlineLvl w:val="0"/>`,
    run: `${fonts('major')}<w:b/><w:bCs/>${size(17)}`,
  },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: `<w:keepLines/>${space(60, 60)}<w:jc w:val="center"/>`,
    run: `<w:b/><w:bCs/>${size(10)}`,
  },
  {
    id: 'Chart',
    name: 'Chart',
    paragraph: `<w:keepNext/>${space(0, 0, 240)}<w:jc w:val="center"/>`,
    run: '',
    own: true,
  },
  {
    id: 'ChartNote',
    name: 'Chart note',
    paragraph: `<w:keepLines/>${space(0, 40, 245)}`,
    run: `${quiet}${size(8.5)}`,
    own: true,
  },
  {
    id: 'ChartTable',
    name: 'Chart table',
    paragraph: space(20, 20, 240),
    run: size(9),
    own: true,
  },
];

const write = ({ id, name, paragraph, run, own }: Style) =>
  `<w:style w:type="paragraph"${own ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${own ? '' : '<w:next w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;

/** How the document is set: faces of the theme, both languages, and styles by their own names. */
export function wordStyles(locale: Locale): OfficePart {
  const { letters, hanzi } = languagesOf(locale);
  return {
    path: 'word/styles.xml',
    type: `${TYPES}.styles+xml`,
    body: [
      `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('minor')}${size(10.5)}<w:lang w:val="${letters}" w:eastAsia="${hanzi}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
      '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="B0381A"/><w:u w:val="single"/></w:rPr></w:style>',
      ...styles.map(write),
      '</w:styles>',
    ].join(''),
  };
}

/** That it is a document of today's Word, and which colours of the theme are ink and ground. */
export function wordSettings(locale: Locale): OfficePart {
  const { letters, hanzi } = languagesOf(locale);
  const mode =
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>';
  return {
    path: 'word/settings.xml',
    type: `${TYPES}.settings+xml`,
    body: `<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>${mode}</w:compat><w:themeFontLang w:val="${letters}" w:eastAsia="${hanzi}"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/></w:settings>`,
  };
}
