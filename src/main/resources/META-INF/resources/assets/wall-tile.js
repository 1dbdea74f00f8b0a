// One patient on the wall view.

import { byUrgency, speaking } from './alert-card.js';
import { PRIORITIES } from './board-row.js';
import { element } from './element.js';
import { badge } from './grade.js';
import { displayName, outpatient } from './person.js';
import { words } from './phrases.js';
import { SCORE_COUNTS, scoreName, scoreText } from './score.js';
import { shortAge } from './time.js';
import { oxygenBriefly, pressorsBriefly, together } from './values.js';
import { spoken } from './words.js';

/** Hours after which a value is marked as old. */
const OLD = 4;

export function wallTile(patient) {
    const values = together(patient.lastValues);
    return element(
        'li',
        { class: 'tile', 'data-patient': patient.patientId },
        element('span', { class: 'bed' }, element('span', { class: 'unseen' }, words.person.bed), patient.bed),
        element(
            'span',
            { class: 'person' },
            element('strong', {}, displayName(patient)),
            element('span', {}, words.person.day(patient.day), outpatient(patient)),
        ),
        grade('CRS', patient.crs),
        grade('ICANS', patient.icans),
        facts(patient, values),
        element('span', { class: 'loud' }, alerts(patient), overdue(patient), deaf(patient)),
    );
}

/** A grade of 0 never stands alone while the course is open. */
const grade = (name, { grade, course, flags = [] }) =>
    badge(
        name,
        grade,
        element(
            'span',
            { class: 'marks' },
            grade === 0 && course?.open && words.wall.open,
            flags.length > 0 && ['⚑', element('span', { class: 'unseen' }, words.wall.flagged)],
        ),
    );

const facts = ({ neuroScore, oxygen, vasopressors = [] }, values) =>
    element(
        'span',
        { class: 'facts' },
        element(
            'span',
            {},
            score(neuroScore),
            oxygenBriefly(oxygen) && element('b', { class: 'support' }, oxygenBriefly(oxygen)),
            values.spo2 && sign(words.board.spo2, values.spo2),
        ),
        element(
            'span',
            {},
            vasopressors.length > 0 && element('b', { class: 'support' }, pressorsBriefly(vasopressors)),
            pressure(values),
            values.temperature && sign(words.board.temperature, values.temperature),
        ),
    );

const score = told =>
    told
        ? element(
              'span',
              { class: 'sign' },
              `${scoreName(told)} `,
              element('b', {}, scoreText(told)),
              ' ',
              shortAge(told.at, SCORE_COUNTS),
          )
        : words.score.none;

/** With the mean if there is no other pressure. */
function pressure({ pressure: both, systolic, meanArterialPressure: mean }) {
    const value = both ?? systolic;
    if (value) return sign(words.board.pressure, value);
    return mean && sign(words.board.mean, mean);
}

const sign = (name, { text, at, implausible, setting }) =>
    element(
        'span',
        { class: 'sign' },
        `${name} `,
        element('b', {}, text),
        implausible && words.board.implausible,
        setting === 'home' && words.board.home,
        ' ',
        shortAge(at, OLD),
    );

function alerts({ openAlerts = [] }) {
    const cards = speaking(openAlerts)
        .filter(({ acknowledgedBy }) => !acknowledgedBy)
        .sort(byUrgency);
    return (
        cards.length > 0 &&
        element(
            'strong',
            { class: `alert-count ${cards[0].priority}` },
            `${PRIORITIES[cards[0].priority]} ${cards.length}`,
        )
    );
}

function overdue({ checks = [] }) {
    const late = checks.filter(check => check.overdue);
    return late.length > 0 && element('span', {}, words.wall.overdue(late.length, spoken(late[0].check)));
}

const deaf = ({ devices = [] }) =>
    devices.some(({ silent, used = true }) => silent || !used) && element('span', {}, words.wall.deaf);
