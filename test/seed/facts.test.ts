import { describe, expect, it } from 'vitest';
import { readSeed } from '../../seed/read.ts';

const rows = readSeed({ factsOnly: true });
const report = 'cooperation-meeting-2024-08-06';
const mirror = 'maui-mirror-2024-11-06';

/** Every sourced value of the eight metrics, as public in a release: what the centre's sources state. */
const facts: [number, string, number, string, number | null, string, string, string][] = [
  [1, 'meetings-held', 2019, 'cooperation-meeting', 1, 'at_least', 'A', 'xinhua-iol-2019-09-04'],
  [2, 'meetings-held', 2019, 'cooperation-meeting', 1, 'at_least', 'A', 'xinhua-iol-2019-09-04'],
  [2, 'meetings-held', 2022, 'forum', 1, 'at_least', 'A', 'kczg-forum-2022-11-17'],
  [4, 'meetings-held', 2018, 'cooperation-meeting', 1, 'exact', 'E', report],
  [4, 'meetings-held', 2019, 'cooperation-meeting', 1, 'exact', 'E', report],
  [4, 'meetings-held', 2020, 'cooperation-meeting', 1, 'exact', 'E', report],
  [4, 'meetings-held', 2021, 'cooperation-meeting', 1, 'exact', 'E', report],
  [4, 'meetings-held', 2022, 'cooperation-meeting', 1, 'exact', 'E', report],
  [4, 'meetings-held', 2022, 'forum', null, 'exact', 'O', 'kczg-forum-2022-11-17'],
  [4, 'meetings-held', 2023, 'cooperation-meeting', 1, 'exact', 'E', report],
  [4, 'meetings-held', 2024, 'cooperation-meeting', 1, 'exact', 'A', report],
  [4, 'meeting-participants', 2024, '', 95, 'exact', 'A', report],
  [4, 'agreements-signed', 2024, 'technology-transfer', 5, 'at_least', 'A', report],
  [4, 'agreements-signed', 2024, 'biomedicine', 8, 'at_least', 'A', report],
  [4, 'agreements-signed', 2024, 'intellectual-property', 4, 'at_least', 'A', report],
  [4, 'agreements-signed', 2024, '', 17, 'at_least', 'A', report],
  [4, 'projects-signed', 2023, '', 23, 'exact', 'E', mirror],
  [4, 'technologies-showcased', 2024, '', 15, 'exact', 'E', mirror],
];

const stateAt = (release: number) =>
  rows.figure.filter(
    ({ firstRelease, lastRelease }) =>
      firstRelease <= release && (lastRelease === null || lastRelease >= release),
  );

describe('the sourced facts', () => {
  it.each(facts)(
    'release %i says %s %i %s is %s (%s, %s)',
    (release, metric, year, member, value, qualifier, status, source) => {
      const found = stateAt(release).filter(
        (f) => f.metric === metric && f.year === year && f.member === member,
      );
      expect(found).toEqual([expect.objectContaining({ value, qualifier, status, source })]);
    },
  );

  it.each([1, 2, 4])('release %i says nothing else', (release) => {
    expect(stateAt(release)).toHaveLength(facts.filter(([n]) => n === release).length);
  });

  it('are not sample data, and rest on sources with an address', () => {
    expect(rows.figure.filter(({ sample }) => sample)).toEqual([]);
    expect(rows.source.filter(({ url, kind }) => url === null || kind === 'sample')).toEqual([]);
    expect(rows.target).toEqual([]);
  });

  it('explain themselves in every language', () => {
    for (const { note } of rows.figure) {
      expect(note).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) });
    }
  });

  it('close every year from the founding to 2024, once', () => {
    const years = rows.closedYear.map(({ year }) => year).sort();
    expect(years).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024]);
  });

  it('say in each release that it was reconstructed', () => {
    for (const { notes } of rows.release) {
      expect(notes.zh).toContain('事后重建');
      expect(notes.en).toContain('Reconstructed afterwards');
    }
  });
});
