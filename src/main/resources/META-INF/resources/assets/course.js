// The course on one axis of time: grades, treatments, vital signs, scores, laboratory.

import { bands } from './chart/bands.js';
import { gapOf } from './chart/gaps.js';
import { items } from './chart/items.js';
import { lines } from './chart/lines.js';
import { oxygenSteps, treatments } from './chart/marks.js';
import { axis, paper } from './chart/paper.js';
import { table } from './chart/table.js';
import { show } from './element.js';
import { gradeSentence } from './grade.js';
import { shown } from './number.js';
import { words } from './phrases.js';
import { sentence, spoken, total } from './words.js';

const SAYS = words.course;

const HOUR = 3_600_000;
/** The longest gap that a line bridges, even for values that are seldom measured. */
const VITALS_GAP = 4.5 * HOUR;
const SCORE_GAP = 13 * HOUR;
const LAB_GAP = 50 * HOUR;
const HEIGHT = 110;

/** @param known `{span, history, observations, vitals}` with times in milliseconds */
export function drawCourse(place, known) {
    const on = paper(known.span, Math.max(320, place.clientWidth));
    const panels = panelsOf(known);
    const marked = known.observations.filter(({ kind }) => kind !== 'lab-result' && kind !== 'retraction');
    const told = [...marked, ...known.observations.filter(({ kind }) => kind === 'retraction')];
    show(
        place,
        axis(on),
        bands(on, known.history),
        treatments(on, marked),
        panels.map(panel => [lines(on, panel, panel.height ?? HEIGHT), panel.below?.(on)]),
        axis(on),
        table(on, panels, happened(known.history, told)),
    );
}

const panelsOf = known => [...vitalPanels(known), ...scorePanels(known), ...labPanels(known)];

function vitalPanels({ vitals, observations }) {
    const panels = [
        {
            title: SAYS.temperature,
            unit: '°C',
            range: [36, 39],
            limits: [{ value: 38, name: SAYS.fever }],
            series: [series(SAYS.temperature, vitals.temperature)],
        },
        { title: SAYS.heartRate, unit: '/min', range: [60, 120], series: [series(SAYS.heartRate, vitals.heartRate)] },
        {
            title: SAYS.pressure,
            unit: 'mmHg',
            range: [50, 140],
            height: 140,
            series: [
                series(SAYS.systolic, vitals.systolic),
                series(SAYS.diastolic, vitals.diastolic),
                series(SAYS.mean, vitals.meanArterialPressure),
            ],
        },
        {
            title: 'SpO₂',
            unit: '%',
            range: [88, 100],
            limits: [{ value: 90, name: SAYS.hypoxia }],
            series: [series('SpO₂', vitals.spo2)],
            below: on => oxygenSteps(on, observations),
        },
        {
            title: SAYS.respiratoryRate,
            unit: '/min',
            range: [10, 30],
            series: [series(SAYS.respiratoryRate, vitals.respiratoryRate)],
        },
    ];
    return panels.filter(({ series: [one], below }) => below || one.points.length > 0);
}

/** A line ends if the next value does not come at the usual pace. */
const series = (name, points = []) => ({ name, points, gap: gapOf(points, VITALS_GAP) });

/** The totals as a line, with the items of each check below. */
const scorePanels = ({ observations }) =>
    ['ice', 'capd']
        .map(tool =>
            scorePanel(
                tool,
                observations.filter(one => one[tool] !== undefined),
            ),
        )
        .filter(Boolean);

function scorePanel(tool, checks) {
    const points = checks.map(one => ({ at: one.at, value: total(one[tool]) }));
    return (
        points.length > 0 && {
            title: spoken(tool),
            unit: tool === 'ice' ? SAYS.ofTen : SAYS.ofThirtyTwo,
            range: tool === 'ice' ? [0, 10] : [0, 32],
            series: [{ name: spoken(tool), points, gap: SCORE_GAP }],
            below: on => items(on, tool, checks),
        }
    );
}

function labPanels({ observations, span }) {
    const labs = Map.groupBy(
        observations.filter(({ kind }) => kind === 'lab-result'),
        ({ analyte, unit }) => `${analyte} ${unit}`,
    );
    return [...labs.values()].map(results => labPanel(results, span.infusedAt));
}

/** On a logarithmic scale, with the reference range and the multiple of the value before the infusion. */
function labPanel(results, infusedAt) {
    const { analyte, unit, referenceLow, referenceHigh } = results.at(-1);
    const before = results.findLast(({ at, value }) => at <= infusedAt && value > 0);
    const points = results.map(({ at, value, comparator }) => ({
        at,
        value,
        censored: comparator,
        tip: fold(value, before),
    }));
    const reference = referenceHigh > 0 && [referenceLow > 0 ? referenceLow : referenceHigh / 1000, referenceHigh];
    return {
        title: spoken(analyte),
        unit,
        note: labNote(
            points,
            before,
            unit,
            reference && SAYS.reference(shown(referenceLow ?? 0), shown(referenceHigh)),
        ),
        log: true,
        height: 90,
        reference,
        range: reference ? [Math.max(referenceLow ?? 0, referenceHigh / 10), referenceHigh] : undefined,
        series: [{ name: spoken(analyte), points, gap: LAB_GAP }],
    };
}

const fold = (value, before) => before && SAYS.times(shown((value / before.value).toPrecision(2)));

function labNote(points, before, unit, reference) {
    const last = points.at(-1);
    const highest = points.reduce((one, other) => (other.value > one.value ? other : one));
    return [
        reference,
        SAYS.last(told(last, before)),
        highest !== last && SAYS.highest(told(highest, before)),
        before ? SAYS.baseline(shown(before.value), unit) : SAYS.noBaseline,
    ]
        .filter(Boolean)
        .join(', ');
}

const told = ({ censored, value, tip }, before) => `${censored ?? ''}${shown(value)}${before ? ` (${tip})` : ''}`;

/** The events, for the table. */
const happened = (history, observations) => [
    ...history.map(({ at, syndrome, grade }) => ({ at, words: gradeSentence(syndrome.toUpperCase(), grade) })),
    ...observations.map(one => ({ at: one.at, words: sentence(one) })),
];
