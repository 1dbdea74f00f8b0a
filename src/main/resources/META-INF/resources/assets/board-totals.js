// What a ward must not overlook, in one line: who cannot be graded, what is overdue, what is not heard.

import { element } from './element.js';
import { isKnown } from './grade.js';
import { words } from './phrases.js';

const SAYS = words.board.totals;

/** @param items the rows of the board */
export function totals(items) {
    const count = test => items.filter(test).length;
    const parts = [
        [count(({ crs, icans }) => !isKnown(crs.grade) || !isKnown(icans.grade)), SAYS.ungraded],
        [count(({ checks = [] }) => checks.some(({ overdue }) => overdue)), SAYS.overdue],
        [count(({ devices = [] }) => devices.some(({ silent, used = true }) => silent || !used)), SAYS.deaf],
        [count(({ openAlerts = [] }) => openAlerts.some(({ state }) => state === 'open')), SAYS.unanswered],
    ].filter(([number]) => number > 0);
    return parts.map(([number, say]) => element('strong', { class: 'total' }, say(number)));
}
