/** Throws unless the text is one well-formed XML element, of the plain kind we write: no comments, no sections. */
export function assertWellFormed(xml: string): void {
  const token = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?::[\w-]+)?="[^"<]*")*)\s*(\/?)>|([^<>]+)/gy;
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  for (const match of xml.matchAll(token)) {
    if (match.index !== at) break;
    at += match[0].length;
    const [, closing, name, attributes = '', alone, text] = match;
    const words = text ?? attributes;
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(words)) throw new Error(`A bare & in ${words}`);
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(words))
      throw new Error('A control character');
    if (text !== undefined) {
      if (!open.length) throw new Error(`Text outside: ${text}`);
      continue;
    }
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map((found) => found[1]);
    if (new Set(names).size < names.length) throw new Error(`An attribute twice:${attributes}`);
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
    } else {
      if (!open.length) roots++;
      if (!alone) open.push(name!);
    }
  }
  if (at !== xml.length) throw new Error(`Not XML from: ${xml.slice(at, at + 60)}`);
  if (open.length || roots !== 1) throw new Error(`Left open: ${open.join()}; roots: ${roots}`);
}
