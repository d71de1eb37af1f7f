// YASGUI on this server's own endpoint, with the tutorial's queries.
import { language, t } from "./words.js";

document.documentElement.lang = language();
for (const item of document.querySelectorAll("[data-text]")) item.textContent = t(item.dataset.text);
const { Yasgui } = window;
Yasgui.Yasqe.defaults.autocompleters = ["variables"];

const endpoint = new URL("/sparql", location).href;
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint, method: "POST" },
  copyEndpointOnNewTab: false,
  persistencyExpire: 0,
  populateFromUrl: false,
});
const choice = document.getElementById("tutorial");
const about = document.getElementById("about");

const show = (query) => {
  about.textContent = query.description ?? "";
  const tab = yasgui.getTab() ?? yasgui.addTab(true);
  tab.setName(query.title);
  tab.setQuery(query.query);
  tab.query()?.catch?.(() => {}); // another question was chosen before this one was answered
};

const answer = await (await fetch("/sparql/queries")).json();
const results = answer.results.map((query) => ({ ...query, ...query.translations[language()] }));
for (const query of results) choice.append(new Option(query.title, query.id));
choice.addEventListener("change", () => {
  const query = results.find(({ id }) => id === choice.value);
  if (query) {
    history.replaceState(null, "", `?tutorial=${query.id}`);
    show(query);
  }
});

const given = new URLSearchParams(location.hash.slice(1)).get("query");
const wanted = new URLSearchParams(location.search).get("tutorial") ?? results[0].id;
if (given) {
  show({ title: t("sparql.query"), query: given });
} else {
  choice.value = wanted;
  show(results.find(({ id }) => id === wanted) ?? results[0]);
}
