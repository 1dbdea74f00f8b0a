// How many alerts a ward had, and how soon they were answered.

import { get, patiently } from './api.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { words } from './phrases.js';
import { askedWard, chooseWard, wards } from './place.js';
import { cards, decimals } from './statistics-cards.js';
import { dayAndClock, instants, localInput, now, shortCalendarDay } from './time.js';

const SAYS = words.statistics;
const WEEKS = [1, 2, 4, 8];
const USUAL_WEEKS = 4;
const DAYS_OF_A_WEEK = 7;
const DAY = 24 * 3_600_000;
/** Requests at the same time. The service works for the ward meanwhile. */
const AT_ONCE = 3;

await frame();
const known = await patiently(wards);
const asked = askedWard();
let weeks = Number(new URL(location.href).searchParams.get('weeks') ?? USUAL_WEEKS);
if (!WEEKS.includes(weeks)) weeks = USUAL_WEEKS;
/** A ward without patients now had some before. */
const offered = asked === undefined || known.includes(asked) ? known : [...known, asked];
let ward = asked ?? offered[0];
offer();
await draw();

function offer() {
    show(
        byId('ward'),
        offered.map(name => element('option', { value: name, selected: name === ward }, name)),
    );
    show(
        byId('weeks'),
        WEEKS.map(each => element('option', { value: each, selected: each === weeks }, SAYS.lastWeeks(each))),
    );
    byId('ward').addEventListener('change', choose);
    byId('weeks').addEventListener('change', choose);
    byId('print').addEventListener('click', () => print());
}

function choose() {
    ward = byId('ward').value;
    weeks = Number(byId('weeks').value);
    chooseWard(ward);
    const here = new URL(location.href);
    here.searchParams.set('weeks', weeks);
    history.replaceState(null, '', here);
    draw();
}

async function draw() {
    if (ward === undefined) {
        tellEmpty(SAYS.noWard);
        return;
    }
    const reading = { ward, weeks };
    const isCurrent = () => reading.ward === ward && reading.weeks === weeks;
    byId('ward-name').textContent = SAYS.ofWard(ward);
    byId('period').textContent = SAYS.counting;
    const spans = daysOf(weeks);
    const whole = await statisticsOf({ from: spans[0].from, to: spans.at(-1).to });
    if (!isCurrent()) return;
    byId('period').textContent = SAYS.counted(
        dayAndClock(spans[0].from),
        dayAndClock(spans.at(-1).to),
        decimals(whole.patientDays),
        whole.alerts,
    );
    if (whole.alerts === 0) {
        tellEmpty(whole.patientDays > 0 ? SAYS.noAlert : SAYS.noPatient);
        return;
    }
    const days = await eachOf(spans, isCurrent);
    if (!isCurrent()) return;
    byId('empty').hidden = true;
    show(byId('statistics'), cards(whole, days));
}

function tellEmpty(why) {
    byId('empty').hidden = false;
    byId('empty').textContent = why;
    show(byId('statistics'));
}

function statisticsOf(span) {
    return patiently(() => get('/v1/alerts/statistics', { ward, ...span }));
}

/** The statistics of each day, a few requests at a time. */
async function eachOf(spans, isCurrent) {
    const days = [];
    for (let first = 0; first < spans.length && isCurrent(); first += AT_ONCE) {
        const some = spans.slice(first, first + AT_ONCE);
        const told = await Promise.all(some.map(({ from, to }) => statisticsOf({ from, to })));
        days.push(...told.map((each, index) => ({ name: some[index].name, told: each })));
    }
    return days;
}

/** The days of the hospital's calendar, with today as far as it has come. Both ends of a span are counted. */
function daysOf(number) {
    const today = Date.parse(`${localInput().slice(0, 10)}T00:00Z`);
    return Array.from({ length: number * DAYS_OF_A_WEEK }, (_, index) => {
        const day = today - (number * DAYS_OF_A_WEEK - 1 - index) * DAY;
        const end = Math.min(beginningOf(day + DAY) - 1, now());
        return {
            name: shortCalendarDay(day),
            from: new Date(beginningOf(day)).toISOString(),
            to: new Date(end).toISOString().replace('Z', '999Z'),
        };
    });
}

/** The first instant of a day. Where the clocks change at midnight, the day begins later. */
function beginningOf(day) {
    const text = hour => `${new Date(day).toISOString().slice(0, 10)}T0${hour}:00`;
    return Date.parse(instants(text(0))[0] ?? instants(text(1))[0]);
}
