/** A page of the benchmark, and what has to be on the screen before it counts as shown. */
export interface Measured {
  name: string;
  site: 'static' | 'chartjs' | 'yearbook';
  path: string;
  /** Selectors, and how many elements each has to find. */
  wanted: [selector: string, count: number][];
  /** Whether a script draws the charts, and so is on the way to them. */
  drawnByScript?: boolean;
  /** What a reader points at, and what is in the page once Chart.js has taken it over. */
  touched?: { selector: string; until: string };
}

const touched = { selector: '.plot', until: '.plot.live' };
const dashboard: Measured['wanted'] = [
  ['.tile', 8],
  ['.plot > svg', 6],
  ['.plot', 6],
];

export const pages: Measured[] = [
  {
    name: 'static',
    site: 'static',
    path: '/',
    wanted: [
      ['li .num', 8],
      ['figure > svg', 6],
    ],
  },
  {
    name: 'Chart.js',
    site: 'chartjs',
    path: '/',
    wanted: [
      ['li .num', 8],
      ['canvas.drawn', 6],
    ],
    drawnByScript: true,
  },
  { name: '/en', site: 'yearbook', path: '/en', wanted: dashboard, touched },
  { name: '/zh', site: 'yearbook', path: '/zh', wanted: dashboard, touched },
  {
    name: 'metric',
    site: 'yearbook',
    path: '/en/metrics/agreements-signed',
    wanted: [
      ['.plot > svg', 1],
      ['main', 1],
    ],
    touched,
  },
  {
    name: 'year',
    site: 'yearbook',
    path: '/en/years/2024',
    wanted: [
      ['table', 1],
      ['main', 1],
    ],
  },
];
