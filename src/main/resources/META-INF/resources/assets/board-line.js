// One patient in one line: the compact board.

import { byUrgency, speaking } from './alert-card.js';
import { PRIORITIES } from './board-row.js';
import { element } from './element.js';
import { badge, isKnown } from './grade.js';
import { displayName, outpatient, patientPath } from './person.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { SCORE_COUNTS, scoreNotes, scoreText } from './score.js';
import { atTheBedside } from './session.js';
import { moment, shortAge } from './time.js';
import { oxygenBriefly, pressorsBriefly, together } from './values.js';
import { spoken } from './words.js';

const SAYS = words.board;

/** Hours after which a value is marked as old. */
const OLD = 4;

/** @param more the button that shows the whole row */
export function boardLine(patient, who, arrived, more) {
    const values = together(patient.lastValues);
    return element(
        'li',
        { class: `line${arrived ? ' arrived' : ''}`, 'data-patient': patient.patientId },
        element('span', { class: 'bed' }, element('span', { class: 'unseen' }, words.person.bed), patient.bed),
        person(patient, who),
        element('span', { class: 'day' }, words.person.day(patient.day), outpatient(patient)),
        grade('CRS', patient.crs),
        grade('ICANS', patient.icans),
        score(patient.neuroScore),
        element('span', { class: 'cell' }, sign(SAYS.temperature, values.temperature)),
        pressure(values, patient.vasopressors),
        saturation(values, patient.oxygen),
        nextCheck(patient.checks),
        alerts(patient),
        more,
    );
}

function person(patient, who) {
    const name = displayName(patient);
    return element(
        'span',
        { class: 'person', title: `${name}, ${patient.patientId}` },
        atTheBedside(who) ? element('a', { href: patientPath(patient.patientId) }, name) : name,
        patient.name && element('span', { class: 'quiet' }, ` ${patient.patientId}`),
    );
}

/** A grade of 0 never stands alone while the course is open. */
const grade = (name, told) =>
    element(
        'span',
        { class: 'cell', title: isKnown(told.grade) ? undefined : translated(told.reason) },
        badge(name, told.grade),
        told.grade === 0 && told.course?.open && element('strong', {}, SAYS.open),
        told.flags?.length > 0 && element('strong', { class: 'bad', title: SAYS.flagged }, ' ⚑'),
    );

const score = told =>
    element(
        'span',
        { class: 'cell' },
        told
            ? [
                  `${spoken(told.tool)} `,
                  element('strong', { title: scoreNotes(told).join(', ') }, scoreText(told)),
                  ' ',
                  shortAge(told.at, SCORE_COUNTS),
              ]
            : words.score.none,
    );

/** @param shown the time that the line shows already */
const sign = (name, value, shown) =>
    element(
        'span',
        {},
        `${name} `,
        value ? [element('strong', {}, value.text), doubtful(value), ' '] : '–',
        value && value.at !== shown && shortAge(value.at, OLD),
    );

const doubtful = ({ implausible, setting }) => [
    implausible && element('span', { class: 'bad' }, SAYS.implausible),
    setting === 'home' && element('span', { title: SAYS.homeTitle }, SAYS.home),
];

/** With the mean if there is no other pressure, and with what supports it. */
function pressure(values, vasopressors = []) {
    const [name, value] =
        [
            [SAYS.pressure, values.pressure],
            [SAYS.systolic, values.systolic],
            [SAYS.mean, values.meanArterialPressure],
        ].find(([, shown]) => shown) ?? [];
    return element(
        'span',
        { class: 'cell' },
        vasopressors.length > 0 &&
            element(
                'strong',
                { class: 'support', title: vasopressors.map(({ agent }) => spoken(agent)).join(', ') },
                `${pressorsBriefly(vasopressors)} `,
            ),
        value ? sign(name, value, values.temperature?.at) : SAYS.noPressure,
    );
}

const saturation = ({ temperature, spo2 }, oxygen) =>
    element(
        'span',
        { class: 'cell' },
        oxygenBriefly(oxygen) && element('strong', { class: 'support' }, `${oxygenBriefly(oxygen)} `),
        sign(SAYS.spo2, spo2, temperature?.at),
    );

/** What is overdue, else what comes next. */
function nextCheck(checks = []) {
    const overdue = checks.filter(check => check.overdue);
    const next = overdue[0] ?? checks.filter(({ paused }) => !paused).sort(byTime)[0];
    return element(
        'span',
        { class: `cell${overdue.length > 0 ? ' bad' : ''}` },
        overdue.length > 1 && SAYS.overdueCount(overdue.length),
        next && `${spoken(next.check)} `,
        next && (next.overdue ? SAYS.overdue(shortAge(next.dueAt)) : SAYS.at(moment(next.dueAt))),
    );
}

const byTime = (one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt);

function alerts({ openAlerts = [], devices = [] }) {
    const cards = speaking(openAlerts).sort(byUrgency);
    const unanswered = cards.filter(({ acknowledgedBy }) => !acknowledgedBy);
    return element(
        'span',
        { class: 'cell' },
        cards.length > 0 && open(cards[0], cards.length, unanswered.length),
        deaf(devices),
    );
}

const open = (first, count, unanswered) =>
    element(
        'span',
        { class: `open-alert ${first.priority}`, title: translated(first.title) },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, PRIORITIES[first.priority]),
        element(
            'span',
            {},
            unanswered > 0 ? element('strong', {}, SAYS.unanswered(unanswered)) : SAYS.alertCount(count),
            shortAge(first.raisedAt),
        ),
    );

/** Devices that are silent, or whose readings are not used. */
function deaf(devices) {
    const silent = devices.filter(({ silent, used = true }) => silent || !used);
    return (
        silent.length > 0 &&
        element('strong', { class: 'bad' }, SAYS.deaf(silent.map(({ deviceId }) => deviceId).join(', ')))
    );
}
