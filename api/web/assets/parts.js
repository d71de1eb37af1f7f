// The parts that several views share.

import { get, Refused } from "./client.js";
import { h } from "./dom.js";
import { interval, t } from "./words.js";
import { act } from "./vocabulary.js";

/** An address within this page: `link("actor/Q1", {from: "2025-08-01"})`. */
export function link(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return `#/${path}${query.size ? `?${query}` : ""}`;
}

export const actorLink = (actor) => h("a", { href: link(`actor/${encodeURIComponent(actor.id)}`) }, actor.name);

const names = (actors) => actors.map((actor) => actor.name).join(", ");

/** "Kim Jong-un — phone → Vladimir Putin" as nodes. */
export function eventLine(event) {
  const alone = event.object.length === 0;
  return h("span", { class: "line" },
    h("span", { class: "who" }, names(event.subject) || "…"), " ",
    h("span", { class: alone ? "act alone" : "act" }, act(event.predicate)),
    alone ? null : [" ", h("span", { class: "who" }, names(event.object))]);
}

/** The class that tells how an event stands: denied, planned, …, or stated. */
export const stance = (item) => (item.polarity === "negative" ? "negative" : item.modality);

export function tags(item) {
  const shown = [];
  if (item.polarity === "negative") shown.push("negative");
  if (item.disputed && item.polarity !== "negative") shown.push("denied");
  if (item.modality !== "asserted" && item.modality !== "reported") shown.push(item.modality);
  return h("span", { class: "tags" }, shown.map((tag) => h("span", { class: `tag ${tag === "denied" ? "negative" : tag}` }, t(tag))));
}

export const when = (item) => (item.approximate ? t("about", interval(item.earliest, item.latest)) : interval(item.earliest, item.latest));

/** "6 reports, 3 independent sources, 2 languages" of an event in a list. */
export const reports = ({ statements, voices, langs }) => [t("reports", statements), t("voices", voices), t("languages", langs.length)].join(", ");

/** Where an address names an actor or event that has become another, or a name, it gets the id that counts. */
export function settled(given, id, view) {
  if (given === id || !location.hash.startsWith(`#/${view}/`)) return;
  history.replaceState(null, "", location.hash.replace(encodeURIComponent(given), encodeURIComponent(id)));
}

/** A form field with its label above it. */
export function field(label, control, extra = "", body = control) {
  control.id ||= `f-${Math.random().toString(36).slice(2, 8)}`;
  return h("div", { class: extra }, h("label", { for: control.id }, label), body);
}

/** A paragraph for an error, with the candidates of an ambiguous name as links made by `choose`. */
export function complaint(error, choose) {
  if (!(error instanceof Refused)) throw error;
  const { problem } = error;
  const text = problem.status === 0 ? t("error.unreachable") : error.message;
  const candidates = problem.candidates ?? [];
  return h("div", { class: "error", role: "alert" }, candidates.length && choose ? null : h("p", {}, text),
    candidates.length && choose
      ? [h("p", {}, t("choose")), h("ul", { class: "chips" }, candidates.map((one) => h("li", {}, h("a", { href: choose(one) }, one.name))))]
      : null);
}

/**
 * A search field for actors after the ARIA combobox pattern. `picked(actor)` is called with `{id, name}`;
 * the input's `data-id` keeps the id of what was picked, and typing forgets it.
 */
export function actorField(picked, { name = "", id = "" } = {}) {
  const list = h("ul", { role: "listbox", id: `l-${Math.random().toString(36).slice(2, 8)}`, hidden: true });
  const input = h("input", {
    type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: t("actor.hint"), value: name,
    "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "data-id": id || null,
    oninput: () => { delete input.dataset.id; options = []; move(-1); clearTimeout(timer); timer = setTimeout(look, 120); },
    onkeydown: keys, onblur: () => setTimeout(close, 150),
  });
  let timer, request, options = [], active = -1;

  async function look() {
    const query = input.value.trim();
    request?.abort();
    if (query.length < 2) return close();
    request = new AbortController();
    try {
      options = (await get("/v1/actors", { q: query, limit: 8 }, request.signal)).results;
    } catch { return undefined; }
    return open();
  }
  function open() {
    list.replaceChildren(...options.map((actor, index) =>
      h("li", { role: "option", id: `${list.id}-${index}`, "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); pick(actor); } },
        actor.name, " ", h("small", {}, [actor.description, actor.state].filter(Boolean)[0] ?? ""))));
    if (!options.length) list.replaceChildren(h("li", { class: "soft" }, t("actor.none")));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    move(options.length ? 0 : -1);
  }
  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function move(to) {
    active = to;
    if (active < 0) input.removeAttribute("aria-activedescendant");
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", index === active ? "true" : "false"));
    if (active >= 0) { input.setAttribute("aria-activedescendant", `${list.id}-${active}`); list.children[active].scrollIntoView({ block: "nearest" }); }
  }
  function pick(actor) {
    input.value = actor.name;
    input.dataset.id = actor.id;
    close();
    picked(actor);
  }
  function keys(event) {
    if (list.hidden || !options.length) return;
    if (event.key === "ArrowDown") { event.preventDefault(); move((active + 1) % options.length); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move((active + options.length - 1) % options.length); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); pick(options[active]); }
    else if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(); }
  }
  return { input, node: h("div", { class: "combo" }, input, list), value: () => input.dataset.id || input.value.trim() };
}
