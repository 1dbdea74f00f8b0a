// The last ICE or CAPD: its total, how it moved, and what was lost.

import { shown } from './number.js';
import { words } from './phrases.js';
import { spoken, spokenWithin } from './words.js';

const SAYS = words.score;

const MOST = { ice: 10, capd: 32 };

/** The points of an item of ICE that is complete. */
const FULL = { orientation: 4, naming: 3, commands: 1, writing: 1, attention: 1 };

export const scoreName = ({ tool }) => spoken(tool);

/** "8/10 ▼". */
export const scoreText = told =>
    [`${shown(told.total)}/${MOST[told.tool]}`, arrow(told), isPartial(told) && SAYS.partial].filter(Boolean).join(' ');

/** Items that were left out count in full, so such a score may look better than the patient is. */
const isPartial = ({ leftOut = [] }) => leftOut.length > 0;

/** Hours after which a score is marked as old: it no longer counts for the grade. */
export const SCORE_COUNTS = 12;

/** What a reader must know beside the total: the change, the usual score, and the items that were lost. */
export const scoreNotes = told =>
    [
        told.previous && told.previous.total !== told.total && SAYS.was(shown(told.previous.total)),
        told.baseline !== undefined && told.baseline !== told.total && SAYS.usual(shown(told.baseline)),
        ...lost(told),
        told.leftOut?.length > 0 && SAYS.notAsked(told.leftOut.map(spokenWithin).join(', ')),
    ].filter(Boolean);

/** The same for paper: "ICE 8/10, was 10, writing lost". */
export const scoreSentence = told =>
    [`${scoreName(told)} ${shown(told.total)}/${MOST[told.tool]}`, ...scoreNotes(told)].join(', ');

/** ▼ is worse and ▲ is better, whichever end of the tool is the good one. */
function arrow(told) {
    const { tool, total, previous } = told;
    if (!previous || previous.total === total || previous.partial || isPartial(told)) return undefined;
    const better = tool === 'ice' ? total > previous.total : total < previous.total;
    return better ? '▲' : '▼';
}

const lost = ({ items = {} }) =>
    Object.entries(items)
        .filter(([item, points]) => points < FULL[item])
        .map(([item, points]) =>
            points === 0 ? SAYS.lost(spokenWithin(item)) : `${spokenWithin(item)} ${points}/${FULL[item]}`,
        );
