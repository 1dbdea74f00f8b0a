// Treatments and events over time: bars for what runs, marks for single events.

import { drawing, element } from '../element.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { dayAndClock } from '../time.js';
import { sentence, spoken, wakefulness } from '../words.js';
import { LEFT, sheet } from './paper.js';

const LANE = 22;
const LETTER = 6.3;
const SIGN = 9;
/** Marks that would overlap are drawn below each other, on at most this many lanes. */
const MOST_ROWS = 3;

const SAYS = words.chart;

/** @param charted observations of treatments and events, oldest first, `at` in milliseconds */
export function treatments(on, charted) {
    const of = (...kinds) => charted.filter(({ kind }) => kinds.includes(kind));
    const lanes = [
        ...rowsOf(SAYS.pressors, infusions(on, of('vasopressor'))),
        ...rowsOf(
            SAYS.bolus,
            once(on, of('fluid-bolus'), '●', ({ volume }) => `${shown(volume)} mL`),
        ),
        ...rowsOf(
            SAYS.drugs,
            once(on, of('medication'), '▼', ({ drug }) => spoken(drug)),
        ),
        ...rowsOf(
            SAYS.consciousness,
            once(
                on,
                of('neuro-check').filter(({ consciousness }) => consciousness),
                '●',
                ({ consciousness }) => (consciousness === 'awake' ? '' : wakefulness(consciousness)),
            ),
        ),
        ...rowsOf(
            SAYS.events,
            once(on, of('seizure', 'neuro-finding', 'attribution', 'crs-course', 'death'), '◆', event),
        ),
    ];
    if (lanes.length === 0) return undefined;
    return element(
        'figure',
        { class: 'chart' },
        element('figcaption', {}, element('strong', {}, SAYS.treatments)),
        sheet(
            on,
            LANE * lanes.length + 4,
            SAYS.treatmentsTold(charted.map(one => `${dayAndClock(one.at)} ${sentence(one)}`).join('. ')),
            lanes.map(lane(on)),
        ),
    );
}

/** The steps of oxygen, to draw below the saturation that they explain. */
export function oxygenSteps(on, observations) {
    const parts = steps(
        on,
        observations.filter(({ kind }) => kind === 'oxygen-therapy'),
    );
    return (
        parts.length > 0 &&
        sheet(
            on,
            LANE,
            SAYS.oxygenTold(parts.map(({ words: step, from }) => SAYS.from(step, dayAndClock(from))).join('. ')),
            lane(on)([SAYS.oxygen, parts], 0),
        )
    );
}

const event = observation =>
    observation.kind === 'seizure' ? SAYS.seizure : spoken(observation.finding ?? observation.kind);

/** The parts on as few lanes as have room for their words. Only the first lane has the name. */
function rowsOf(name, parts) {
    const rows = [];
    parts.forEach(part => {
        const free = rows.find(row => row.end <= part.begin);
        const row =
            free ??
            (rows.length < MOST_ROWS ? added(rows) : rows.reduce((one, other) => (other.end < one.end ? other : one)));
        row.parts.push({ ...part, cramped: free === undefined && row.end > part.begin });
        row.end = Math.max(row.end, part.end);
    });
    return rows.map((row, index) => [index === 0 ? name : '', row.parts]);
}

function added(rows) {
    const row = { end: -Infinity, parts: [] };
    rows.push(row);
    return row;
}

const lane =
    on =>
    ([name, parts], index) =>
        drawing(
            'g',
            { transform: `translate(0 ${index * LANE})` },
            drawing('text', { class: 'label', x: LEFT - 6, y: 16, 'text-anchor': 'end' }, name),
            parts.map(part => (part.to === undefined ? mark(on, part) : bar(on, part))),
        );

/** A charted device stands until the next one. */
const steps = (on, charted) =>
    charted
        .map((one, index) => ({
            from: one.at,
            to: charted[index + 1]?.at ?? Date.now(),
            words: [SAYS.devices[one.device] ?? spoken(one.device), shown(one.flow)].filter(known).join(' '),
            tip: sentence(one),
            faint: one.device === 'room-air',
        }))
        .filter(({ from, to }) => to > on.from && from < on.to);

const known = part => part !== undefined;

/** Each infusion by itself. Started twice and stopped once, it still runs, as the service counts. */
function infusions(on, charted) {
    const running = new Map();
    const bars = [];
    charted.forEach(({ agent, agentName, action, infusionId, deviceId, rate, at }) => {
        const key = [agent, infusionId ?? deviceId ?? ''].join(' ');
        const before = running.get(key) ?? { count: 0 };
        const ends = action === 'stopped' || action === 'paused' || (rate?.value ?? rate) === 0;
        const count = ends
            ? Math.max(0, before.count - 1)
            : action === 'started'
              ? before.count + 1
              : Math.max(1, before.count);
        if (before.count > 0 && count === 0) bars.push({ from: before.from, to: at, words: before.words });
        running.set(key, { count, from: before.count > 0 ? before.from : at, words: agentName ?? spoken(agent) });
    });
    running.forEach(({ count, from, words }) => count > 0 && bars.push({ from, to: Date.now(), words }));
    return bars
        .filter(({ from, to }) => to > on.from && from < on.to)
        .map(one => ({ ...one, begin: on.x(one.from), end: on.x(one.to) }));
}

const once = (on, charted, sign, words) =>
    charted
        .filter(({ at }) => at >= on.from && at <= on.to)
        .map(one =>
            placed(on.x(one.at), {
                from: one.at,
                sign,
                words: words(one),
                tip: sentence(one),
                left: on.width - on.x(one.at) < words(one).length * LETTER + SIGN,
            }),
        );

/** Words that would leave the sheet are drawn on the other side of their mark. */
function placed(x, part) {
    const length = part.words.length * LETTER + SIGN;
    return part.left ? { ...part, begin: x - length, end: x + SIGN } : { ...part, begin: x - SIGN, end: x + length };
}

function bar(on, { from, to, words, tip, faint }) {
    const x = Math.max(on.x(from), LEFT);
    const width = Math.min(on.x(to), on.x(on.to)) - x;
    return drawing(
        'g',
        { class: faint ? 'bar faint' : 'bar' },
        drawing('title', {}, SAYS.from(tip ?? words, dayAndClock(from))),
        drawing('rect', { x, y: 2, width: Math.max(2, width), height: LANE - 4 }),
        width > words.length * LETTER + 6 && drawing('text', { x: x + 4, y: 15 }, words),
    );
}

/** If even the lowest lane is full, the words are only in the tip and the table. */
const mark = (on, { from, sign, words, tip, left, cramped }) =>
    drawing(
        'g',
        { class: 'mark' },
        drawing('title', {}, SAYS.at(tip, dayAndClock(from))),
        drawing('text', { x: on.x(from), y: 16, 'text-anchor': 'middle' }, sign),
        !cramped &&
            words &&
            drawing(
                'text',
                { class: 'words', x: on.x(from) + (left ? -SIGN : SIGN), y: 15, 'text-anchor': left ? 'end' : 'start' },
                words,
            ),
    );
