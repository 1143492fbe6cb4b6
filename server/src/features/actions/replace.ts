/** "Replace with …": up to three open stand-ins, like for like. */
import { OPENNESS_CLASSES } from '@modelterms/licenses-db';
import { replacingTitle, statesThePast } from '../../alternatives/writing.ts';
import { documentEdit } from '../edits.ts';
import { replacedRange } from '../replacing.ts';
import type { ActionProvider } from './action.ts';

const OFFERED = 3;

export const replace: ActionProvider = {
  provide({ analysis, reference, server }) {
    if (statesThePast(reference.reference, analysis.checked.format)) return [];
    const { policy } = analysis.situation.options;
    const suggestions = server.world.engine().suggest(reference, { policy, limit: OFFERED });
    const ranks = suggestions.map(({ openness }) => OPENNESS_CLASSES.indexOf(openness));
    const preferred = ranks.indexOf(Math.min(...ranks));
    return suggestions.map((suggestion, i) => ({
      title: replacingTitle(suggestion),
      ...(i === preferred ? { isPreferred: true } : {}),
      edit: documentEdit(server.client, analysis.uri, analysis.version, [
        { range: replacedRange(analysis, reference, suggestion), newText: suggestion.replacement },
      ]),
    }));
  },
};
