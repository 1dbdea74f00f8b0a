// One printable page for the next shift.

import { byUrgency } from './alert-card.js';
import { get, list, step } from './api.js';
import { asKnown, charted, gradeHistory, historyAsKnown } from './charted.js';
import { dueWords } from './due.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { gradeSentence, gradeWord, isKnown } from './grade.js';
import { displayName, identifiers, patientOfPage, sinceInfusion } from './person.js';
import { dayAndClock, moment } from './time.js';
import { valueLines } from './values.js';
import { sentence } from './words.js';
import { shortWhy } from './why.js';

const HOUR = 3_600_000;
const SHIFTS = [12, 24];
const TREATMENTS = ['oxygen-therapy', 'vasopressor', 'fluid-bolus', 'medication'];
const patientId = patientOfPage();
let hours = SHIFTS[0];

const who = await frame();
const episode = await orEmergency(currentEpisode(patientId), patientId, who);
document.title = `Handover, bed ${episode.bed} – Vigil`;
show(
    byId('options'),
    element(
        'div',
        { class: 'choice', role: 'group', 'aria-label': 'How far back' },
        SHIFTS.map(length =>
            element(
                'label',
                {},
                element('input', {
                    type: 'radio',
                    name: 'hours',
                    checked: length === hours,
                    onchange: () => {
                        hours = length;
                        draw();
                    },
                }),
                `Last ${length} h`,
            ),
        ),
    ),
    element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'primary', onclick: () => print() }, 'Print, or save as PDF'),
    ),
);
async function draw() {
    const from = new Date(Date.now() - hours * HOUR).toISOString();
    const [grade, history, observations, alerts, board] = await Promise.all([
        get(`/v1/patients/${step(patientId)}/grade`),
        gradeHistory(patientId),
        charted(patientId, { from }),
        list('/v1/alerts', { patientId }),
        get(`/v1/wards/${step(episode.ward)}/board`, { patientId }),
    ]);
    const [row] = board.items;
    const lately = asKnown(observations);
    show(
        byId('sheet'),
        head(grade),
        element('section', { class: 'pair' }, shortWhy('CRS', grade.crs), shortWhy('ICANS', grade.icans)),
        part(
            'Changes of the grades',
            historyAsKnown(history)
                .filter(({ at }) => at >= Date.parse(from))
                .map(changeLine),
            'No change in this time.',
        ),
        part('Treatments', lately.filter(({ kind }) => TREATMENTS.includes(kind)).map(line)),
        part(
            'Checks and events',
            lately.filter(({ kind }) => !TREATMENTS.includes(kind) && kind !== 'retraction').map(line),
        ),
        part(
            'Last values',
            (row ? valueLines(row) : []).map(text => element('li', {}, text)),
            'None.',
            'short',
        ),
        part(
            'Checks due',
            (row?.checks ?? []).map(one =>
                element('li', { class: one.overdue && !one.paused ? 'overdue' : '' }, dueWords(one)),
            ),
        ),
        part(
            'Open alerts',
            alerts
                .filter(({ state }) => state !== 'resolved')
                .sort(byUrgency)
                .map(alert =>
                    element(
                        'li',
                        {},
                        `${alert.title}, ${alert.priority} priority, raised ${moment(alert.raisedAt)}, ` +
                            (alert.acknowledgedBy ? `${alert.acknowledgedBy} has it` : 'nobody has it'),
                    ),
                ),
        ),
        element(
            'p',
            { class: 'small quiet' },
            `Graded by ${grade.ruleSet} as of ${dayAndClock(grade.at)}. Printed by ${who.username}. ` +
                'Vigil is a secondary alarm: look at the patient.',
        ),
    );
}

const head = grade =>
    element(
        'header',
        {},
        element('h1', {}, `Handover: bed ${episode.bed}, ${displayName(episode)}`),
        identifiers(episode),
        element(
            'p',
            {},
            `${sinceInfusion(grade)} of ${episode.product}. The last ${hours} hours until ${dayAndClock(grade.at)}.`,
        ),
    );

const part = (title, items, otherwise = 'None.', kind = '') =>
    element(
        'section',
        {},
        element('h2', {}, title),
        items.length > 0 ? element('ul', { class: kind }, items) : element('p', { class: 'quiet' }, otherwise),
    );

const changeLine = ({ at, syndrome, grade, previous }) =>
    element(
        'li',
        {},
        `${moment(at)}: ${gradeSentence(syndrome.toUpperCase(), grade)} ` +
            `(before: ${isKnown(previous) ? previous : gradeWord(previous)})`,
    );

const line = one =>
    element('li', {}, `${moment(one.effectiveAt)}: ${sentence(one)}${one.enteredBy ? ` (${one.enteredBy})` : ''}`);

await draw();
