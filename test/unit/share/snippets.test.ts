import { describe, expect, it } from 'vitest';
import {
  elementCode,
  iframeCode,
  markdownCode,
  type Embedded,
} from '../../../web/src/lib/share/snippets.ts';

const embedded: Embedded = {
  name: 'Agreements signed: chart',
  link: 'https://yearbook.example.org/en/metrics/agreements-signed?show=change&release=3',
  embed: 'https://yearbook.example.org/embed/agreements-signed?show=change&theme=light',
  script: 'https://yearbook.example.org/embed.js',
  image: 'https://yearbook.example.org/charts/agreements-signed.png?show=change&scale=2',
  width: 640,
  imageHeight: 480,
  frameHeight: 560,
};

describe('code for pages elsewhere', () => {
  it('is a frame of the height that the chart needs', () => {
    expect(iframeCode(embedded)).toBe(
      '<iframe src="https://yearbook.example.org/embed/agreements-signed?show=change&amp;theme=light" ' +
        'title="Agreements signed: chart" width="640" height="560" loading="lazy" ' +
        'style="border:0;max-width:100%"></iframe>',
    );
  });

  it('is an element with the image, linked, for where no scripts run', () => {
    const code = elementCode(embedded);
    expect(code).toMatch(
      /^<script src="https:\/\/yearbook\.example\.org\/embed\.js" async><\/script>\n<yearbook-chart src="/,
    );
    expect(code).toContain('scale=2" alt="Agreements signed: chart" width="640" height="480"');
    expect(code).toContain('<a href="https://yearbook.example.org/en/metrics/agreements-signed?');
  });

  it('lets no name out of its attribute', () => {
    const name = `"></iframe><script>alert(1)</script>'&\u202e\u0000`;
    for (const code of [iframeCode, elementCode]) {
      const written = code({ ...embedded, name });
      expect(written).toContain(
        '&quot;&gt;&lt;/iframe&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;"',
      );
      expect(written).not.toContain('<script>');
    }
  });

  it('lets no name out of its brackets in Markdown', () => {
    const name = 'a](https://evil.example)\n\n# b <script> ![c](d) `e` &lt;';
    expect(markdownCode({ ...embedded, name })).toBe(
      '[![a\\](https://evil.example) \\# b \\<script\\> \\!\\[c\\](d) \\`e\\` \\&lt;]' +
        `(${embedded.image})](${embedded.link})`,
    );
  });
});
