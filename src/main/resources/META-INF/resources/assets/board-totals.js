// What a ward must not overlook, in one line: who cannot be graded, what is overdue, what is not heard.

import { element } from './element.js';
import { isKnown } from './grade.js';

/** @param items the rows of the board */
export function totals(items) {
    const count = test => items.filter(test).length;
    const parts = [
        [count(({ crs, icans }) => !isKnown(crs.grade) || !isKnown(icans.grade)), 'cannot be graded'],
        [count(({ checks = [] }) => checks.some(({ overdue }) => overdue)), 'overdue'],
        [count(({ devices = [] }) => devices.some(({ silent, used = true }) => silent || !used)), 'not heard or used'],
        [count(({ openAlerts = [] }) => openAlerts.some(({ state }) => state === 'open')), 'unanswered'],
    ].filter(([number]) => number > 0);
    return parts.map(([number, words]) => element('strong', { class: 'total' }, `${number} ${words}`));
}
