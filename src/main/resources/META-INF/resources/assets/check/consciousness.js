// Consciousness, in the words of the grading and in those that wards chart: AVPU and RASS.

import { choice, textOf } from './fields.js';
import { wakefulness } from '../words.js';

/** AVPU and RASS have no level of their own for a drowsy patient who wakes without a stimulus. */
const CHARTED_AS = {
    awake: 'A: alert, RASS 0 or above',
    spontaneous: 'A, but sleepy',
    voice: 'V: to voice, RASS −1 to −3',
    touch: 'P: to touch, RASS −4',
    vigorous: 'P: to strong touch only, RASS −4',
    unarousable: 'U: to nothing, RASS −5',
};

export const wakefulnessChoice = () =>
    choice(
        'consciousness',
        'Consciousness',
        Object.entries(CHARTED_AS).map(([level, words]) => [level, `${wakefulness(level)} (${words})`]),
        { hint: 'What does it take to wake the patient?' },
    );

export const consciousnessOf = data => textOf(data, 'consciousness');

/** RASS −4 or −5: a child at these levels cannot be scored with the CAPD. */
export const cannotBeScored = level => ['touch', 'vigorous', 'unarousable'].includes(level);
