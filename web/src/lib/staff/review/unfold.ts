/** Unfolds what holds something to see; never folds up what a person has unfolded. */
export const unfold = (isNeeded: boolean) => (details: HTMLDetailsElement) => {
  if (isNeeded) details.open = true;
};
