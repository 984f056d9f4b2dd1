const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it can be drawn: without the characters that XML 1.0 forbids, and without those that turn the reading
 * direction of what follows.
 */
export const printable = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu,
    '',
  );

/** Printable text for XML content or a quoted attribute. */
export const escapeXml = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (character) => entities[character]!);
