// "As JSON, CSV, Cypher, SPARQL": the same question through the other doors.

import { h } from "./dom.js";
import { t } from "./words.js";

/**
 * The links below a view. `json` and `csv` are addresses, `cypher` and `sparql` queries; what is missing is
 * left out. As of a day in the past only the API answers: the stores hold the present.
 */
export function doors({ json, csv, ics, cypher, sparql, asOf }) {
  return h("footer", { class: "doors" },
    h("p", { class: "links" },
      json && h("a", { href: json }, t("json")), csv && h("a", { href: csv }, t("csv")), ics && h("a", { href: ics }, t("ics")),
      !asOf && sparql && h("a", { href: `/sparql#query=${encodeURIComponent(sparql)}` }, t("sparql"))),
    !asOf && cypher && h("details", {}, h("summary", {}, t("cypher")), h("p", { class: "small soft" }, t("cypher.hint")),
      h("pre", { tabindex: 0, class: "query" }, cypher), copier(cypher)));
}

function copier(text) {
  const button = h("button", { type: "button", class: "quiet", onclick: async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = t("copied");
  } }, t("copy"));
  return button;
}
