// The course on one axis of time: grades, treatments, vital signs, scores, laboratory.

import { bands } from './chart/bands.js';
import { lines } from './chart/lines.js';
import { treatments } from './chart/marks.js';
import { axis, paper } from './chart/paper.js';
import { table } from './chart/table.js';
import { element, show } from './element.js';
import { spoken, total } from './words.js';

const HOUR = 3_600_000;
const VITALS_GAP = 4.5 * HOUR;
const SCORE_GAP = 13 * HOUR;
const LAB_GAP = 50 * HOUR;
const HEIGHT = 110;

/** @param known `{span, history, observations, vitals, baseline}` with times in milliseconds */
export function drawCourse(place, known) {
    const on = paper(known.span, Math.max(320, place.clientWidth));
    const vital = vitalPanels(known);
    const others = [scorePanel(known), ...labPanels(known)].filter(Boolean);
    show(
        place,
        axis(on),
        bands(on, known.history),
        treatments(on, known.observations.filter(({ kind }) => !['neuro-check', 'lab-result', 'retraction'].includes(kind))),
        [...vital, ...others].map(panel => lines(on, panel, panel.height ?? HEIGHT)),
        axis(on),
        table(on, [...vital, ...others]),
    );
}

const vitalPanels = ({ vitals }) => [
    { title: 'Temperature', unit: '°C', gap: VITALS_GAP, range: [36, 39], limits: [{ value: 38, name: 'fever at 38.0' }], series: [series('Temperature', vitals.temperature)] },
    { title: 'Heart rate', unit: '/min', gap: VITALS_GAP, range: [60, 120], series: [series('Heart rate', vitals.heartRate)] },
    { title: 'Blood pressure', unit: 'mmHg', gap: VITALS_GAP, range: [50, 140], height: 140, series: [series('Systolic', vitals.systolic), series('Diastolic', vitals.diastolic), series('MAP', vitals.meanArterialPressure)] },
    { title: 'SpO₂', unit: '%', gap: VITALS_GAP, range: [88, 100], limits: [{ value: 90, name: 'hypoxia under 90' }], series: [series('SpO₂', vitals.spo2)] },
    { title: 'Respiratory rate', unit: '/min', gap: VITALS_GAP, range: [10, 30], series: [series('Respiratory rate', vitals.respiratoryRate)] },
].filter(({ series: [one] }) => one.points.length > 0);

const series = (name, points = []) => ({ name, points });

function scorePanel({ observations }) {
    const scores = ['ice', 'capd'].map(tool => series(spoken(tool), observations.filter(one => one[tool] !== undefined).map(one => ({ at: one.at, value: total(one[tool]) }))));
    const used = scores.filter(({ points }) => points.length > 0);
    return used.length > 0 && { title: used.map(({ name }) => name).join(', '), unit: 'points', gap: SCORE_GAP, range: [0, 10], series: used };
}

function labPanels({ observations, span }) {
    const labs = Map.groupBy(observations.filter(({ kind }) => kind === 'lab-result'), ({ analyte, unit }) => `${analyte} ${unit}`);
    return [...labs.values()].map(results => labPanel(results, span.infusedAt));
}

/** On a logarithmic scale, with the reference range, and how many times the value before the infusion it is. */
function labPanel(results, infusedAt) {
    const { analyte, unit, referenceLow, referenceHigh } = results.at(-1);
    const points = results.filter(({ value }) => value > 0).map(({ at, value, comparator }) => ({ at, value, censored: comparator }));
    const before = points.findLast(({ at }) => at <= infusedAt) ?? points[0];
    const fold = before && points.length > 1 ? `, ${(points.at(-1).value / before.value).toFixed(1)} times the baseline` : '';
    const reference = referenceHigh > 0 && [referenceLow > 0 ? referenceLow : referenceHigh / 1000, referenceHigh];
    return { title: spoken(analyte), unit: `${unit}${fold}`, gap: LAB_GAP, log: true, height: 90, reference, range: reference ? [Math.max(referenceLow ?? 0, referenceHigh / 10), referenceHigh] : undefined, series: [series(spoken(analyte), points)] };
}
