/** Characters that no file or page can carry: of control, line ends and tabs apart. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** A text as it is kept: whole characters, none that a file cannot carry, and no blanks around it. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replace(unwritable, '').trim();
