const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3ffff}]/u;
const thin = /[ .,:;!|'’ijltfrI()[\]·-]/;
const broad = /[mwMW@%≥≤≈+]|\p{Lu}/u;

/** Width of a text in units of its font size: an estimate on the safe side, for the system's sans faces. */
export function emWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += wide.test(character)
      ? 1
      : thin.test(character)
        ? 0.38
        : broad.test(character)
          ? 0.74
          : 0.61;
  return width;
}

/** The text itself if it is at most `room` wide, else its beginning and "…". Units are those of `fontSize`. */
export function clip(text: string, fontSize: number, room: number): string {
  if (emWidth(text) * fontSize <= room) return text;
  let kept = '';
  for (const character of text) {
    if (emWidth(`${kept + character}…`) * fontSize > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** At most two lines that are each at most `room` wide, broken at spaces; null where that cannot be. */
export function wrapInTwo(text: string, fontSize: number, room: number): string[] | null {
  const fits = (line: string) => emWidth(line) * fontSize <= room;
  if (fits(text)) return [text];
  for (let at = text.lastIndexOf(' '); at > 0; at = text.lastIndexOf(' ', at - 1)) {
    const lines = [text.slice(0, at), text.slice(at + 1)];
    if (lines.every(fits)) return lines;
  }
  return null;
}
