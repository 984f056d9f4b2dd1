import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { sliceOf } from '../worker/images/slice.ts';
import { main, root } from './run.ts';

const family = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
/** Of the images' words: of text, and of headings and values. */
const weights = {
  regular: join(family, '400Regular/NotoSansSC_400Regular.ttf'),
  semibold: join(family, '600SemiBold/NotoSansSC_600SemiBold.ttf'),
};
/** Beside the scripts of the pages, so that both builds serve it as it is. */
const folder = join(root, 'web/static/fonts');
const licence = join(family, 'LICENSE_FONT');

/** The hanzi of GB 2312, levels 1 and 2: 6763, which all but rare names are written with. */
function* commonHanzi(): Generator<string> {
  const decoder = new TextDecoder('gb2312');
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const sign = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(sign)) yield sign;
    }
}

/** What each file has to hold: the common one all but rare hanzi, the slices those of their range. */
function divide(): Map<string, string> {
  const common = new Set(commonHanzi());
  const files = new Map<string, string>([['', '']]);
  for (let code = 0x20; code < 0x40000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const sign = String.fromCodePoint(code);
    const file = common.has(sign) ? '' : (sliceOf(code) ?? '');
    files.set(file, (files.get(file) ?? '') + sign);
  }
  return files;
}

const timeOf = (path: string) => statSync(path).mtimeMs;

/** Whether what is there was made from what is installed, by this script. */
function isFresh(): boolean {
  if (!existsSync(folder)) return false;
  const made = readdirSync(folder).map((name) => timeOf(join(folder, name)));
  const from = [import.meta.filename, licence, ...Object.values(weights)].map(timeOf);
  return Math.min(...made) > Math.max(...from);
}

/**
 * Makes the fonts that images are drawn with: TrueType outlines of Noto Sans SC, without what only vertical lines,
 * small screens or other programs need. Under a second; nothing where they are there already.
 */
export async function makeFonts(): Promise<void> {
  if (isFresh()) return;
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), '.fonts-'));
  const files = divide();
  for (const [weight, path] of Object.entries(weights)) {
    const font = readFileSync(path);
    for (const [slice, signs] of files) {
      const made = await subsetFont(font, signs, {
        targetFormat: 'sfnt',
        keepFeatures: ['ccmp', 'kern', 'liga', 'locl', 'mark', 'pwid'],
        noHinting: true,
        dropTables: ['BASE', 'STAT', 'gasp', 'vhea', 'vmtx'],
      });
      writeFileSync(join(work, `${[weight, slice].filter(Boolean).join('-')}.ttf`), made);
    }
  }
  copyFileSync(licence, join(work, 'OFL.txt'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(work, folder);
}

if (import.meta.main) await main(makeFonts);
