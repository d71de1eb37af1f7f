// The articles in the graph, and one article with what was understood marked in its text.

import { get } from "./client.js";
import { h, marked } from "./dom.js";
import { doors } from "./doors.js";
import { complaint, eventLine, link, stance, tags, when } from "./parts.js";
import { cypher, sparql } from "./queries.js";
import { act } from "./vocabulary.js";
import { day, t } from "./words.js";

export async function articles() {
  const answer = await get("/v1/articles");
  const list = h("ul", { class: "plain" }, answer.results.map(item));
  const button = h("button", { type: "button", class: "quiet", hidden: !answer.next, onclick: async () => {
    const page = await get(answer.next);
    list.append(...page.results.map(item));
    answer.next = page.next;
    button.hidden = !page.next;
  } }, t("more"));
  return h("div", {}, h("h1", {}, t("articles.title")), h("p", { class: "lead" }, t("articles.lead")),
    answer.results.length ? list : h("p", {}, t("home.empty")), button,
    doors({ json: "/v1/articles", csv: "/v1/articles?format=csv", cypher: cypher.articles(), sparql: sparql.articles() }));
}

const facts = (article) => [article.date ? day(article.date) : t("never"), article.source, t(`lang.${article.lang}`)].filter(Boolean).join(" · ");

const item = (article) => h("li", {},
  h("a", { href: link(`article/${encodeURIComponent(article.id)}`), lang: article.lang }, article.title || article.key),
  h("div", { class: "small soft" }, `${facts(article)} · ${t("statements", article.statements)}`));

export async function article(id) {
  let found;
  try {
    found = await get(`/v1/articles/${encodeURIComponent(id)}`);
  } catch (error) {
    return complaint(error);
  }
  return h("article", {}, h("h1", { lang: found.lang }, found.title || found.key), h("p", { class: "soft" }, facts(found)), understood(found),
    doors({ json: `/v1/articles/${encodeURIComponent(found.id)}`, cypher: cypher.article(found.id), sparql: sparql.article(found.id) }));
}

/** The text with its evidence marked, and the list of its statements. */
export function understood(found) {
  const marks = found.statements.map((one) => ({ ...one.evidence, title: act(one.predicate) }));
  return [h("div", { class: "prose", lang: found.lang }, marked(found.text, marks)), ...said(found)];
}

/** The list of an article's statements. */
export function said(found) {
  return [h("h2", {}, t("articles.statements")),
    found.statements.length
      ? h("ul", { class: "plain" }, found.statements.map((one) => h("li", { class: stance(one) },
          h("a", { class: "event-link", href: link(`event/${encodeURIComponent(one.event)}`) }, eventLine(one)), tags(one),
          h("div", { class: "small soft" }, [when(one), one.attributed_to.length ? `${t("event.says")} ${one.attributed_to.map((actor) => actor.name).join(", ")}` : null].filter(Boolean).join(" · ")))))
      : h("p", {}, t("read.nothing"))];
}
