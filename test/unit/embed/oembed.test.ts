import { describe, expect, it } from 'vitest';
import { describeEmbed, writeXml } from '../../../web/src/lib/embed/oembed.ts';
import { readPasted } from '../../../web/src/lib/embed/pasted.ts';
import { figuresOf } from '../chart/figures.ts';
import { askFor } from '../chart/files.ts';

const origin = 'https://yearbook.example.org';
const read = (path: string) => {
  const found = readPasted(new URL(path, origin));
  return found && { ...found, params: String(found.params) };
};

describe('an address that is pasted', () => {
  it.each([
    [
      '/en/metrics/a-b?show=share&history=2020&release=4&x=1',
      'metric a-b en show=share&release=4&lang=en',
    ],
    ['/zh/c/named?sample=exclude#chart', 'saved named zh sample=exclude&lang=zh'],
    ['/c/named', 'saved named zh '],
    ['/c/named.png?lang=en&scale=3', 'saved named en lang=en'],
    ['/charts/a-b.docx?lang=en&width=900&theme=dark', 'metric a-b en lang=en&theme=dark'],
    ['/embed/a-b?theme=auto&title=hide', 'metric a-b zh theme=auto&title=hide'],
    ['/embed/c/named?verify=hide', 'saved named zh verify=hide'],
    // Strict addresses keep what is wrong with them, to be told.
    ['/embed/a-b?foo=1', 'metric a-b zh foo=1'],
  ])('%s', (path, shown) => {
    const { kind, name, locale, params } = read(path)!;
    expect(`${kind} ${name} ${locale} ${params}`).toBe(shown);
  });

  it.each(['/', '/en', '/fr/metrics/a-b', '/en/years/2024', '/embed/', '/embed/c/a/b', '/api'])(
    '%s is of no chart',
    (path) => {
      expect(read(path)).toBeNull();
    },
  );
});

describe('what a consumer is told', () => {
  const named = structuredClone(figuresOf([3, 5, 8]));
  named.metric.names = { en: `<b>"Signed" & 'sealed'</b>` };
  const { file } = askFor(named, 'show=cumulative');
  const bounds = { from: named.from, to: named.to, hasBreakdown: true, additive: true };
  const pasted = () => readPasted(new URL('/embed/a-b?show=cumulative&theme=auto', origin))!;
  const tell = (maxwidth: number | null, maxheight: number | null) =>
    describeEmbed({ file, bounds }, pasted(), { origin, maxwidth, maxheight });

  it('keeps to the room that it has, thumbnail included', () => {
    expect(tell(null, null)).toMatchObject({ width: 800, thumbnail_width: 1200 });
    expect(tell(480, 300)).toMatchObject({ width: 480, height: 300 });
    expect(tell(480, 300)).not.toHaveProperty('thumbnail_url');
    expect(tell(200, null)).toMatchObject({ width: 200 });
    // Less than the margins of a frame.
    expect(tell(1, null)).toMatchObject({ width: 1, height: expect.any(Number) as number });
    expect(tell(200, null)).not.toHaveProperty('thumbnail_url');
    expect(tell(480, null)['thumbnail_url']).toBe(
      `${origin}/charts/a-b.png?show=cumulative&width=480`,
    );
  });

  it('escapes what people have written, once in HTML and again in XML', () => {
    const answer = tell(null, null);
    expect(String(answer['title'])).toContain('<b>');
    const html = String(answer['html']);
    expect(html).toMatch(/^<blockquote hidden><a href="[^"<>]*">[^<>]*<\/a><\/blockquote><iframe /);
    expect(html).toContain('&lt;b&gt;&quot;Signed&quot; &amp; &#39;sealed&#39;');
    expect(html).toContain('show=cumulative&amp;theme=auto"');
    const xml = writeXml(answer);
    expect(xml).toContain('<type>rich</type>');
    expect(xml).toContain('&lt;iframe src=&quot;');
    expect(xml).toContain('&amp;lt;b&amp;gt;');
    expect(xml.match(/<(?!\/)[^>?]+>/g)).toHaveLength(1 + Object.keys(answer).length);
  });
});
