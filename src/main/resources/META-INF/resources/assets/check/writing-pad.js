// A sheet to write on with a finger. The result is a PNG image, black on white in the light and the dark theme.

import { element } from '../element.js';
import { words } from '../phrases.js';

const WIDTH = 600;
const HEIGHT = 180;
const PEN = 3;

export class WritingPad {
    #canvas = element('canvas', { width: WIDTH, height: HEIGHT, class: 'pad', role: 'img' });
    #pen = this.#canvas.getContext('2d');
    #written = false;
    #says;

    /** @param says what the sheet says; the page for patients at home has words of its own */
    constructor(says = words.check.pad) {
        this.#says = says;
        this.#canvas.setAttribute('aria-label', says.sheet);
        Object.assign(this.#pen, { lineWidth: PEN, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000' });
        this.clear();
        this.#canvas.addEventListener('pointerdown', event => this.#begin(event));
        this.#canvas.addEventListener('pointermove', event => this.#draw(event));
    }

    get node() {
        return element(
            'div',
            {},
            this.#canvas,
            element('button', { type: 'button', onclick: () => this.clear() }, this.#says.clear),
        );
    }

    /** A `data:` URL of the writing, or undefined for an empty sheet. */
    get image() {
        return this.#written ? this.#canvas.toDataURL('image/png') : undefined;
    }

    /** Puts a writing back on the sheet, for instance one that a page kept. */
    async restore(image) {
        const picture = new Image();
        picture.src = image;
        await picture.decode();
        this.#pen.drawImage(picture, 0, 0);
        this.#written = true;
    }

    clear() {
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
