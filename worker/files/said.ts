import type { Dataset } from '../../schema/answers.ts';
import { inLanguage, type FileLanguage } from '../../schema/dataset/languages.ts';
import { words } from './words.ts';

const tags: Record<FileLanguage, string> = { zh: 'zh-CN', en: 'en-GB' };

/** What every file says of a dataset around its figures, in one language. */
export function sayAround(
  { centre, release, hasSample }: Pick<Dataset, 'centre' | 'release' | 'hasSample'>,
  language: FileLanguage,
) {
  const say = (key: keyof typeof words) => words[key][language];
  const day = new Intl.DateTimeFormat(tags[language], {
    dateStyle: 'long',
    timeZone: centre.timeZone,
  }).format(new Date(release.publishedAt));
  const name = inLanguage(centre.names, language);
  return {
    say,
    centre: name,
    title: language === 'zh' ? `${name}${say('figures')}` : `${name}: ${say('figures')}`,
    release: language === 'zh' ? `第${release.n}次发布，${day}` : `Release ${release.n}, ${day}`,
    sample: say(hasSample ? 'hasSample' : 'noSample'),
  };
}
