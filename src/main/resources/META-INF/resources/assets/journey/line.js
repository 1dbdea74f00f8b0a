// The stations from the referral to the infusion, with the planned and the real dates.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { dateAndClock, now, span } from '../time.js';
import { spoken } from '../words.js';

const said = words.journeyLine;
const MARKS = { done: '✓', now: '●', late: '!', planned: '○', open: '○' };

/** @param stations as in `GET /v1/journeys/{id}` */
export const stationLine = stations =>
    element('ol', { class: 'plain stations', 'aria-label': said.stations }, stations.map(station));

function station({ station: name, plannedAt, startedAt, endedAt }) {
    const where = progress({ plannedAt, startedAt, endedAt });
    return element(
        'li',
        { class: where, 'data-station': name },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[where]),
        element('strong', {}, spoken(name)),
        plannedAt && element('span', { class: 'small quiet' }, said.planned(time(plannedAt))),
        element('span', { class: 'small' }, real({ startedAt, endedAt, plannedAt, where })),
    );
}

/** A date of lymphodepletion or bridging can be in the future: then the station is only planned. */
function progress({ plannedAt, startedAt, endedAt }) {
    const passed = at => at !== undefined && Date.parse(at) <= now();
    if (passed(endedAt)) return 'done';
    if (passed(startedAt)) return 'now';
    if (startedAt === undefined && passed(plannedAt)) return 'late';
    return startedAt || plannedAt ? 'planned' : 'open';
}

function real({ startedAt, endedAt, plannedAt, where }) {
    if (where === 'late') return said.late(span(now() - Date.parse(plannedAt)));
    if (startedAt === undefined && endedAt === undefined) return plannedAt ? said.notYet : said.noDate;
    if (startedAt === endedAt || startedAt === undefined) return said.on(time(endedAt));
    return endedAt ? said.fromTo(time(startedAt), time(endedAt)) : said.since(time(startedAt));
}

const time = at => element('time', { datetime: at }, dateAndClock(at));
