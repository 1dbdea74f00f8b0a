// A photo of a written sentence, made small enough to be sent.

import { element, show } from '../element.js';

/** Tried in this order, until the picture is short enough. */
const WIDTHS = [1000, 700, 450, 300];
const QUALITY = 0.6;
/** A little under what the service takes. */
const LONGEST = 190_000;

/**
 * @param kept a photo that was taken before
 * @param changed called when a photo is taken or removed
 * @param reads called with whether a photo is being made ready: what is saved meanwhile would lack it
 */
export function photoField(words, kept, { changed, reads }) {
    let image = kept;
    const problem = element('p', { class: 'bad', role: 'alert' });
    const preview = element('div', {});
    const input = element('input', { type: 'file', accept: 'image/*', onchange: () => take(input.files[0]) });
    const take = async file => {
        if (file === undefined) return;
        problem.textContent = '';
        input.disabled = true;
        reads(true);
        try {
            image = await small(file);
        } catch {
            problem.textContent = words.photoUnreadable;
        } finally {
            input.disabled = false;
            reads(false);
        }
        input.value = '';
        draw();
        changed();
    };
    const draw = () =>
        show(
            preview,
            image && element('img', { src: image, alt: words.photoTaken, class: 'sentence' }),
            image && element('button', { type: 'button', onclick: remove }, words.photoRemove),
        );
    const remove = () => {
        image = undefined;
        draw();
        changed();
    };
    draw();
    return {
        node: element(
            'div',
            {},
            element('div', { class: 'choice' }, element('label', {}, input, words.photo)),
            problem,
            preview,
        ),
        image: () => image,
    };
}

async function small(file) {
    const picture = await createImageBitmap(file);
    const image = WIDTHS.map(width => drawn(picture, width)).find(each => each.length <= LONGEST);
    if (image === undefined) throw new Error('The picture is too large');
    return image;
}

function drawn(picture, widest) {
    const scale = Math.min(1, widest / picture.width);
    const canvas = element('canvas', { width: picture.width * scale, height: picture.height * scale });
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg', QUALITY);
}
