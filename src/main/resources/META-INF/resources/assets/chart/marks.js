// What was given and done, over time: bars for what runs, marks for what happens once.

import { drawing, element } from '../element.js';
import { dayAndClock } from '../time.js';
import { sentence, spoken } from '../words.js';
import { LEFT, sheet } from './paper.js';

const LANE = 24;

/** @param charted observations of treatments and events, oldest first, `at` in milliseconds */
export function treatments(on, charted) {
    const lanes = [
        ['Oxygen', steps(on, charted.filter(({ kind }) => kind === 'oxygen-therapy'))],
        ['Pressors', infusions(on, charted.filter(({ kind }) => kind === 'vasopressor'))],
        ['Bolus', once(on, charted.filter(({ kind }) => kind === 'fluid-bolus'), '●', ({ volume }) => `${volume} mL`)],
        ['Drugs', once(on, charted.filter(({ kind }) => kind === 'medication'), '▼', ({ drug }) => spoken(drug))],
        ['Events', once(on, charted.filter(({ kind }) => ['seizure', 'neuro-finding', 'attribution', 'death'].includes(kind)), '◆', event)],
    ].filter(([, parts]) => parts.length > 0);
    if (lanes.length === 0) return undefined;
    return element(
        'figure',
        { class: 'chart' },
        element('figcaption', {}, element('strong', {}, 'Treatments and events')),
        sheet(on, LANE * lanes.length + 4, `Treatments and events. ${charted.map(one => `${dayAndClock(one.at)} ${sentence(one)}`).join('. ')}`, lanes.map(lane(on))),
    );
}

const event = observation => (observation.kind === 'seizure' ? 'Seizure' : spoken(observation.finding ?? observation.kind));

const lane = on => ([name, parts], index) =>
    drawing(
        'g',
        { transform: `translate(0 ${index * LANE})` },
        drawing('text', { class: 'label', x: LEFT - 6, y: 17, 'text-anchor': 'end' }, name),
        parts.map(part => (part.to === undefined ? mark(on, part) : bar(on, part))),
    );

/** A charted device stands until the next one. */
const steps = (on, charted) =>
    charted
        .map((one, index) => ({ from: one.at, to: charted[index + 1]?.at ?? Date.now(), words: `${spoken(one.device)}${one.flow === undefined ? '' : ` ${one.flow}`}`, faint: one.device === 'room-air' }))
        .filter(({ from, to }) => to > on.from && from < on.to);

function infusions(on, charted) {
    const running = new Map();
    const bars = [];
    charted.forEach(({ agent, action, at }) => {
        if (action === 'started' && !running.has(agent)) {
            running.set(agent, at);
        } else if (action === 'stopped' && running.has(agent)) {
            bars.push({ from: running.get(agent), to: at, words: spoken(agent) });
            running.delete(agent);
        }
    });
    running.forEach((from, agent) => bars.push({ from, to: Date.now(), words: spoken(agent) }));
    return bars.filter(({ from, to }) => to > on.from && from < on.to);
}

const once = (on, charted, sign, words) =>
    charted
        .filter(({ at }) => at >= on.from && at <= on.to)
        .map((one, index, all) => ({ from: one.at, sign, words: words(one), room: on.x(all[index + 1]?.at ?? on.to) - on.x(one.at) }));

function bar(on, { from, to, words, faint }) {
    const x = Math.max(on.x(from), LEFT);
    const width = Math.min(on.x(to), on.x(on.to)) - x;
    return drawing(
        'g',
        { class: faint ? 'bar faint' : 'bar' },
        drawing('title', {}, `${words} from ${dayAndClock(from)}`),
        drawing('rect', { x, y: 3, width: Math.max(2, width), height: LANE - 6 }),
        width > words.length * 6.5 && drawing('text', { x: x + 4, y: 16 }, words),
    );
}

/** Words that would run into the next mark are left to the tip and the table. */
const mark = (on, { from, sign, words, room }) =>
    drawing('g', { class: 'mark' }, drawing('title', {}, `${words} at ${dayAndClock(from)}`), drawing('text', { x: on.x(from), y: 17, 'text-anchor': 'middle' }, sign), room > words.length * 6.5 + 9 && drawing('text', { class: 'words', x: on.x(from) + 9, y: 16 }, words));
