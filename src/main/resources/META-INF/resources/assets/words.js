// The words of the API in the language of the ward, and its observations as sentences.

import { alertText, wardUnit } from './alert-text.js';
import { causeSaid } from './check/causes.js';
import { shown } from './number.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { moment } from './time.js';

const VOCABULARY = words.vocabulary;
const SAYS = words.observation;

/** One word of the API: "room-air" is "Room air", "ice" is "ICE". */
export const spoken = word => capital(named(word));

/** The same within a sentence. */
export const spokenWithin = word => VOCABULARY.within(named(word));

const named = word => VOCABULARY.spoken[word] ?? word.replaceAll('-', ' ');

/** Names such as aPTT begin with a small letter. */
const SMALL = /^[a-z][A-Z]/;
const capital = text => (SMALL.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));

/** Abbreviations within the words of a type. */
const ABBREVIATIONS = /\b(crs|icans)\b/gi;

/** The type of an alert: "crs-grade-rise" is "CRS grade rise". */
export const alertType = type => spoken(type).replace(ABBREVIATIONS, word => word.toUpperCase());

/** A review flag; `attributed:fever` names its component. */
export const flag = word => word.split(':').map(spoken).join(': ');

/** An observation in one line. */
export function sentence({ kind, ...says }) {
    return (SENTENCES[kind] ?? (() => ''))(says);
}

const SENTENCES = {
    'vital-signs': vitals,
    'oxygen-therapy': ({ device, deviceName, flow, fio2, reason }) =>
        join(
            deviceName ?? spoken(device),
            flow !== undefined && `${shown(flow)} L/min`,
            fio2 !== undefined && `FiO₂ ${shown(fio2)}`,
            reason && SAYS.reason(spokenWithin(reason)),
        ),
    vasopressor: ({ agent, agentName, action, infusionId, rate }) =>
        join(
            agentName ?? spoken(agent),
            action && spokenWithin(action),
            rate !== undefined && `${shown(rate.value ?? rate)} ${(rate.unit ?? '').replace('ug/', 'µg/')}`.trim(),
            infusionId && SAYS.infusion(infusionId),
        ),
    'fluid-bolus': ({ volume, reason }) => join(SAYS.bolus(shown(volume)), reason && SAYS.reason(spokenWithin(reason))),
    medication: ({ drug, drugName, dose, indication }) =>
        join(
            drugName ?? spoken(drug),
            dose !== undefined && `${shown(dose)} mg`,
            indication && SAYS.indication(spoken(indication)),
        ),
    'neuro-check': neuro,
    seizure: ({ type, durationMinutes, resolved, returnedToBaseline }) =>
        join(
            SAYS.seizures[type] ?? spoken(type),
            durationMinutes === undefined ? SAYS.lengthNotKnown : `${shown(durationMinutes)} min`,
            resolved ? SAYS.resolved : SAYS.notResolved,
            returnedToBaseline !== undefined && (returnedToBaseline ? SAYS.backToBaseline : SAYS.notBackToBaseline),
        ),
    'neuro-finding': ({ finding, present }) => join(spoken(finding), present ? SAYS.present : SAYS.gone),
    'lab-result': ({ analyte, comparator, value, unit }) =>
        `${spoken(analyte)} ${comparator ?? ''}${shown(value)} ${unit}`,
    attribution: ({ components, cause, from, until }) =>
        join(
            SAYS.attributed(components.map(spoken).join(', '), causeSaid(cause)),
            from && SAYS.from(moment(from)),
            until && SAYS.until(moment(until)),
        ),
    'crs-course': ({ action, note }) => `${SAYS.course(spokenWithin(action))}${note ? `: ${note}` : ''}`,
    transfusion: ({ product, units, reason }) =>
        join(
            spoken(product),
            units !== undefined && SAYS.units(shown(units)),
            reason && SAYS.reason(spokenWithin(reason)),
        ),
    culture: ({ specimen, result, organism }) => join(SAYS.culture(specimen), result && spokenWithin(result), organism),
    'disease-event': ({ what }) => spoken(what),
    weight: ({ kg }) => SAYS.weight(shown(kg)),
    'syndrome-assessment': ({ syndrome, present, grade, basis }) =>
        join(
            present ? SAYS.isPresent(spoken(syndrome)) : SAYS.isNotPresent(spoken(syndrome)),
            grade !== undefined && SAYS.grade(grade),
            basis,
        ),
    'grade-confirmation': ({ syndrome, day, course, grade, by, note }) =>
        join(
            day === undefined
                ? SAYS.confirmedCourse(syndrome.toUpperCase(), course)
                : SAYS.confirmedDay(syndrome.toUpperCase(), day),
            SAYS.grade(grade),
            by && SAYS.by(by),
            note,
        ),
    'home-check': ({ confusion, speech, writing, shaking, drowsiness }) => {
        const signs = Object.entries({ confusion, speech, writing, shaking, drowsiness })
            .filter(([, answer]) => answer)
            .map(([sign]) => spokenWithin(sign));
        return SAYS.atHome(signs.length > 0 ? signs.join(', ') : SAYS.nothingNew);
    },
    retraction: ({ reason }) => SAYS.withdrawn(reason),
    death: ({ cause }) => SAYS.death(spoken(cause)),
};

const VITALS = [
    ['temperature', '°C'],
    ['heartRate', '/min'],
    ['respiratoryRate', '/min'],
    ['systolic', 'mmHg'],
    ['diastolic', 'mmHg'],
    ['meanArterialPressure', 'mmHg'],
    ['spo2', '%'],
];

function vitals(says) {
    const site = field => (field === 'temperature' && says.temperatureSite ? ` (${siteOf(says)})` : '');
    const values = VITALS.filter(([field]) => says[field] !== undefined).map(
        ([field, unit]) => `${SAYS.signs[field]} ${shown(says[field])} ${unit}${site(field)}`,
    );
    return [...values, says.setting === 'home' && SAYS.home].filter(Boolean).join(', ');
}

const siteOf = ({ temperatureSite: site }) => SAYS.sites[site] ?? site;

function neuro({
    ice,
    itemsNotDone,
    capd,
    consciousness,
    notTestable,
    notTestableReason,
    notDone,
    notDoneReason,
    tremor,
    handwritingChange,
}) {
    return join(
        ice !== undefined && SAYS.ice(total(ice), itemsNotDone?.map(spokenWithin).join(', ')),
        capd !== undefined && SAYS.capd(total(capd)),
        consciousness && wakefulness(consciousness),
        notTestable &&
            SAYS.notTestable(notTestable.map(spoken).join(', ')) + (notTestableReason ? `: ${notTestableReason}` : ''),
        notDone && SAYS.notDone(notDone.map(spoken).join(', '), spokenWithin(notDoneReason)),
        tremor && SAYS.tremor,
        handwritingChange && SAYS.handwritingChanged,
    );
}

/** A level of consciousness in words. */
export const wakefulness = level => words.vocabulary.consciousness[level];

/** A score given as a total or item by item. */
export const total = score =>
    typeof score === 'object' ? Object.values(score).reduce((sum, points) => sum + points, 0) : score;

/**
 * A sentence of the service in the language of the page, with its instants and units as the ward writes them.
 *
 * @param pieces the sentence in pieces; a service of the last release sends only the whole
 */
export const said = (sentence, pieces = [{ text: sentence }]) =>
    translated(sentence) === sentence ? pieces.map(piece).join('') : alertText(sentence);

const piece = ({ text, value, unit, at }) => text ?? (at === undefined ? `${value} ${wardUnit(unit)}` : moment(at));

const join = (...parts) => parts.filter(Boolean).join(', ');
