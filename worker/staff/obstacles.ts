import { hasRole } from '../../schema/staff/roles.ts';
import type { Obstacle } from '../../schema/staff/releases.ts';
import type { ReturnState } from '../../schema/staff/words.ts';
import { AppError } from '../errors.ts';
import type { Actor } from './actor.ts';

/** What every publication depends on. */
export interface Setting {
  /** Whether a release waits for its time: until then nothing else is published. */
  waiting: boolean;
  /** Whether people may publish what they entered themselves. */
  onePerson: boolean;
}

type By = Pick<Actor, 'id' | 'role'>;
type People = readonly { id: string }[];

/** Whether a person is among those who changed something. */
export const isOwn = (people: People, { id }: Pick<Actor, 'id'>): boolean =>
  people.some((person) => person.id === id);

/** Why a person may not publish anything now. */
const generalObstacles = ({ waiting }: Setting, by: By): Obstacle[] => [
  ...(hasRole(by.role, 'reviewer') ? [] : ['role' as const]),
  ...(waiting ? ['release_waiting' as const] : []),
];

/** Why a person may not publish a return now. */
export const returnObstacles = (
  { state, editors }: { state: ReturnState | null; editors: People },
  setting: Setting,
  by: By,
): Obstacle[] => [
  ...generalObstacles(setting, by),
  ...(state === 'submitted' ? [] : ['not_submitted' as const]),
  ...(isOwn(editors, by) && !setting.onePerson ? ['own_figures' as const] : []),
];

/** Why a person may not publish the changes of the catalogue now. */
export const catalogueObstacles = (editors: People, setting: Setting, by: By): Obstacle[] => [
  ...generalObstacles(setting, by),
  ...(isOwn(editors, by) && !setting.onePerson ? ['own_catalogue' as const] : []),
];

/** The same for the changes of the register. */
export const registerObstacles = (editors: People, setting: Setting, by: By): Obstacle[] => [
  ...generalObstacles(setting, by),
  ...(isOwn(editors, by) && !setting.onePerson ? ['own_register' as const] : []),
];

const details: Record<Obstacle, string> = {
  role: 'Publishing takes the role reviewer.',
  release_waiting: 'A release waits for its time. Withdraw it first, or wait.',
  not_submitted: 'This return is not in review. It has to be submitted first.',
  own_figures: 'You entered figures of this return; another person must publish it.',
  own_catalogue: 'You changed the catalogue; another person must publish the changes.',
  own_register: 'You changed the register; another person must publish the changes.',
  nothing_to_publish: 'There is nothing to publish: all is public as it is.',
};

/** @throws AppError 409 `not_allowed` with the `obstacles`, when there are any */
export function refuseObstacles(found: readonly Obstacle[]): void {
  const obstacles = [...new Set(found)];
  const [first] = obstacles;
  if (first === undefined) return;
  throw new AppError(409, 'not_allowed', details[first], undefined, { obstacles });
}
