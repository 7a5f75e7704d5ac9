// SPDX-License-Identifier: MIT
// Drawing that is sharp on every screen and follows light and dark.

/** Calls paint(context, width, height) in CSS pixels on an empty canvas. */
export function draw(canvas, paint) {
    const scale = devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
        canvas.width = Math.round(width * scale);
        canvas.height = Math.round(height * scale);
    }
    const pen = canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    paint(pen, width, height);
}

const darkness = matchMedia("(prefers-color-scheme: dark)");
let colours = new Map();
darkness.addEventListener("change", () => { colours = new Map(); });

/** What a custom property of the style sheet says, such as --accent. */
export function colourOf(name) {
    if (!colours.has(name))
        colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    return colours.get(name);
}

/** Calls `paint` when the canvas has another size, or the page other colours. */
export function onResize(canvas, paint) {
    new ResizeObserver(() => paint()).observe(canvas);
    darkness.addEventListener("change", () => paint());
}
