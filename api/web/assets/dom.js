// Builds elements. Text only ever becomes text nodes: nothing from an article can turn into markup.

/** An element with attributes (`on…` are listeners, `style` is an object of CSS properties) and children. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
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
