// An actor's events, grouped by month, each with a bar for the days on which it can have been.

import { address, get } from "./client.js";
import { h } from "./dom.js";
import { doors } from "./doors.js";
import { actorField, complaint, eventLine, field, link, reports, settled, stance, tags, when } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { typeIds, typeName } from "./vocabulary.js";
import { month, t } from "./words.js";

const STANCES = ["planned", "denied", "possible", "hypothetical"];
const DEFAULT = "planned,denied";
const DAY = 86_400_000;

export async function timeline(id, parameters) {
  const asked = { from: parameters.get("from"), to: parameters.get("to"), with: parameters.get("with"), type: parameters.get("type"),
    include: parameters.get("include") ?? DEFAULT, as_of: parameters.get("as_of") };
  const path = `/v1/actors/${encodeURIComponent(id)}/timeline`;
  const go = (changes) => { location.hash = link(`actor/${encodeURIComponent(id)}`, { ...asked, ...changes }); };
  let answer, other;
  try {
    [answer, other] = await Promise.all([get(path, asked), asked.with ? get(`/v1/actors/${encodeURIComponent(asked.with)}`) : null]);
  } catch (error) {
    const chosen = (one) => (error.problem?.parameter === "id" ? link(`actor/${encodeURIComponent(one.id)}`, asked) : link(`actor/${encodeURIComponent(id)}`, { ...asked, with: one.id }));
    return h("div", {}, h("h1", {}, id), complaint(error, chosen), filters(asked, go));
  }
  const { actor } = answer;
  settled(id, actor.id, "actor");
  const here = (event) => link(`actor/${encodeURIComponent(id)}`, { ...asked, event: event.id });
  const list = h("div", {}, groups(answer.results, here));
  return h("div", {},
    h("h1", {}, answer.actor.name), h("p", { class: "soft" }, [answer.actor.description, answer.actor.state].filter(Boolean).join(" · ")),
    filters(asked, go, other), views(actor, other, asked),
    h("p", { role: "status" }, answer.results.length ? t("events", answer.total.value) : t("none")),
    answer.results.length ? legend() : null, list, more(answer, list, here),
    doors({ json: address(path, asked), csv: address(path, { ...asked, format: "csv" }), ics: address(path, { ...asked, format: "ics" }), asOf: asked.as_of,
      cypher: cypher.timeline(actor, asked, other), sparql: sparql.timeline(other ? [actor, other] : [actor], asked) }));
}

/** The other views of the same actors. */
function views(actor, other, { from, to, include, as_of }) {
  const days = { from, to, include, as_of };
  return h("p", { class: "links" }, h("a", { href: link(`network/${encodeURIComponent(actor.id)}`, days) }, t("network.title")),
    other ? h("a", { href: link(`dyad/${encodeURIComponent(actor.id)}/${encodeURIComponent(other.id)}`, days) }, t("dyad.of", actor.name, other.name)) : null);
}

function more(answer, list, here) {
  if (!answer.next) return null;
  let next = answer.next;
  const button = h("button", { type: "button", class: "quiet", onclick: async () => {
    const page = await get(next);
    list.append(...groups(page.results, here));
    next = page.next;
    if (!next) button.remove();
  } }, t("more"));
  return button;
}

function filters(asked, go, other) {
  const companion = actorField((actor) => go({ with: actor.id }), { name: other?.name ?? asked.with ?? "", id: other?.id ?? asked.with ?? "" });
  const asOf = h("input", { type: "date", value: asked.as_of });
  const from = h("input", { type: "date", value: asked.from });
  const to = h("input", { type: "date", value: asked.to });
  const type = h("select", {}, h("option", { value: "" }, t("type.all")),
    typeIds().map((id) => h("option", { value: id, selected: id === asked.type }, typeName(id))));
  const chosen = asked.include.split(",");
  const boxes = STANCES.map((stance) => h("input", { type: "checkbox", value: stance, checked: chosen.includes(stance) }));
  const note = h("p", { class: "error wide", hidden: true, role: "alert" }, t("range.wrong"));
  const apply = () => {
    note.hidden = !(from.value && to.value && from.value > to.value);
    if (!note.hidden) return;
    go({ from: from.value, to: to.value, with: companion.value(), type: type.value, as_of: asOf.value, include: boxes.filter((box) => box.checked).map((box) => box.value).join(",") || "none" });
  };
  type.addEventListener("change", apply);
  boxes.forEach((box) => box.addEventListener("change", apply));
  return h("form", { class: "form", onsubmit: (event) => { event.preventDefault(); apply(); } },
    field(t("from"), from), field(t("to"), to), field(t("with"), companion.input, "two", companion.node), field(t("type"), type), field(t("as_of"), asOf),
    h("button", {}, t("show")),
    h("fieldset", { class: "checks wide" }, h("legend", {}, t("include")), boxes.map((box, index) => h("label", {}, box, t(STANCES[index])))), note);
}

function groups(events, here) {
  const months = new Map();
  for (const event of events) {
    const key = (event.earliest ?? event.latest ?? "").slice(0, 7);
    if (!months.has(key)) months.set(key, []);
    months.get(key).push(event);
  }
  return [...months].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, items]) => h("section", { class: "group" },
    h("header", {}, h("h2", {}, key ? month(key) : t("undated")), key ? scale(key) : null),
    h("ol", { class: "events" }, items.map((event) => row(event, key, here)))));
}

function row(event, key, here) {
  return h("li", { class: stance(event) },
    h("div", {}, h("div", { class: "when" }, when(event)),
      h("a", { class: "event-link", href: here(event), "data-event": event.id }, eventLine(event)), tags(event),
      h("div", { class: "small soft" }, [event.place?.name, ...(event.coded ? [t("event.coded", event.coded.dataset)] : [reports(event)])].filter(Boolean).join(" · "))),
    key ? h("div", { class: "track", "aria-hidden": "true" }, bar(event, key)) : null);
}

const days = (key) => new Date(Date.UTC(+key.slice(0, 4), +key.slice(5, 7), 0)).getUTCDate();
const offset = (iso, key) => (Date.parse(`${iso}T00:00:00Z`) - Date.parse(`${key}-01T00:00:00Z`)) / DAY;

function scale(key) {
  const last = days(key);
  return h("div", { class: "scale", "aria-hidden": "true" }, [1, 8, 15, 22, 29].filter((day) => day <= last).map((day) =>
    h("span", { style: { left: `${(100 * (day - 0.5)) / last}%` } }, String(day))));
}

/** The bar from the first to the last possible day, on the scale of one month; fading where it goes beyond. */
function bar(event, key) {
  const last = days(key);
  const start = event.earliest ? offset(event.earliest, key) : -1;
  const end = event.latest ? offset(event.latest, key) + 1 : last + 1;
  const left = Math.max(0, Math.min(start, last));
  const right = Math.max(0, Math.min(end, last));
  const classes = ["span", start < 0 && "open-left", end > last && "open-right", event.earliest !== event.latest && "loose"].filter(Boolean);
  return h("div", { class: classes.join(" "), style: { left: `${(100 * left) / last}%`, width: `${(100 * (right - left)) / last}%` } });
}

function legend() {
  const sample = (kind, label, extra = "") => h("li", { class: kind }, h("span", { class: "track", "aria-hidden": "true" }, h("span", { class: `span ${extra}` })), label);
  return h("ul", { class: "legend" }, sample("asserted", t("legend.exact")), sample("asserted", t("legend.loose"), "loose"),
    sample("planned", `${t("planned")}, ${t("possible")}`), sample("negative", t("denied")));
}
