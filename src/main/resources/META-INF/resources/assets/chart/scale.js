// Maps values to places on the sheet, and finds round numbers for marks.

const HOUR = 3_600_000;
const WIDEST = 640;
const NARROWEST = 300;
const BESIDE = 64;

/** The width of a picture on this screen, so that its letters keep their size on a phone. */
export const pictureWidth = () => Math.max(NARROWEST, Math.min(WIDEST, innerWidth - BESIDE));

export function linear([low, high], [from, to]) {
    const width = high - low || 1;
    return value => from + ((value - low) / width) * (to - from);
}

export function logarithmic([low, high], range) {
    const scale = linear([Math.log10(low), Math.log10(high)], range);
    return value => scale(Math.log10(value));
}

/** About `count` round numbers from low to high. */
export function ticks(low, high, count) {
    const rough = (high - low) / count || 1;
    const magnitude = 10 ** Math.floor(Math.log10(rough));
    const width = [1, 2, 5, 10].find(factor => factor * magnitude >= rough) * magnitude;
    const first = Math.ceil(low / width);
    return Array.from({ length: Math.max(0, Math.floor(high / width) - first + 1) }, (_, index) =>
        Number(((first + index) * width).toPrecision(12)),
    );
}

/** The powers of ten from low to high. */
export const powers = (low, high) =>
    Array.from(
        { length: Math.floor(Math.log10(high)) - Math.ceil(Math.log10(low)) + 1 },
        (_, index) => 10 ** (Math.ceil(Math.log10(low)) + index),
    );

const STEPS = [1, 2, 3, 6, 12, 24, 48, 72];

/** Round numbers of hours since the infusion, with their places. */
export function hourTicks({ from, to, infusedAt }, count) {
    const step = STEPS.find(hours => (to - from) / (hours * HOUR) <= count) ?? 168;
    const first = Math.ceil((from - infusedAt) / (step * HOUR));
    const last = Math.floor((to - infusedAt) / (step * HOUR));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
        const hours = (first + index) * step;
        return { hours, at: infusedAt + hours * HOUR };
    });
}
