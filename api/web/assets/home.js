// The first view: search, and the actors that occur most.

import { get } from "./client.js";
import { h } from "./dom.js";
import { doors } from "./doors.js";
import { actorField, field, link } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { t } from "./words.js";

export async function home() {
  const search = actorField((actor) => { location.hash = link(`actor/${encodeURIComponent(actor.id)}`); });
  const frequent = await get("/v1/actors", { limit: 16 });
  return h("div", {},
    h("h1", {}, t("home.title")), h("p", { class: "lead" }, t("home.lead")),
    h("form", { class: "search", role: "search", onsubmit: (event) => { event.preventDefault(); if (search.value()) location.hash = link(`actor/${encodeURIComponent(search.value())}`); } },
      field(t("actor"), search.input, "", search.node)),
    frequent.results.length
      ? [h("h2", {}, t("home.frequent")), h("ul", { class: "chips" }, frequent.results.map((actor) =>
          h("li", {}, h("a", { href: link(`actor/${encodeURIComponent(actor.id)}`) }, actor.name, " ", h("small", {}, String(actor.events ?? ""))))))]
      : h("p", {}, t("home.empty"), " ", h("a", { href: "#/read" }, t("nav.read"))),
    doors({ json: "/v1/actors?limit=16", csv: "/v1/actors?limit=16&format=csv", cypher: cypher.home(), sparql: sparql.home() }));
}
