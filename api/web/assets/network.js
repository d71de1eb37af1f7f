// An actor and those it had to do with, as a graph that grows, and as a list.

import { address, get } from "./client.js";
import { h } from "./dom.js";
import { doors } from "./doors.js";
import { complaint, field, link } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { interval, number, t } from "./words.js";
import { picture } from "./picture.js";

const SHOWN = 40, GROWN = 12;

const partners = (id) => `/v1/actors/${encodeURIComponent(id)}/partners`;

export async function network(id, parameters) {
  const asked = Object.fromEntries(["from", "to", "include", "as_of"].map((name) => [name, parameters.get(name)]));
  const path = partners(id);
  let answer;
  try {
    answer = await get(path, { ...asked, limit: SHOWN });
  } catch (error) {
    return h("div", {}, h("h1", {}, id), complaint(error, (one) => link(`network/${encodeURIComponent(one.id)}`, asked)));
  }
  const { actor } = answer;
  const view = h("div", {}, h("h1", {}, t("network.of", actor.name)), h("p", { class: "lead" }, t("network.lead")), form(actor, asked),
    h("p", { role: "status" }, answer.results.length ? t("network.partners", answer.total.value) : t("none")));
  if (answer.results.length) view.append(await stage(actor, answer.results, asked), list(actor, answer.results, asked));
  view.append(doors({ json: address(path, asked), csv: address(path, { ...asked, format: "csv" }), asOf: asked.as_of, cypher: cypher.network(actor, asked), sparql: sparql.network(actor, asked) }));
  return view;
}

function form(actor, asked) {
  const controls = ["from", "to", "as_of"].map((name) => [name, h("input", { type: "date", value: asked[name] })]);
  const submit = (event) => {
    event.preventDefault();
    location.hash = link(`network/${encodeURIComponent(actor.id)}`, { ...asked, ...Object.fromEntries(controls.map(([name, input]) => [name, input.value])) });
  };
  return h("form", { class: "form", onsubmit: submit }, controls.map(([name, input]) => field(t(name), input)), h("button", {}, t("show")));
}

/** The picture; what is tapped grows its own partners, and its name is told with ways on. */
async function stage(actor, rows, asked) {
  const told = h("p", { class: "small", role: "status" }, t("network.hint"));
  const grown = new Set([actor.id]);
  const tapped = async (node) => {
    const both = node.id === actor.id ? [] : [" · ", h("a", { href: link(`dyad/${encodeURIComponent(actor.id)}/${encodeURIComponent(node.id)}`) }, t("dyad.title"))];
    told.replaceChildren(h("strong", {}, node.name), " · ", h("a", { href: link(`actor/${encodeURIComponent(node.id)}`) }, t("nav.timeline")), ...both);
    if (grown.has(node.id)) return;
    grown.add(node.id);
    const more = await get(partners(node.id), { ...asked, limit: GROWN });
    drawing.add(...graph(node, more.results));
  };
  const drawing = await picture(...graph(actor, rows), { label: t("network.picture", actor.name), centre: actor.id, tapped });
  return h("figure", {}, drawing.node, told);
}

const graph = (actor, rows) => [[actor, ...rows.map((row) => row.actor)],
  rows.map((row) => ({ from: actor.id, to: row.actor.id, events: row.events, score: row.score, label: String(row.events) }))];

function list(actor, rows, asked) {
  const other = (row) => encodeURIComponent(row.actor.id);
  const days = (row) => interval(row.first, row.last);
  return h("section", {}, h("h2", {}, t("network.list")), h("ol", { class: "plain partners" }, rows.map((row) => h("li", {},
    h("a", { href: link(`actor/${encodeURIComponent(actor.id)}`, { ...asked, with: row.actor.id }) }, row.actor.name), " ",
    h("span", { class: "small soft" }, `${t("events", row.events)} · ${t("dyad.mean", number(row.score, true))} · ${days(row)}`),
    h("span", { class: "small" }, " · ", h("a", { href: link(`dyad/${encodeURIComponent(actor.id)}/${other(row)}`, asked), "aria-label": t("dyad.of", actor.name, row.actor.name) }, t("dyad.title")),
      " · ", h("a", { href: link(`network/${other(row)}`, asked), "aria-label": t("network.of", row.actor.name) }, t("network.title")))))));
}
