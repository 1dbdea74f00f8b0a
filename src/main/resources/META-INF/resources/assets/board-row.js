// One patient's row on the board.

import { speaking } from './alert-card.js';
import { dueBriefly } from './due.js';
import { element } from './element.js';
import { badge, isKnown } from './grade.js';
import { displayName, identifiers, outpatient, patientPath, sinceInfusion } from './person.js';
import { langOf, translated } from './phrase-book.js';
import { words } from './phrases.js';
import { atTheBedside } from './session.js';
import { age, moment } from './time.js';
import { lastValues } from './values.js';
import { flag } from './words.js';

const MOST_ALERTS = 3;
const SAYS = words.board;

/**
 * @param arrived whether the row is new because a grade changed
 * @param less the button that makes one line of the row, on the compact board
 */
export const boardRow = (patient, who, arrived, less) =>
    element(
        'li',
        { class: `row${arrived ? ' arrived' : ''}`, 'data-patient': patient.patientId },
        place(patient, who, less),
        person(patient, who),
        element('div', { class: 'grades' }, syndrome('CRS', patient.crs), syndrome('ICANS', patient.icans)),
        lastValues(patient),
        checks(patient),
        alerts(patient),
    );

const place = (patient, who, less) =>
    element(
        'div',
        {},
        element('div', { class: 'bed' }, element('span', { class: 'unseen' }, words.person.bed), patient.bed),
        atTheBedside(who) &&
            element(
                'a',
                {
                    class: 'button',
                    href: patientPath(patient.patientId, '/check'),
                    'aria-label': SAYS.checkFor(displayName(patient)),
                },
                SAYS.check,
            ),
        less,
    );

function person(patient, who) {
    const name = displayName(patient);
    return element(
        'div',
        { class: 'person' },
        element('h2', {}, atTheBedside(who) ? element('a', { href: patientPath(patient.patientId) }, name) : name),
        identifiers(patient),
        element('p', {}, sinceInfusion(patient), ' ', outpatient(patient)),
    );
}

const syndrome = (name, told) =>
    element(
        'div',
        { class: 'syndrome-cell' },
        badge(name, told.grade),
        isKnown(told.grade)
            ? element('p', {}, trend(told), told.since && SAYS.since(moment(told.since), age(told.since)))
            : element('p', { class: 'bad', lang: langOf(told.reason) }, translated(told.reason)),
        told.grade === 0 &&
            told.course?.open &&
            element('p', {}, element('strong', {}, SAYS.courseOpen), SAYS.courseSince(moment(told.course.onset))),
        told.flags?.length > 0 && element('p', { class: 'flags' }, '⚑ ', told.flags.map(flag).join(' · ')),
    );

/** Whether the grade rose, fell, or is below its peak. */
function trend({ grade, previous, peak }) {
    if (isKnown(previous) && grade > previous) return direction('▲', SAYS.risen(previous));
    if (isKnown(previous) && grade < previous) return direction('▼', SAYS.fallen(previous));
    return peak && grade < peak.grade && direction('▼', SAYS.peak(peak.grade));
}

const direction = (mark, words) =>
    element('strong', { class: 'trend' }, element('span', { 'aria-hidden': 'true' }, `${mark} `), `${words}, `);

const checks = ({ checks: planned = [] }) =>
    element(
        'div',
        { class: 'checks' },
        element('h3', {}, SAYS.nextChecks),
        element('ul', { class: 'plain' }, planned.map(dueBriefly)),
    );

export const PRIORITIES = { high: '‼', medium: '!', low: 'i' };

const alerts = ({ openAlerts = [], devices = [], lastObservationAt }) =>
    alertsOf(speaking(openAlerts), devices, lastObservationAt);

const alertsOf = (openAlerts, devices, lastObservationAt) =>
    element(
        'div',
        { class: 'alerts' },
        element('h3', {}, openAlerts.length === 0 ? SAYS.noAlerts : SAYS.alerts(openAlerts.length)),
        element('ul', { class: 'plain' }, openAlerts.slice(0, MOST_ALERTS).map(openAlert)),
        openAlerts.length > MOST_ALERTS && element('p', {}, SAYS.more(openAlerts.length - MOST_ALERTS)),
        feed(devices, lastObservationAt),
    );

const openAlert = alert =>
    element(
        'li',
        { class: `open-alert ${alert.priority}` },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, PRIORITIES[alert.priority]),
        element(
            'span',
            {},
            element('span', { class: 'unseen' }, SAYS.priorities[alert.priority]),
            `${translated(alert.title)}, `,
            age(alert.raisedAt),
            alert.acknowledgedBy ? SAYS.has(alert.acknowledgedBy) : element('strong', {}, SAYS.nobody),
        ),
    );

/** The bound devices. They are shown quietly while every device sends. */
const feed = (devices, lastObservationAt) =>
    element(
        'ul',
        { class: 'plain feed' },
        devices.map(device),
        devices.length === 0 &&
            element(
                'li',
                { class: 'quiet' },
                SAYS.noDevice,
                lastObservationAt ? SAYS.lastHeard(age(lastObservationAt)) : SAYS.nothingHeard,
            ),
    );

const device = ({ deviceId, lastHeardAt, silent, used = true, unusedSince, reason }) =>
    element(
        'li',
        { class: silent || !used ? 'silent' : 'quiet' },
        silent && [element('span', { 'aria-hidden': 'true' }, '⚠ '), element('strong', {}, SAYS.silent)],
        !used && [
            element('span', { 'aria-hidden': 'true' }, '⚠ '),
            element('strong', {}, SAYS.unused(deviceId, moment(unusedSince), SAYS.unusedReasons[reason] ?? reason)),
        ],
        `${deviceId}, `,
        lastHeardAt ? SAYS.heard(age(lastHeardAt)) : SAYS.notHeard,
    );
