// Consciousness, in the words of the grading and in those that wards chart: AVPU and RASS.

import { words } from '../phrases.js';
import { wakefulness } from '../words.js';
import { choice, textOf } from './fields.js';

const said = words.check.consciousness;

/** AVPU and RASS have no level of their own for a drowsy patient who wakes without a stimulus. */
const LEVELS = ['awake', 'spontaneous', 'voice', 'touch', 'vigorous', 'unarousable'];

export const wakefulnessChoice = () =>
    choice(
        'consciousness',
        said.title,
        LEVELS.map(level => [level, `${wakefulness(level)} (${said.charted[level]})`]),
        { hint: said.how },
    );

export const consciousnessOf = data => textOf(data, 'consciousness');

/** RASS −4 or −5: a child at these levels cannot be scored with the CAPD. */
export const cannotBeScored = level => ['touch', 'vigorous', 'unarousable'].includes(level);
