/** Whether the page listens yet. Until then a press of a button does nothing: those that write are disabled. */
export const awake = $state({ now: false });
