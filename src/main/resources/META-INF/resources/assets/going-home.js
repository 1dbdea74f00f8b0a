// Before a patient goes home: the list of what is met and open, and what the patient takes home, on paper.

import { get, list, post, step } from './api.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { openLines, papers } from './home-papers.js';
import { part } from './part.js';
import { displayName, identifiers, patientOfPage, patientPath } from './person.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { readinessList } from './readiness-list.js';
import { atTheBedside } from './session.js';
import { stepDown } from './step-down.js';
import { moment } from './time.js';

const PULSE = 60_000;
const said = words.goingHome;
/** The languages of the papers, which are not that of the page. */
const LANGUAGES = [
    ['', said.languages.both],
    ['en', said.languages.en],
    ['de', said.languages.de],
];
const patientId = patientOfPage();
const path = `/v1/patients/${step(patientId)}`;
let language = '';

const who = await frame();
const episode = await orEmergency(currentEpisode(patientId), patientId, who);
const ended = episode.status === 'ended';
document.title = said.titleOf(episode.bed);
show(byId('head'), head());
show(byId('options'), choices());

const readPapers = part(
    byId('papers'),
    async () => {
        const [home, deaths] = await Promise.all([
            get(`${path}/going-home`, { language }),
            list(`${path}/observations`, { kind: 'death' }),
        ]);
        return { home, died: deaths.some(({ effectiveAt }) => effectiveAt >= episode.infusedAt) };
    },
    (place, { home, died }) => {
        show(place, died ? element('p', {}, said.noPapers) : papers(home, episode));
        show(byId('ward'), openLines(home, episode));
    },
);
const readLines = part(
    byId('lines'),
    () => get(`${path}/discharge-readiness`, { at: ended ? episode.endedAt : undefined }),
    readinessList({ mayTick: atTheBedside(who) && !ended, ended, tick }),
);
const readStepDown = part(byId('step-down'), () => get(`${path}/context`), stepDown);
byId('step-down').closest('section').hidden = ended;
every(PULSE, () => Promise.all([readLines(), readPapers(), ended || readStepDown()]))();

async function tick(line, body) {
    await post(`${path}/discharge-readiness/${step(line)}/tick`, body);
    await Promise.all([readLines(), readPapers()]);
}

function head() {
    return [
        element('h1', {}, said.of(episode.bed, displayName(episode))),
        identifiers(episode),
        ended && element('p', { class: 'bad' }, said.discharged(moment(episode.endedAt))),
        episode.dischargeNote && element('p', {}, said.note(episode.dischargeNote)),
        element(
            'div',
            { class: 'buttons' },
            element('a', { class: 'button', href: patientPath(patientId) }, said.patient),
        ),
    ];
}

function choices() {
    return [
        element(
            'div',
            { class: 'choice', role: 'group', 'aria-label': said.language },
            LANGUAGES.map(([value, name]) =>
                element(
                    'label',
                    {},
                    element('input', {
                        type: 'radio',
                        name: 'language',
                        checked: value === language,
                        onchange: () => {
                            language = value;
                            readPapers();
                        },
                    }),
                    name,
                ),
            ),
        ),
        element(
            'div',
            { class: 'buttons' },
            element('button', { type: 'button', class: 'primary', onclick: () => print() }, words.frame.print),
            element('span', { class: 'quiet' }, said.pages),
        ),
    ];
}
