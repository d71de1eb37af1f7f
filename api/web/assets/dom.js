// Builds elements. Text only ever becomes text nodes: nothing from an article can turn into markup.

/** An element with attributes (`on…` are listeners, `style` is an object of CSS properties) and children. */
export const h = (tag, attributes, ...children) => built(document.createElement(tag), attributes, children);

/** The same for a drawing. */
export const svg = (tag, attributes, ...children) => built(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

function built(node, attributes = {}, children = []) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, part] of Object.entries(value)) node.style.setProperty(key, part);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A text with some of its characters marked; `marks` are `{start, end, class}` in code points. */
export function marked(text, marks, offset = 0) {
  const points = Array.from(text);
  const parts = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(mark.start - offset, at);
    const end = Math.min(mark.end - offset, points.length);
    if (end <= start) continue;
    parts.push(points.slice(at, start).join(""));
    parts.push(h("mark", { class: mark.class, title: mark.title }, points.slice(start, end).join("")));
    at = end;
  }
  parts.push(points.slice(at).join(""));
  return parts;
}

/** A text with marks that may lie in one another: each stretch bears the classes and titles of all that cover it. */
export function layered(text, marks) {
  const points = Array.from(text);
  const cuts = [...new Set([0, points.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const words = points.slice(start, end).join("");
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    if (!over.length) return words;
    return h("mark", { class: [...new Set(over.map((mark) => mark.class))].join(" "), title: over.map((mark) => mark.title).filter(Boolean).join(" · ") }, words);
  });
}
