import { describe, expect, it } from 'vitest';
import { readKey, type Field, type Press } from '../../../web/src/lib/staff/return/keys.ts';

const press = (key: string, change: Partial<Press> = {}): Press => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false },
  ...change,
});
const at = (start: number, end = start, change: Partial<Field> = {}): Field => ({
  ...{ start, end, length: 3, changed: false },
  ...change,
});

describe('readKey', () => {
  it.each([
    ['Enter goes down', press('Enter'), at(3), 'down'],
    ['Shift+Enter goes up', press('Enter', { shiftKey: true }), at(3), 'up'],
    ['↓ goes down from anywhere in the text', press('ArrowDown'), at(1), 'down'],
    ['Shift+↓ selects', press('ArrowDown', { shiftKey: true }), at(1), null],
    ['→ at the end leaves the field', press('ArrowRight'), at(3), 'right'],
    ['→ inside the text moves the caret', press('ArrowRight'), at(2), null],
    ['→ with all selected leaves the field', press('ArrowRight'), at(0, 3), 'right'],
    ['→ with some selected ends the selection', press('ArrowRight'), at(1, 3), null],
    ['← at the start leaves the field', press('ArrowLeft'), at(0), 'left'],
    ['Escape takes back what was typed', press('Escape'), at(3, 3, { changed: true }), 'cancel'],
    ['Escape is left alone where nothing was typed', press('Escape'), at(3), null],
    ['Ctrl+Z undoes the last step', press('z', { ctrlKey: true }), at(3), 'undo'],
    [
      'Ctrl+Z undoes typing first',
      press('z', { ctrlKey: true }),
      at(3, 3, { changed: true }),
      null,
    ],
    ['⌘+Shift+Z redoes', press('Z', { metaKey: true, shiftKey: true }), at(3), 'redo'],
    ['Ctrl+Y redoes', press('y', { ctrlKey: true }), at(3), 'redo'],
    ['Ctrl+C is the browser’s', press('c', { ctrlKey: true }), at(3), null],
    [
      'Enter belongs to the input method while composing',
      press('Enter', { isComposing: true }),
      at(3),
      null,
    ],
    ['Tab is natural', press('Tab'), at(3), null],
  ])('%s', (_, key, field, action) => {
    expect(readKey(key, field)).toBe(action);
  });
});
