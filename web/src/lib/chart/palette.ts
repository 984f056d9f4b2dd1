export type Theme = 'light' | 'dark';

export interface Palette {
  paper: string;
  raised: string;
  rule: string;
  ink: string;
  muted: string;
  accent: string;
  /** By `ChartSeries.colour`: ink, cinnabar, jade, ochre, plum, sky, slate (slate: "other", "not broken down"). */
  series: string[];
}

/**
 * The colours of `tokens.css` as data, for drawings that cannot read a style sheet. Every series is ≥ 3:1 on its
 * paper and every pair ≥ 14 CIEDE2000 apart for normal, protan, deutan and tritan sight.
 */
export const palette: Record<Theme, Palette> = {
  light: {
    paper: '#fbfaf7',
    raised: '#ffffff',
    rule: '#dcd8cf',
    ink: '#17212b',
    muted: '#55606b',
    accent: '#b0381a',
    series: ['#002f56', '#b0381a', '#007c5d', '#b2870d', '#824a91', '#4a95c9', '#82868b'],
  },
  dark: {
    paper: '#12171d',
    raised: '#1a2129',
    rule: '#303a44',
    ink: '#eef1f3',
    muted: '#a5afb8',
    accent: '#ec7b5f',
    series: ['#2b6eab', '#ec7b5f', '#59d0ad', '#f4ce63', '#cf82d3', '#bcd8ef', '#797e85'],
  },
};
