// Builds elements. What comes from outside goes in as text or attribute values, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. A function named `onclick` and the like listens; `false` and `undefined` leave a property out. */
export const element = (name, properties, ...children) => fill(document.createElement(name), properties, children);

/** An SVG element. */
export const drawing = (name, properties, ...children) =>
    fill(document.createElementNS(SVG, name), properties, children);

/** Replaces the children of an element. */
export const show = (place, ...children) => place.replaceChildren(...children.flat(Infinity).filter(present));

export const byId = id => document.getElementById(id);

function fill(node, properties = {}, children = []) {
    Object.entries(properties).forEach(([name, value]) => set(node, name, value));
    node.append(...children.flat(Infinity).filter(present));
    return node;
}

function set(node, name, value) {
    if (typeof value === 'function') {
        node.addEventListener(name.slice(2), value);
    } else if (present(value)) {
        node.setAttribute(name, value === true ? '' : value);
    }
}

const present = value => value !== undefined && value !== null && value !== false;
