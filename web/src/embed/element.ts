/*
 * `<yearbook-chart src="…/embed/METRIC?…">`: a chart in a page of another site, as high as it needs to be. What stands
 * in the element (an image with a link) shows without scripts, until the chart has said how high it is, and in print.
 * Loaded as a plain script: one expression, so that it leaves no name behind and may be loaded twice.
 */

if (!customElements.get('yearbook-chart')) {
  customElements.define(
    'yearbook-chart',
    class extends HTMLElement {
      static observedAttributes = ['src', 'label'];
      #frame = document.createElement('iframe');

      constructor() {
        super();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          ':host{display:block;position:relative}:host([hidden]){display:none}' +
            'iframe{display:block;border:0;width:100%}' +
            'iframe:not([height]){position:absolute;inset:0;height:100%;visibility:hidden}' +
            '@media screen{iframe[height]+slot{display:none}}' +
            // A frame prints as it stands on the screen, cut where that ends: the image in its place does not.
            '@media print{:host(:not(:empty)) iframe{display:none}}',
        );
        const shadow = this.attachShadow({ mode: 'open' });
        // A style element would be refused where the page allows none.
        shadow.adoptedStyleSheets = [sheet];
        this.#frame.loading = 'lazy';
        shadow.append(this.#frame, document.createElement('slot'));
      }

      connectedCallback() {
        addEventListener('message', this.#hear);
        this.#show();
      }

      disconnectedCallback() {
        removeEventListener('message', this.#hear);
      }

      attributeChangedCallback() {
        if (this.isConnected) this.#show();
      }

      #show() {
        const frame = this.#frame;
        // The host of the page and no more; or what its author says.
        frame.referrerPolicy = (this.getAttribute('referrerpolicy') ?? 'strict-origin') as '';
        frame.title = this.getAttribute('label') ?? frame.title;
        try {
          const { protocol, href } = new URL(this.getAttribute('src')!, document.baseURI);
          if (/^https?:$/.test(protocol) && frame.src !== href) frame.src = href;
        } catch {
          // No address yet: what stands in the element stays.
        }
      }

      /** Only the frame of this element is heard, and only while it shows a page of the chart's own origin. */
      #hear = ({ source, origin, data }: MessageEvent) => {
        const frame = this.#frame;
        if (source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
        const { height, title } = data?.yearbook ?? {};
        if (!(height > 0 && height < 1e4)) return;
        frame.height = String(Math.ceil(height));
        if (!this.hasAttribute('label')) frame.title = String(title);
      };
    },
  );
}
