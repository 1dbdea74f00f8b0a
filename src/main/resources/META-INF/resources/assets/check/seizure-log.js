// The seizures of an episode: what the service lists, and what this user entered and the service does not list yet.

import { list, step } from '../api.js';
import { now } from '../time.js';

const STORED = 'vigil.seizures';
const MOST = 50;
const DAY = 24 * 3_600_000;
/** The time of the service is known to a few seconds. What is dated later than that is to come. */
const CLOCKS_APART = 5_000;

export class SeizureLog {
    #patientId;
    #infusedAt;
    #username;
    #listed = [];

    constructor({ patientId, infusedAt }, username) {
        this.#patientId = patientId;
        this.#infusedAt = infusedAt;
        this.#username = username;
    }

    async read() {
        const found = await list(
            `/v1/patients/${step(this.#patientId)}/observations`,
            { kind: 'seizure', from: this.#infusedAt },
            MOST,
        );
        this.#listed = found.filter(({ retractedAt, graded }) => !retractedAt && graded !== false);
        const known = new Set(found.map(({ id }) => id));
        store(stored().filter(({ entry }) => !known.has(entry.id) && Date.parse(entry.effectiveAt) > now() - DAY));
    }

    /** Keeps an entry in this browser until the service lists it, so that a reload does not lose a running seizure. */
    add(entry) {
        store([...stored(), { username: this.#username, entry }]);
    }

    /** The service refused an entry. */
    drop(id) {
        store(stored().filter(({ entry }) => entry.id !== id));
    }

    /** The seizure that goes on, and the last one that is over. */
    get state() {
        let running;
        let last;
        for (const one of this.#inOrder()) {
            if (one.resolved) {
                running = undefined;
                last = one;
            } else {
                running ??= one;
            }
        }
        return { running, last: last && now() - Date.parse(last.effectiveAt) < DAY ? last : undefined };
    }

    /** As the service counts: at one instant those that are over come first. What is to come is none yet. */
    #inOrder() {
        const own = stored()
            .filter(({ username, entry }) => username === this.#username && entry.patientId === this.#patientId)
            .map(({ entry }) => entry)
            .filter(({ id }) => this.#listed.every(listed => listed.id !== id));
        return [...this.#listed, ...own]
            .filter(({ effectiveAt }) => this.#counts(Date.parse(effectiveAt)))
            .sort(
                (one, other) => Date.parse(one.effectiveAt) - Date.parse(other.effectiveAt) || rank(one) - rank(other),
            );
    }

    #counts(at) {
        return at >= Date.parse(this.#infusedAt) && at <= now() + CLOCKS_APART;
    }
}

const rank = ({ resolved, returnedToBaseline }) => (resolved ? (returnedToBaseline === undefined ? 0 : 1) : 2);

const stored = () => JSON.parse(localStorage.getItem(STORED) ?? '[]');
const store = entries => localStorage.setItem(STORED, JSON.stringify(entries));
