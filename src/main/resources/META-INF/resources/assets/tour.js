// A guided tour of seven steps over the pages, from `/?tour` on. It shows where to look, and changes nothing.

import { address } from './api.js';
import { byId, element, show } from './element.js';
import { patientPath } from './person.js';
import { words } from './phrases.js';

const STORED = 'vigil.tour';
const said = words.tour;
const MARKED = 'toured';
/** The page of each step, for the patient who was first on the board, and the part of it that is marked. */
const STEPS = [
    { page: () => '/', mark: 'board' },
    { page: patient => patientPath(patient), mark: 'crs' },
    { page: patient => patientPath(patient), mark: 'course' },
    { page: patient => patientPath(patient), mark: 'writing' },
    { page: patient => patientPath(patient, '/check'), mark: 'kinds' },
    { page: () => '/alerts', mark: 'alerts' },
    { page: () => '/handover', mark: 'sheets' },
];

const panel = element('section', { id: 'tour', class: 'no-print', 'aria-labelledby': 'tour-title' });
let at;

/** Begins at `/?tour`, or goes on. Whoever opens another page than that of the step has left the tour. */
export function goOnWithTour(username) {
    const here = new URL(location);
    if (here.searchParams.has('tour')) {
        here.searchParams.delete('tour');
        history.replaceState(history.state, '', here);
        keep({ username, step: 0, ward: here.searchParams.get('ward') ?? '' });
    }
    at = JSON.parse(sessionStorage.getItem(STORED));
    if (!at) return;
    if (at.username !== username || STEPS[at.step]?.page(at.patient) !== location.pathname) {
        sessionStorage.removeItem(STORED);
        return;
    }
    document.body.append(panel);
    tell();
}

function keep(state) {
    at = state;
    sessionStorage.setItem(STORED, JSON.stringify(state));
}

function tell() {
    const { title, text } = said.steps[at.step];
    const heading = element('h2', { id: 'tour-title', tabindex: '-1' }, said.step(at.step + 1, STEPS.length, title));
    show(panel, heading, element('p', {}, text), element('div', { class: 'buttons' }, buttons()));
    mark(byId(STEPS[at.step].mark));
    heading.focus({ preventScroll: true });
}

const buttons = () => [
    at.step > 0 && element('button', { type: 'button', onclick: () => go(at.step - 1) }, said.back),
    at.step < STEPS.length - 1 &&
        element('button', { type: 'button', class: 'primary', onclick: () => go(at.step + 1) }, said.next),
    element('button', { type: 'button', onclick: end }, said.end),
];

function mark(part) {
    unmark();
    const card = part?.closest('.card') ?? part;
    card?.classList.add(MARKED);
    card?.scrollIntoView({ block: 'start' });
}

const unmark = () => document.querySelectorAll(`.${MARKED}`).forEach(each => each.classList.remove(MARKED));

function go(step) {
    const patient = at.patient ?? first();
    if (!patient) {
        panel.querySelector('p').textContent = said.nobody;
        return;
    }
    keep({ ...at, step, patient });
    const page = STEPS[step].page(patient);
    if (page === location.pathname) tell();
    else location.assign(address(page, { ward: at.ward }));
}

/** The first patient on the board. */
const first = () => document.querySelector('#board [data-patient]')?.dataset.patient;

function end() {
    sessionStorage.removeItem(STORED);
    unmark();
    panel.remove();
}
