import { DRAWING, RELATIONS, type OfficePart } from './package.ts';
import { PT } from './paint.ts';

const SLIDES = 'http://schemas.openxmlformats.org/presentationml/2006/main';
export const PART = 'application/vnd.openxmlformats-officedocument.presentationml';
export const spaces = `xmlns:a="${DRAWING}" xmlns:r="${RELATIONS}" xmlns:p="${SLIDES}"`;

/** The start of the shapes of a slide. */
export const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const MASTER = 'ppt/slideMasters/slideMaster1.xml';
export const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
const THEME = 'ppt/theme/theme1.xml';

const place = `<a:off x="${48 * PT}" y="${26 * PT}"/><a:ext cx="${864 * PT}" cy="${64 * PT}"/>`;
const title = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p/></p:txBody></p:sp>`;
const tree = (shapes: string) => `<p:spTree>${group}${shapes}</p:spTree>`;

const fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>';
const level = (name: string, size: number, face: 'mj' | 'mn') =>
  `<a:${name} algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:buNone/><a:defRPr sz="${size * 100}">${fill}<a:latin typeface="+${face}-lt"/><a:ea typeface="+${face}-ea"/><a:cs typeface="+${face}-cs"/></a:defRPr></a:${name}>`;
const text = [
  `<p:titleStyle>${level('lvl1pPr', 24, 'mj')}</p:titleStyle>`,
  `<p:bodyStyle>${level('lvl1pPr', 16, 'mn')}</p:bodyStyle>`,
  `<p:otherStyle>${level('lvl1pPr', 16, 'mn')}</p:otherStyle>`,
].join('');

const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** What every slide rests on: one master and one layout, a title and nothing else. */
export const masterParts = (): OfficePart[] => [
  {
    path: MASTER,
    type: `${PART}.slideMaster+xml`,
    body: `<p:sldMaster ${spaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(title)}</p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles>${text}</p:txStyles></p:sldMaster>`,
    relations: [
      { id: 'rId1', type: 'slideLayout', target: LAYOUT },
      { id: 'rId2', type: 'theme', target: THEME },
    ],
  },
  {
    path: LAYOUT,
    type: `${PART}.slideLayout+xml`,
    body: `<p:sldLayout ${spaces} type="titleOnly" preserve="1"><p:cSld name="Title only">${tree(title)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    relations: [{ id: 'rId1', type: 'slideMaster', target: MASTER }],
  },
];

/** The presentation: 16 : 9, its slides in their order. */
export const presentation = (slides: string[]): OfficePart => ({
  path: 'ppt/presentation.xml',
  type: `${PART}.presentation.main+xml`,
  body: `<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 3}"/>`).join('')}</p:sldIdLst><p:sldSz cx="${960 * PT}" cy="${540 * PT}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  relations: [
    { id: 'rId1', type: 'slideMaster', target: MASTER },
    { id: 'rId2', type: 'theme', target: THEME },
    ...slides.map((target, i) => ({ id: `rId${i + 3}`, type: 'slide', target })),
  ],
});
