// What was recorded of a journey, when and by whom.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { dateAndClock } from '../time.js';

const said = words.journeyHistory;

export const historyLine = ({ kind, at, recordedAt, by, reason }) =>
    element(
        'li',
        {},
        said.line(dateAndClock(recordedAt), said.kinds[kind] ?? kind, by),
        at !== recordedAt && said.about(dateAndClock(at)),
        reason && said.reason(reason),
    );
