import { all } from './office-read.ts';

/**
 * The order of children in the schemas of ECMA-376 (transitional), for what we write: Office takes no other. `|`
 * stands between those of which there is one.
 */
const orders: Record<string, string> = {
  'c:chartSpace': 'date1904 lang roundedCorners chart spPr txPr externalData',
  'c:chart': 'autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs',
  'c:plotArea': 'layout barChart lineChart catAx valAx spPr',
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap axId',
  'c:lineChart': 'grouping varyColors ser dLbls marker axId',
  'c:ser': 'idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth',
  'c:dPt': 'idx invertIfNegative marker bubble3D spPr',
  'c:dLbls':
    'dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize',
  'c:dLbl':
    'idx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize',
  'c:marker': 'symbol size spPr',
  'c:legend': 'legendPos legendEntry overlay spPr txPr',
  'c:scaling': 'orientation max min',
  'c:catAx':
    'axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl',
  'c:valAx':
    'axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit',
  'c:numCache': 'formatCode ptCount pt',
  'c:strCache': 'ptCount pt',
  'c:spPr': 'xfrm prstGeom noFill|solidFill|pattFill ln',
  'p:spPr': 'xfrm prstGeom noFill|solidFill|pattFill ln',
  'a:ln': 'noFill|solidFill prstDash round',
  'a:rPr': 'solidFill latin ea hlinkClick',
  'a:tcPr': 'lnL lnR lnT lnB noFill',
  'w:pPr': 'pStyle keepNext keepLines spacing jc outlineLvl',
  'w:rPr': 'rStyle rFonts b bCs color sz szCs u bdr shd vertAlign lang',
  'w:tblPr': 'tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption',
  'w:tcPr': 'tcW tcBorders vAlign',
};

/** Elements whose children are in another order than the schema's, or are none that it is known to have. */
export function findDisorder(xml: Document): string[] {
  return Object.entries(orders).flatMap(([name, order]) => {
    const places = new Map(
      order.split(' ').flatMap((names, i) => names.split('|').map((one) => [one, i] as const)),
    );
    return all(xml, name).flatMap((element) => {
      const found = Array.from(element.childNodes).map(({ nodeName }) =>
        nodeName.split(':').pop()!,
      );
      const at = found.map((one) => places.get(one) ?? NaN);
      const isOrdered = at.every((place, i) => place >= (at[i - 1] ?? 0));
      return isOrdered ? [] : [`${name}: ${found.join()}`];
    });
  });
}
