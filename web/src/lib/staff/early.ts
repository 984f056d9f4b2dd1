type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What was typed, chosen or unfolded before the page was awake. Hydration takes some of it back, and the page knows of none of
 * it. To be read before hydration touches the fields; what this gives puts it back and tells the page of it.
 */
export function readEarly(root: ParentNode): () => void {
  const fields: Field[] = [
    ...root.querySelectorAll('input'),
    ...root.querySelectorAll('textarea'),
    ...root.querySelectorAll('select'),
  ];
  const early = fields.filter(isTouched).map((field) => [field, stateOf(field)] as const);
  const unfolded = [...root.querySelectorAll('details')].filter(({ open }) => open);
  return () => {
    for (const details of unfolded) details.open = true;
    for (const [field, state] of early) {
      if (!field.isConnected || field.disabled) continue;
      if (isMark(field)) field.checked = state === true;
      else field.value = String(state);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}

/** Whether it holds something else than the server wrote. A field that takes nothing yet has nothing to keep. */
function isTouched(field: Field): boolean {
  if (field.closest('[inert]') || field.matches(':disabled, [type=file]')) return false;
  if (isMark(field)) {
    // Of buttons that exclude each other, the chosen one tells all.
    return field.checked !== field.defaultChecked && (field.type === 'checkbox' || field.checked);
  }
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  const first = [...field.options].findLast((option) => option.defaultSelected) ?? field.options[0];
  return field.value !== (first?.value ?? '');
}

const stateOf = (field: Field): string | boolean => (isMark(field) ? field.checked : field.value);

const isMark = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
