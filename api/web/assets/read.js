// Paste an article and see what is understood of it.

import { get, keep, key, post } from "./client.js";
import { understood } from "./articles.js";
import { h } from "./dom.js";
import { complaint, field, link } from "./parts.js";
import { t } from "./words.js";

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
    const found = await get(`/v1/articles/${encodeURIComponent(answer.id)}`);
    return [h("h2", {}, t(answer.outcome === "unchanged" ? "read.same" : "read.done"), " · ", t("statements", found.statements.length)),
      answer.warnings.length ? h("div", { class: "note" }, answer.warnings.map((warning) => h("p", {}, warning))) : "",
      ...understood(found), h("p", { class: "links" }, h("a", { href: link(`article/${encodeURIComponent(answer.id)}`) }, t("event.article")))];
  } catch (error) {
    return [complaint(error)];
  }
}
