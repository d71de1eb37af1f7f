// Chains of events from one actor to another.

import { address, get } from "./client.js";
import { h } from "./dom.js";
import { doors } from "./doors.js";
import { actorField, actorLink, complaint, eventLine, field, link, tags, when } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { t } from "./words.js";

const NAMES = ["source", "target", "from", "to", "max_hops", "objective", "as_of"];

export async function path(parameters) {
  const asked = Object.fromEntries(NAMES.map((name) => [name, parameters.get(name)]));
  const view = h("div", {}, h("h1", {}, t("path.title")), h("p", { class: "lead" }, t("path.lead")));
  if (!asked.source || !asked.target) { view.append(form(asked)); return view; }
  try {
    const answer = await get("/v1/paths", asked);
    view.append(form(asked, answer), h("p", { role: "status" }, answer.results.length ? "" : t("path.none")), ...answer.results.map((chain) => drawn(chain, asked)),
      doors({ json: address("/v1/paths", asked), asOf: asked.as_of, ...queries(answer.results) }));
  } catch (error) {
    const name = error.problem?.parameter;
    view.append(form(asked), complaint(error, (one) => link("path", { ...asked, [name]: one.id })));
  }
  return view;
}

function queries(chains) {
  const ids = [...new Set(chains.flatMap((chain) => chain.hops.map((hop) => hop.event.id)))];
  return ids.length ? { cypher: cypher.events(ids), sparql: sparql.events(ids) } : {};
}

function form(asked, ends = {}) {
  const end = (which) => actorField(() => {}, { name: ends[which]?.name ?? asked[which] ?? "", id: ends[which]?.id ?? asked[which] });
  const asOf = h("input", { type: "date", value: asked.as_of });
  const [source, target] = [end("source"), end("target")];
  const from = h("input", { type: "date", value: asked.from });
  const to = h("input", { type: "date", value: asked.to });
  const hops = h("input", { type: "number", min: 1, max: 8, value: asked.max_hops ?? 4 });
  const objective = h("select", {}, ["earliest-arrival", "fewest-hops"].map((id) => h("option", { value: id, selected: id === asked.objective }, t(`objective.${id}`))));
  const submit = (event) => {
    event.preventDefault();
    location.hash = link("path", { source: source.value(), target: target.value(), from: from.value, to: to.value, max_hops: hops.value, objective: objective.value, as_of: asOf.value });
  };
  return h("form", { class: "form", onsubmit: submit },
    field(t("source"), source.input, "two", source.node), field(t("target"), target.input, "two", target.node),
    field(t("from"), from), field(t("to"), to), field(t("hops"), hops), field(t("objective"), objective, "two"), field(t("as_of"), asOf), h("button", {}, t("show")));
}

function drawn(chain, asked) {
  const node = (actor) => h("li", { class: "node" }, actorLink(actor));
  return h("section", {}, h("h2", {}, `${t("path.hops", chain.hops.length)} · ${t(`order.${chain.certainty}`)}`),
    h("ol", { class: "chain" }, node(chain.hops[0].from), chain.hops.map((hop) => [
      h("li", { class: "hop" }, h("div", { class: "when" }, when(hop.event)),
        h("a", { class: "event-link", href: link("path", { ...asked, event: hop.event.id }) }, eventLine(hop.event)), tags(hop.event)),
      node(hop.to)])));
}
