// A QR code as the service draws it: black on white by day, by night and on paper.

import { drawing } from './element.js';

/** The modules that stay white around the code. */
const QUIET = 4;

export function qrCode({ title, modules, path }) {
    const box = { x: -QUIET, y: -QUIET, width: modules + 2 * QUIET, height: modules + 2 * QUIET };
    return drawing(
        'svg',
        { class: 'qr', role: 'img', 'aria-label': title, viewBox: Object.values(box).join(' ') },
        drawing('rect', { ...box, fill: '#fff' }),
        drawing('path', { d: path, fill: '#000', 'shape-rendering': 'crispEdges' }),
    );
}
