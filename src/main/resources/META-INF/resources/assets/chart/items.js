// Each item of each check as a cell with its points: this shows which item was lost, and when it came back.

import { drawing } from '../element.js';
import { words } from '../phrases.js';
import { dayAndClock } from '../time.js';
import { LEFT, sheet } from './paper.js';

const LANE = 20;
const CELL = 20;

const ITEMS = {
    ice: [
        ['orientation', 4],
        ['naming', 3],
        ['commands', 1],
        ['writing', 1],
        ['attention', 1],
    ],
    capd: [
        ['eyeContact', 4],
        ['purposeful', 4],
        ['aware', 4],
        ['communicates', 4],
        ['restless', 4],
        ['inconsolable', 4],
        ['underactive', 4],
        ['slowToRespond', 4],
    ],
};

/** @param checks the scored checks, oldest first; a check with only a total has no items */
export function items(on, tool, checks) {
    const itemised = checks.filter(one => typeof one[tool] === 'object' && one.at >= on.from && one.at <= on.to);
    if (itemised.length === 0) return undefined;
    return sheet(
        on,
        LANE * ITEMS[tool].length,
        summary(tool, itemised),
        ITEMS[tool].map((item, index) => lane(on, { tool, item, index }, itemised)),
    );
}

function lane(on, { tool, item: [name, best], index }, checks) {
    return drawing(
        'g',
        { transform: `translate(0 ${index * LANE})` },
        drawing('text', { class: 'label', x: LEFT - 6, y: 14, 'text-anchor': 'end' }, words.chart.items[name]),
        checks
            .filter(one => one[tool][name] !== undefined)
            .map((one, place) =>
                cell(on, one, {
                    points: one[tool][name],
                    good: tool === 'ice' ? best : 0,
                    room: on.x(checks[place + 1]?.at ?? Infinity) - on.x(one.at),
                }),
            ),
    );
}

function cell(on, { at }, { points, good, room }) {
    const width = Math.max(4, Math.min(CELL, room - 1));
    return drawing(
        'g',
        { class: points === good ? 'item' : 'item lost' },
        drawing('title', {}, words.chart.at(points, dayAndClock(at))),
        drawing('rect', { x: on.x(at) - width / 2, y: 1, width, height: LANE - 2 }),
        width > 9 && drawing('text', { x: on.x(at), y: 14, 'text-anchor': 'middle' }, points),
    );
}

const summary = (tool, checks) =>
    words.chart.itemsTold(checks.map(one => `${dayAndClock(one.at)}: ${itemsOf(tool, one)}`).join('. '));

const itemsOf = (tool, check) =>
    ITEMS[tool].map(([name]) => `${words.chart.items[name]} ${check[tool][name] ?? words.chart.notDone}`).join(', ');
