/** What a key means in the column of values, as in a spreadsheet. */
export type Action = 'up' | 'down' | 'left' | 'right' | 'cancel' | 'take' | 'undo' | 'redo';

export type Press = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>;

export interface Field {
  /** Where the selection begins and ends, in characters; both 0 where there is no text. */
  start: number;
  end: number;
  length: number;
  /** Whether it was typed in since it was entered: then undo is the field's own. */
  changed: boolean;
}

/** The action of a key in the field of a value; null leaves it to the browser. */
export function readKey(press: Press, field: Field): Action | null {
  // Enter and the arrows belong to the input method while it is composing.
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return field.changed ? null : readStep(press);
  switch (press.key) {
    case 'Enter':
      return press.shiftKey ? 'up' : 'down';
    case 'Escape':
      return field.changed ? 'cancel' : null;
    // No number has it. On some keyboards it takes Shift, on Chinese ones it may be wide.
    case '=':
    case '＝':
      return 'take';
  }
  if (press.shiftKey) return null;
  const all = field.length > 0 && field.start === 0 && field.end === field.length;
  const caret = field.start === field.end;
  switch (press.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return all || (caret && field.start === 0) ? 'left' : null;
    case 'ArrowRight':
      return all || (caret && field.end === field.length) ? 'right' : null;
    default:
      return null;
  }
}

/** Undo and redo, by the keys of every system. */
export function readStep(press: Press): 'undo' | 'redo' | null {
  if (press.altKey || !(press.ctrlKey || press.metaKey)) return null;
  const key = press.key.toLowerCase();
  if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !press.shiftKey ? 'redo' : null;
}
