// Paste an article and watch it being read: what is recognised in it, what it says, and that as a graph.

import { get, keep, key, post } from "./client.js";
import { said } from "./articles.js";
import { h, layered } from "./dom.js";
import { complaint, field, link } from "./parts.js";
import { picture } from "./picture.js";
import { act } from "./vocabulary.js";
import { interval, t } from "./words.js";

export async function read() {
  const text = h("textarea", { required: true, spellcheck: "false" });
  const title = h("input", { type: "text" });
  const date = h("input", { type: "date", value: new Date().toISOString().slice(0, 10) });
  const lang = h("select", {}, h("option", { value: "" }, t("read.auto")), ["de", "en", "fr", "es"].map((code) => h("option", { value: code }, t(`lang.${code}`))));
  const secret = h("input", { type: "password", value: key(), autocomplete: "off" });
  const button = h("button", {}, t("read.go"));
  const result = h("section", { "aria-live": "polite" });
  const submit = async (event) => {
    event.preventDefault();
    keep(secret.value);
    button.disabled = true;
    button.textContent = t("read.busy");
    const body = { text: text.value, title: title.value || null, date: date.value || null, lang: lang.value || null };
    result.replaceChildren(...(await sent(body)));
    button.disabled = false;
    button.textContent = t("read.go");
  };
  return h("div", {}, h("h1", {}, t("read.title")), h("p", { class: "lead" }, t("read.lead")),
    h("form", { class: "form", onsubmit: submit },
      field(t("read.text"), text, "wide"), field(t("read.title.field"), title, "two"), field(t("read.date"), date), field(t("read.lang"), lang),
      h("div", { class: "two" }, field(t("read.key"), secret), h("span", { class: "small soft" }, t("read.key.hint"))), button),
    result);
}

async function sent(body) {
  try {
    const answer = await post("/v1/articles", body);
    const path = `/v1/articles/${encodeURIComponent(answer.id)}`;
    const [found, mentions] = await Promise.all([get(path), get(`${path}/mentions`)]);
    return [h("h2", {}, t(answer.outcome === "unchanged" ? "read.same" : "read.done"), " · ", t("statements", found.statements.length)),
      answer.warnings.length ? h("div", { class: "note" }, answer.warnings.map((warning) => h("p", {}, warning))) : "",
      ...recognised(found, mentions), ...said(found), ...(await drawn(found)),
      h("p", { class: "links" }, h("a", { href: link(`article/${encodeURIComponent(answer.id)}`) }, t("event.article")))];
  } catch (error) {
    return [complaint(error)];
  }
}

/** The text with its actors, times and events marked, one after the other as they are read. */
function recognised(found, { actors, times }) {
  const marks = [
    ...actors.map((one) => ({ ...one, class: "actor", title: one.actors.map((actor) => actor.name).join(", ") })),
    ...times.map((one) => ({ ...one, class: "time", title: one.earliest || one.latest ? interval(one.earliest, one.latest) : one.value })),
    ...found.statements.map((one) => ({ ...one.evidence, class: "event", title: act(one.predicate) })),
  ];
  const key = h("ul", { class: "marks", "aria-label": t("read.marks") }, ["actor", "time", "event"].map((kind) => h("li", {}, h("mark", { class: kind }, t(`mark.${kind}`)))));
  const prose = h("div", { class: "prose reading", lang: found.lang }, layered(found.text, marks));
  const all = [...prose.querySelectorAll("mark")];
  all.forEach((mark, index) => mark.style.setProperty("--turn", ((2 * index) / all.length).toFixed(2)));
  return [key, prose];
}

/** The statements as edges from those who act to those acted upon. */
async function drawn(found) {
  const edges = found.statements.flatMap((one) => one.subject.flatMap((from) => one.object.map((to) => ({
    id: `${one.id} ${from.id} ${to.id}`, from: from.id, to: to.id, label: act(one.predicate), told: true, score: one.polarity === "negative" ? -1 : 0 }))));
  if (!edges.length) return [];
  const actors = found.statements.flatMap((one) => [...one.subject, ...one.object]);
  const drawing = await picture(actors, edges, { label: t("read.picture") });
  return [h("h2", {}, t("read.graph")), drawing.node];
}
