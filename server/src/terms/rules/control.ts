/** What a licensor keeps in hand after the grant: always on the card, and a finding for whoever builds a business on the model. */
import type { Situation } from '../situation.ts';
import type { Weighing } from './rule.ts';

export const weighControl = ({ usage }: Situation): Pick<Weighing, 'verdict' | 'level'> => ({
  verdict: 'applies',
  ...(usage.commercial === true ? {} : { level: 'off' }),
});
