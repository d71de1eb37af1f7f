// Two actors: how much they had to do with one another, and whether in conflict or in cooperation.

import { address, get } from "./client.js";
import { curve } from "./curve.js";
import { h } from "./dom.js";
import { doors } from "./doors.js";
import { actorField, complaint, field, link } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { interval, month, number, t } from "./words.js";

const PERIODS = ["week", "month", "year"];

export async function dyad(one, parameters, other) {
  const asked = Object.fromEntries(["from", "to", "include", "by", "as_of"].map((name) => [name, parameters.get(name)]));
  asked.by ??= "month";
  const place = (a, b) => `dyad/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
  const head = (names) => [h("h1", {}, names ? t("dyad.of", ...names) : t("dyad.title")), h("p", { class: "lead" }, t("dyad.lead"))];
  const controls = (names = [one, other]) => form(asked, { ids: [one, other], names }, place);
  if (!one || !other) return h("div", {}, head(), controls());
  const path = `/v1/dyads/${encodeURIComponent(one)}/${encodeURIComponent(other)}`;
  try {
    const answer = await get(path, { ...asked, limit: 1000 });
    const actors = [answer.first, answer.second];
    const names = actors.map((actor) => actor.name);
    const there = (period) => link(`actor/${encodeURIComponent(actors[0].id)}`, { with: actors[1].id, from: period.first, to: period.last, include: asked.include ?? "none", as_of: asked.as_of });
    return h("div", {}, head(names), controls(names),
      h("p", { role: "status" }, answer.results.length ? summary(answer) : t("none")),
      answer.results.length ? [curve(answer.results, asked.by, there, names), table(answer.results, asked.by, there)] : null,
      h("p", {}, h("a", { href: link(`actor/${encodeURIComponent(actors[0].id)}`, { with: actors[1].id, from: asked.from, to: asked.to }) }, t("dyad.timeline"))),
      doors({ json: address(path, asked), csv: address(path, { ...asked, format: "csv" }), asOf: asked.as_of,
        cypher: cypher.dyad(...actors, asked), sparql: sparql.dyad(...actors, asked) }));
  } catch (error) {
    const ambiguous = error.problem?.parameter;
    const chosen = (id) => (ambiguous === "b" ? place(one, id) : place(id, other));
    return h("div", {}, head(), complaint(error, (actor) => link(chosen(actor.id), asked)), controls());
  }
}

const summary = (answer) => [t("events", answer.events), answer.score === null ? null : t("dyad.mean", number(answer.score))].filter(Boolean).join(" · ");

function form(asked, { ids, names }, place) {
  const [one, other] = [0, 1].map((index) => actorField(() => {}, { name: names[index] ?? "", id: ids[index] ?? "" }));
  const from = h("input", { type: "date", value: asked.from });
  const to = h("input", { type: "date", value: asked.to });
  const by = h("select", {}, PERIODS.map((kind) => h("option", { value: kind, selected: kind === asked.by }, t(`by.${kind}`))));
  const asOf = h("input", { type: "date", value: asked.as_of });
  const submit = (event) => {
    event.preventDefault();
    if (one.value() && other.value()) location.hash = link(place(one.value(), other.value()), { from: from.value, to: to.value, by: by.value, include: asked.include, as_of: asOf.value });
  };
  return h("form", { class: "form", onsubmit: submit }, field(t("dyad.one"), one.input, "two", one.node), field(t("dyad.other"), other.input, "two", other.node),
    field(t("from"), from), field(t("to"), to), field(t("by"), by), field(t("as_of"), asOf), h("button", {}, t("show")));
}

/** "August 2025", "2025", or the days of the week. */
export function periodName(period, by) {
  if (by === "month") return month(period.first.slice(0, 7));
  return by === "year" ? period.first.slice(0, 4) : interval(period.first, period.last);
}

function table(periods, by, there) {
  const heads = ["by." + by, "dyad.certain", "dyad.possible", "dyad.expected", "dyad.score"];
  const row = (period) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: there(period) }, periodName(period, by))),
    [String(period.certain), String(period.possible), number(period.expected), period.score === null ? "–" : number(period.score, true)].map((cell) => h("td", {}, cell)));
  return h("details", { class: "table" }, h("summary", {}, t("dyad.table")), h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": t("dyad.table") },
    h("table", {}, h("caption", {}, t("dyad.caption")), h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col" }, t(key))))), h("tbody", {}, periods.map(row)))));
}
