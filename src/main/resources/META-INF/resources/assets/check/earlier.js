// What earlier neuro checks found, to stand beside the items of a new one.

import { list, patiently, step } from '../api.js';
import { element, show } from '../element.js';
import { words } from '../phrases.js';
import { age, dayAndClock } from '../time.js';
import { spoken, total } from '../words.js';

/** Two weeks before the infusion: an older score says nothing about how the patient was before it. */
const BASELINE_REACHES = 14 * 24 * 3_600_000;
const MOST = 30;

const said = words.check.earlier;

/** What the earlier checks of a patient say, in the places of a form that wait for it. */
export class EarlierChecks {
    #places = [];
    #episode;
    #tool;

    constructor(episode, tool) {
        this.#episode = episode;
        this.#tool = tool;
    }

    /** @param tell what to show of the earlier checks */
    place(tell) {
        const place = element('div', { class: 'then' });
        this.#places.push(known => show(place, tell(known)));
        return place;
    }

    async read() {
        const known = await patiently(() => earlierChecks(this.#episode, this.#tool));
        this.#places.forEach(fill => fill(known));
    }
}

/** The newest score, the one before the infusion, and the newest writing. */
async function earlierChecks({ patientId, infusedAt, baseline }, tool) {
    const before = new Date(Date.parse(infusedAt) - BASELINE_REACHES).toISOString();
    const [checks, first] = await Promise.all([
        checksOf(patientId, { from: infusedAt }),
        checksOf(patientId, { from: before, to: infusedAt }),
    ]);
    const scored = one => one[tool] !== undefined;
    return {
        tool,
        last: checks.find(scored),
        baseline: baselineOf(first.find(scored), tool, baseline?.[tool]),
        writing: [...checks, ...first].find(({ handwritingImage }) => handwritingImage),
    };
}

/** Newest first. A withdrawn check says nothing, and neither does one that is dated in the future. */
async function checksOf(patientId, span) {
    const found = await list(`/v1/patients/${step(patientId)}/observations`, { kind: 'neuro-check', ...span }, MOST);
    return found.filter(({ retractedAt, graded }) => !retractedAt && graded !== false);
}

/** The baseline is the one of the admission. A check before the infusion tells its items if it has the same total. */
function baselineOf(check, tool, usual) {
    if (usual === undefined) return check;
    return check && total(check[tool]) === usual ? check : { [tool]: usual };
}

/**
 * "Baseline 4 · last check 3, 6 h ago", or nothing if neither is known.
 *
 * @param points `best` of the item, and `total` of a score that lost nothing
 */
export function itemThen({ tool, last, baseline }, item, points) {
    const [usually, lately] = [baseline, last].map(check => check && pointsOf(check, tool, item, points));
    if (usually === undefined && lately === undefined) return undefined;
    return [
        usually !== undefined && said.baseline(usually),
        usually !== undefined && lately !== undefined && ' · ',
        lately !== undefined && said.lastCheck(lately, age(last.effectiveAt)),
    ];
}

/** A total without items tells an item only if nothing was lost. */
function pointsOf(check, tool, item, { best, total: full }) {
    const score = check[tool];
    if (check.itemsNotDone?.includes(item)) return said.notAsked;
    if (typeof score === 'object') return score[item];
    return score === full ? best : undefined;
}

/** The totals: "Last check: ICE 8 of 10 on 27 Nov, 08:10 by nurse. Baseline 10." */
export function totalsThen({ tool, last, baseline }, most) {
    const sentences = [
        last &&
            [
                said.lastScore(spoken(tool), total(last[tool]), most),
                last.itemsNotDone && said.without(last.itemsNotDone.map(item => said.items[item] ?? item)),
                `, ${dayAndClock(last.effectiveAt)}`,
                last.enteredBy && said.by(last.enteredBy),
                '.',
            ]
                .filter(Boolean)
                .join(''),
        baseline && said.baselineScore(total(baseline[tool])),
    ].filter(Boolean);
    return sentences.length > 0 ? sentences.join(' ') : said.none;
}

/** The last written sentence, to compare with the next one. */
export const writingThen = ({ writing }) =>
    writing &&
    element(
        'figure',
        { class: 'written' },
        element('img', {
            src: writing.handwritingImage,
            alt: said.writingOf(dayAndClock(writing.effectiveAt)),
        }),
        element('figcaption', { class: 'small' }, said.lastWriting(age(writing.effectiveAt))),
    );
