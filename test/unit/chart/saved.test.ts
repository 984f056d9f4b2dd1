import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formats, type FormatName } from '../../../web/src/lib/chart/files/formats.ts';
import { findFaults, besidesView } from '../../../web/src/lib/chart/files/request.ts';
import { endInRecord, reword, withView } from '../../../web/src/lib/chart/saved.ts';
import { figuresOf } from './figures.ts';
import { askFor } from './files.ts';

const hostile = `<script>alert('1')</script> & "]]>`;
const words = {
  titles: { en: `Signings ${hostile}` },
  notes: { zh: `按签约方统计 ${hostile}` },
};

/** What an XML text says, without its tags and without the lines it is broken into. */
const readXml = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/\s/g, '');

/** All that a file says, as a reader of its format gets it. */
function readForm(form: FormatName, written: string | Uint8Array): string {
  if (typeof written !== 'string') {
    const parts = Object.entries(unzipSync(written)).filter(([name]) => name.endsWith('.xml'));
    return parts.map(([, part]) => readXml(strFromU8(part))).join(' ');
  }
  return form === 'svg'
    ? readXml(written)
    : Object.values(JSON.parse(written) as object)
        .concat(JSON.parse(written).extension?.title)
        .flat()
        .filter((value) => typeof value === 'string')
        .join(' ')
        .replace(/\s/g, '');
}

describe('reword', () => {
  const { file, style } = askFor(figuresOf([10, 17]), '');
  const model = reword(file.model, words);
  // A table of numbers has no place for what is said of the whole.
  const forms = (Object.keys(formats) as FormatName[]).filter((form) => form !== 'csv');

  it.each(forms)('says title and note in %s, as they were written', (form) => {
    const said = readForm(form, formats[form].write({ ...file, model }, style));
    expect(said).toContain(words.titles.en.replace(/\s/g, ''));
    expect(said).toContain(words.notes.zh.replace(/\s/g, ''));
  });

  it('keeps the sentence, and the title of a language without one of its own', () => {
    expect(model.sentence).toBe(file.model.sentence);
    expect(reword(file.model, { titles: { zh: '签约' }, notes: {} })).toEqual(file.model);
  });

  it('takes away what would turn the numbers behind a title', () => {
    expect(reword(file.model, { titles: { en: 'a\u202eb' }, notes: {} }).title).toBe('ab');
  });
});

describe('withView', () => {
  it('puts the saved view in the place of any other, and keeps the rest', () => {
    const given = new URLSearchParams('lang=en&show=change&release=2&from=2019');
    expect(withView(given, 'show=share&to=2023').toString()).toBe(
      'lang=en&release=2&show=share&to=2023',
    );
  });

  it('is never asked to: an address of a saved chart takes no view', () => {
    const faults = findFaults(new URLSearchParams('lang=en&show=change&from=2019'), besidesView);
    expect(faults.map(({ field }) => field)).toEqual(['show', 'from']);
  });
});

describe('endInRecord', () => {
  it('ends a view with the record, and leaves one that ends before as it is', () => {
    const view = new URLSearchParams('from=2020&to=2024');
    expect(endInRecord(view, 2022).toString()).toBe('from=2020');
    expect(endInRecord(view, 2024).toString()).toBe('from=2020&to=2024');
  });
});
