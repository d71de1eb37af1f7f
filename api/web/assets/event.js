// One event: what the sources say, in their own sentences, and why its dates are what they are.

import { address, get } from "./client.js";
import { h, marked } from "./dom.js";
import { doors } from "./doors.js";
import { actorLink, complaint, eventLine, link, reports, settled, stance, tags, when } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { act } from "./vocabulary.js";
import { day, t } from "./words.js";

export async function event(id, parameters) {
  const asOf = parameters?.get("as_of");
  const path = `/v1/events/${encodeURIComponent(id)}`;
  let found;
  try {
    found = await get(path, { as_of: asOf });
  } catch (error) {
    return complaint(error);
  }
  settled(id, found.id, "event");
  return h("article", {},
    h("p", { class: "when" }, when(found)), h("h1", { id: "drawer-title" }, eventLine(found)), h("p", {}, tags(found)),
    found.id === id ? null : h("p", { class: "note" }, t("event.moved")),
    found.coded ? null : h("p", { class: "small soft" }, reports({ ...found, statements: found.statements.length })),
    found.place ? h("p", { class: "soft" }, `${t("event.at")}: ${found.place.name}`) : null,
    h("p", { class: "chips" }, [...found.subject, ...found.object].map((actor) => h("span", {}, actorLink(actor), " "))),
    proofs(found), orders(found),
    found.coded ? coding(found.coded) : [h("h2", {}, t("event.statements")), found.statements.map(statement)],
    doors({ json: address(path, { as_of: asOf }), asOf, cypher: cypher.event(found.id), sparql: sparql.event(found.id) }));
}

/** The row of a data set that codes an event which no article tells. */
function coding(row) {
  const learnt = row.published ? ` · ${day(row.published)}` : "";
  return h("section", { class: "statement" }, h("h2", {}, t("event.coded", row.dataset)),
    h("p", {}, `${row.code}`), h("p", { class: "small soft" }, `${row.file}, ${t("event.row")} ${row.row}${learnt}`),
    row.url && /^https?:/.test(row.url) ? h("p", { class: "small" }, h("a", { href: row.url, rel: "noreferrer" }, row.url)) : null);
}

/** A statement with its speaker, its source, and its sentence with the evidence marked. */
export function statement(item) {
  const speakers = item.attributed_to.length ? [`${t("event.says")} `, item.attributed_to.map((actor, index) => [index ? ", " : "", actorLink(actor)])] : t("event.own");
  return h("section", { class: `statement ${stance(item)}` },
    h("p", { class: "small soft" }, speakers, tags(item)),
    h("blockquote", { lang: item.article.lang }, marked(item.sentence.text, [item.evidence], item.sentence.start)),
    h("p", { class: "small" }, source(item.article)));
}

const source = (article) => [
  h("a", { href: link(`article/${encodeURIComponent(article.id)}`) }, article.title || article.key),
  [article.source, article.date ? day(article.date) : null, t(`lang.${article.lang}`)].filter(Boolean).map((part) => ` · ${part}`)];

const reason = (one) => h("div", {},
  h("q", { lang: one.article.lang }, marked(one.sentence.text, [one.evidence], one.sentence.start)), " ",
  h("span", { class: "small soft" }, source(one.article)));

/** Begin and end often share a bound and its reasons: they are told once, as "not before" or "not after". */
function merged(proof) {
  const twin = (one, other) => one && other && one.date === other.date
    && one.because.map((why) => why.id).join() === other.because.map((why) => why.id).join();
  const by = Object.fromEntries(proof.map((one) => [one.bound, one]));
  const sides = [["earliest", by.begin_earliest, by.end_earliest], ["latest", by.begin_latest, by.end_latest]];
  return sides.flatMap(([bound, one, other]) => (twin(one, other) ? [{ ...one, bound }] : [one, other].filter(Boolean)));
}

function proofs(found) {
  if (!found.proof.length) return null;
  return h("section", {}, h("h2", {}, t("event.proof")), h("ul", { class: "proof" }, merged(found.proof).map((proof) =>
    h("li", {}, h("strong", {}, `${t(`bound.${proof.bound}`)} ${day(proof.date)}`),
      proof.because.map(reason)))));
}

function orders(found) {
  if (!found.order.length) return null;
  return h("section", {}, h("h2", {}, t("event.order")), h("ul", { class: "plain" }, found.order.map((relation) =>
    h("li", {}, h("span", { class: "soft" }, `${t(`order.${relation.order}`)} `), h("a", { href: link(`event/${encodeURIComponent(relation.event.id)}`) }, act(relation.event.predicate)),
      h("span", { class: "when" }, ` ${relation.event.when}`), relation.because.map(reason)))));
}
