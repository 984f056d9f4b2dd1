import type { Derived } from '../../schema/answers.ts';
import type { GapReason, Qualifier } from '../../schema/vocabulary.ts';

type Input = { sample: boolean; qualifier?: Qualifier | null };

const hasSample = (inputs: readonly Input[]) => inputs.some((input) => input.sample);

/** A derived number. It is sample data when any figure it was derived from is. */
export function giveDerived(
  value: number,
  qualifier: Qualifier,
  inputs: readonly Input[],
): Derived {
  return { value, qualifier, reason: null, sample: hasSample(inputs) };
}

/** A derived number that cannot honestly be said, and why. */
export function withholdDerived(reason: GapReason, inputs: readonly Input[]): Derived {
  return { value: null, qualifier: null, reason, sample: hasSample(inputs) };
}

/** Whether any of the inputs is only a lower bound. */
export function hasLowerBound(inputs: readonly Input[]): boolean {
  return inputs.some((input) => input.qualifier === 'at_least');
}

/** The qualifier of what is derived from figures none of which is a lower bound. */
export function qualifyDerived(inputs: readonly Input[]): Qualifier {
  return inputs.some((input) => input.qualifier === 'about') ? 'about' : 'exact';
}
