// What was recorded of a journey, when and by whom.

import { element } from '../element.js';
import { dateAndClock } from '../time.js';

const KINDS = {
    facts: 'Facts',
    state: 'State',
    custody: 'Custody',
    identity: 'Reading at the bed',
    readiness: 'Answer of the readiness list',
    override: 'Override',
    infusion: 'Infusion',
};

export const historyLine = ({ kind, at, recordedAt, by, reason }) =>
    element(
        'li',
        {},
        `${dateAndClock(recordedAt)}: ${KINDS[kind] ?? kind}, by ${by}`,
        at !== recordedAt && `, about ${dateAndClock(at)}`,
        reason && `. Reason: ${reason}`,
    );
