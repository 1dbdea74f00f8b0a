// A sheet to write on with a finger. The result is a PNG image, black on white in the light and the dark theme.

import { element } from '../element.js';

const WIDTH = 600;
const HEIGHT = 180;
const PEN = 3;

export class WritingPad {
    #canvas = element('canvas', {
        width: WIDTH,
        height: HEIGHT,
        class: 'pad',
        role: 'img',
        'aria-label': 'Sheet to write a sentence on with a finger. Not required.',
    });
    #pen = this.#canvas.getContext('2d');
    #written = false;

    constructor() {
        Object.assign(this.#pen, { lineWidth: PEN, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000' });
        this.#clear();
        this.#canvas.addEventListener('pointerdown', event => this.#begin(event));
        this.#canvas.addEventListener('pointermove', event => this.#draw(event));
    }

    get node() {
        return element(
            'div',
            {},
            this.#canvas,
            element('button', { type: 'button', onclick: () => this.#clear() }, 'Clear the sheet'),
        );
    }

    /** A `data:` URL of the writing, or undefined for an empty sheet. */
    get image() {
        return this.#written ? this.#canvas.toDataURL('image/png') : undefined;
    }

    #clear() {
        this.#pen.fillStyle = '#fff';
        this.#pen.fillRect(0, 0, WIDTH, HEIGHT);
        this.#written = false;
    }

    #begin(event) {
        this.#canvas.setPointerCapture(event.pointerId);
        this.#pen.beginPath();
        this.#pen.moveTo(...this.#place(event));
        event.preventDefault();
    }

    #draw(event) {
        if (event.buttons === 0) return;
        this.#pen.lineTo(...this.#place(event));
        this.#pen.stroke();
        this.#written = true;
    }

    #place({ offsetX, offsetY }) {
        return [(offsetX * WIDTH) / this.#canvas.clientWidth, (offsetY * HEIGHT) / this.#canvas.clientHeight];
    }
}
