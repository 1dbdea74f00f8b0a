// What a physician asks first about the treatment: what was given, when last, and when the next dose may be given.
// Everything is a record; what nobody charted is told as not charted.

import { element } from './element.js';
import { shown } from './number.js';
import { words } from './phrases.js';
import { moment } from './time.js';
import { spoken } from './words.js';

const SAYS = words.treatment;

const STEROIDS = ['dexamethasone', 'methylprednisolone', 'hydrocortisone', 'prednisone', 'prednisolone'];
/** Against interleukins, beside tocilizumab, which has a limit of its own. */
const OTHERS = ['siltuximab', 'sarilumab', 'anakinra'];
const AGAINST_SEIZURES = ['levetiracetam', 'lorazepam'];
/** What was begun shortly before the infusion belongs to this treatment. */
const BEFORE = 7 * 24 * 3_600_000;

/**
 * The facts as pairs of a name and a text.
 *
 * @param observations the entries as known, oldest first
 * @param treatments as the service returns them
 */
export function treatmentFacts({ episode, observations, treatments }) {
    const begins = Date.parse(episode.infusedAt) - BEFORE;
    const given = observations.filter(
        ({ kind, effectiveAt }) => kind === 'medication' && Date.parse(effectiveAt) > begins,
    );
    const doses = drugs =>
        Map.groupBy(
            given.filter(({ drug }) => drugs.includes(drug)),
            ({ drug }) => drug,
        );
    return [
        [SAYS.weight, weight(episode, observations)],
        [SAYS.tocilizumab, tocilizumab(treatments.tocilizumab)],
        ...named(doses(OTHERS), SAYS.anakinra, SAYS.none),
        ...named(doses(STEROIDS), SAYS.steroids, SAYS.none),
        ...named(doses(AGAINST_SEIZURES), SAYS.levetiracetam, SAYS.none),
    ];
}

/** The facts as a list for the header. */
export const factList = facts =>
    element(
        'dl',
        { class: 'facts' },
        facts.map(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]),
    );

function weight({ weight: admitted }, observations) {
    const last = observations.findLast(({ kind }) => kind === 'weight');
    if (last) return SAYS.weighed(shown(last.kg), moment(last.effectiveAt));
    return admitted === undefined ? SAYS.notKnown : SAYS.weightAdmitted(shown(admitted));
}

function tocilizumab({ given, most, last, earliestNext }) {
    if (given === 0) return SAYS.noneOf(most);
    const next = earliestNext ? SAYS.next(moment(earliestNext)) : SAYS.noNext;
    return SAYS.given(given, most, moment(last), next);
}

const named = (doses, name, otherwise) =>
    doses.size === 0 ? [[name, otherwise]] : [...doses].map(([drug, all]) => [spoken(drug), dosesGiven(all)]);

/** "10 mg for CRS, last 08:00; 3 doses since 26 Nov, 20:00". */
function dosesGiven(doses) {
    const { dose, indication, effectiveAt } = doses.at(-1);
    const what = [dose !== undefined && `${shown(dose)} mg`, indication && SAYS.indication(spoken(indication))].filter(
        Boolean,
    );
    const last = [what.join(' '), SAYS.last(moment(effectiveAt))].filter(Boolean).join(', ');
    return doses.length === 1 ? last : SAYS.doses(last, doses.length, moment(doses[0].effectiveAt));
}
