// The page: one view for each address after the `#`, and an event's drawer beside any of them.

import { keep } from "./client.js";
import { h } from "./dom.js";
import { article, articles } from "./articles.js";
import { dyad } from "./dyad.js";
import { event } from "./event.js";
import { home } from "./home.js";
import { network } from "./network.js";
import { complaint, link } from "./parts.js";
import { path } from "./path.js";
import { read } from "./read.js";
import { timeline } from "./timeline.js";
import { language, setLanguage, t } from "./words.js";
import { load } from "./vocabulary.js";

const main = document.getElementById("main");
const drawer = document.getElementById("drawer");
const VIEWS = {
  "": home, actor: timeline, event, path: (_, parameters) => path(parameters), dyad, network, read, article, articles,
};
const NAV = { "": "home", actor: "home", path: "path", dyad: "dyad", network: "home", read: "read", article: "articles", articles: "articles" };

let shown = null;
let turn = 0;

function place() {
  const [where, query = ""] = location.hash.slice(2).split("?");
  const [view, id, other] = where.split("/").map(decodeURIComponent);
  const parameters = new URLSearchParams(query);
  const selected = parameters.get("event");
  parameters.delete("event");
  return { view, id, other, parameters, selected, address: `${where}?${parameters}` };
}

async function show() {
  const at = place();
  if (at.parameters.has("key")) return remember(at);
  const mine = ++turn;
  if (!at.selected && drawer.open) drawer.close();
  if (shown !== at.address) {
    const node = await rendered(() => VIEWS[at.view]?.(at.id, at.parameters, at.other) ?? h("p", { class: "error" }, t("error.missing")));
    if (mine !== turn) return undefined;
    const moved = shown !== null;
    shown = at.address;
    main.replaceChildren(node);
    document.title = [main.querySelector("h1")?.textContent, "Regesta"].filter(Boolean).join(" · ");
    current(at.view);
    if (moved) { main.focus({ preventScroll: true }); window.scrollTo(0, 0); }
  }
  await open(at, mine);
  if (mine === turn) document.body.dataset.shown = location.hash;
  return undefined;
}

async function rendered(make) {
  main.setAttribute("aria-busy", "true");
  try {
    return await make();
  } catch (error) {
    return complaint(error);
  } finally {
    main.removeAttribute("aria-busy");
  }
}

/** The drawer is open exactly while the address names an event. */
async function open(at, mine) {
  if (!at.selected) return drawer.open ? drawer.close() : undefined;
  const node = await rendered(() => event(at.selected, at.parameters));
  if (mine !== turn) return undefined;
  drawer.replaceChildren(h("button", { type: "button", class: "quiet close", onclick: () => drawer.close() }, t("close")), node);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  return undefined;
}

/** The demo's address carries the key; keep it for this tab and take it out of the address. */
function remember(at) {
  keep(at.parameters.get("key"));
  at.parameters.delete("key");
  location.replace(link(at.view, Object.fromEntries(at.parameters)));
}

function current(view) {
  for (const item of document.querySelectorAll("nav a")) {
    if (item.dataset.view === NAV[view]) item.setAttribute("aria-current", "page");
    else item.removeAttribute("aria-current");
  }
}

function words() {
  document.documentElement.lang = language();
  for (const item of document.querySelectorAll("[data-text]")) item.textContent = t(item.dataset.text);
  document.getElementById("language").textContent = t("switch");
}

drawer.addEventListener("close", () => {
  const at = place();
  if (at.selected) location.hash = link(location.hash.slice(2).split("?")[0], Object.fromEntries(at.parameters));
});
drawer.addEventListener("click", (click) => { if (click.target === drawer) drawer.close(); });
document.getElementById("language").addEventListener("click", () => {
  setLanguage(language() === "de" ? "en" : "de");
  words();
  shown = null;
  begin();
});
window.addEventListener("hashchange", show);

function begin() {
  load().then(show, (error) => main.replaceChildren(complaint(error)));
}

words();
begin();
