/** What a licensor keeps in hand after the grant: always on the card, and of interest to all but those who do nothing commercial. */
import type { Situation } from '../situation.ts';
import type { Weighing } from './rule.ts';

export const weighControl = ({ usage }: Situation): Pick<Weighing, 'verdict' | 'level'> => ({
  verdict: 'applies',
  ...(usage.commercial === false ? { level: 'off' } : {}),
});
