// Draws actors and what connects them with Cytoscape.js, which is fetched when the first picture is drawn.

import { h } from "./dom.js";

let library;

function loaded() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(h("script", { src: "/assets/cytoscape/cytoscape.min.js", onload: () => resolve(window.cytoscape), onerror: reject }));
  });
  return library;
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function style() {
  const ink = colour("ink");
  return [
    { selector: "node", style: { label: "data(name)", "font-size": 13, color: ink, "text-wrap": "wrap", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 4,
      "background-color": colour("bar"), width: 26, height: 26, "text-background-color": colour("card"), "text-background-opacity": 0.85, "text-background-padding": 2 } },
    { selector: "node.state", style: { "background-color": colour("accent"), shape: "round-rectangle" } },
    { selector: "node.centre", style: { width: 42, height: 42, "border-width": 4, "border-color": colour("focus") } },
    { selector: "edge", style: { width: "data(width)", "line-color": colour("soft"), "curve-style": "bezier", opacity: 0.8, "font-size": 11, color: ink,
      "text-background-color": colour("card"), "text-background-opacity": 0.9, "text-background-padding": 2, "target-arrow-color": colour("soft") } },
    { selector: "edge.cooperation", style: { "line-color": colour("bar"), "target-arrow-color": colour("bar") } },
    { selector: "edge.conflict", style: { "line-color": colour("denied"), "line-style": "dashed", "target-arrow-color": colour("denied") } },
    { selector: "edge.told", style: { label: "data(label)", "text-rotation": "autorotate", "target-arrow-shape": "triangle" } },
  ];
}

const node = (actor, centre) => ({ group: "nodes", data: { id: actor.id, name: actor.name }, classes: [actor.type === "state" && "state", actor.id === centre && "centre"].filter(Boolean).join(" ") });

const edge = (one) => ({
  group: "edges", data: { id: one.id ?? `${one.from} ${one.to}`, source: one.from, target: one.to, width: 1.5 + Math.min(6, Math.log2(1 + (one.events ?? 1))), label: one.label },
  classes: [one.score > 0 ? "cooperation" : one.score < 0 ? "conflict" : "", one.told ? "told" : ""].join(" "),
});

/**
 * A picture of actors (`{id, name, type}`) and edges (`{from, to, events, score, label, told}`). It is one image
 * to screen readers: a list beside it must say the same. Gives its node, and `add` for more of both.
 */
export async function picture(actors, edges, { label, centre, tapped }) {
  const cytoscape = await loaded();
  const box = h("div", { class: "picture", role: "img", "aria-label": label });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let cy;
  const arrange = () => cy.layout({ name: "cose", animate: calm ? false : "end", animationDuration: 400, padding: 24, nodeRepulsion: 60_000, idealEdgeLength: 110, randomize: false, nodeDimensionsIncludeLabels: true }).run();
  const add = (more, links) => {
    const fresh = [...more.filter((actor, index) => !cy.getElementById(actor.id).length && more.findIndex((one) => one.id === actor.id) === index).map((actor) => node(actor, centre)),
      ...links.filter((one) => !cy.getElementById(one.id ?? `${one.from} ${one.to}`).length && (one.id || !cy.getElementById(`${one.to} ${one.from}`).length)).map(edge)];
    cy.add(fresh);
    box.dataset.nodes = String(cy.nodes().length);
    box.dataset.edges = String(cy.edges().length);
    if (fresh.length) arrange();
  };
  requestAnimationFrame(() => {
    cy = cytoscape({ container: box, style: style(), minZoom: 0.3, maxZoom: 3, userZoomingEnabled: false });
    box.cy = cy;
    if (tapped) cy.on("tap", "node", (event) => tapped(event.target.data()));
    cy.layout({ name: "circle" });
    add(actors, edges);
  });
  return { node: box, add };
}
