// The curve of a dyad: a point for each period between conflict (-10) and cooperation (+10), and bars that count events.

import { svg, h } from "./dom.js";
import { periodName } from "./dyad.js";
import { number, t } from "./words.js";

const WIDTH = 720, LEFT = 44, RIGHT = 14, TOP = 14, MIDDLE = 190, FOOT = 258, HEIGHT = 286;
const DAY = 86_400_000;

const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
const height = (score) => TOP + ((10 - score) / 20) * (MIDDLE - TOP);

export function curve(periods, by, there, names) {
  const first = time(periods[0].first), last = time(periods.at(-1).last) + DAY;
  const across = (when) => LEFT + ((when - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const most = Math.max(...periods.map((period) => period.expected), 1);
  const drawn = periods.map((period) => ({ period, left: across(time(period.first)), right: across(time(period.last) + DAY) }));
  const frame = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "curve", role: "group", "aria-label": t("dyad.chart", ...names) },
    line(drawn), drawn.map((one) => mark(one, by, there, most)), grid(), days(periods, across, by));
  roving(frame);
  return h("figure", {}, frame, h("figcaption", { class: "small soft" }, t("dyad.legend")));
}

const grid = () => [[10, t("cooperation")], [0, "0"], [-10, t("conflict")]].map(([score, label]) => [
  svg("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: height(score), y2: height(score), class: score ? "rule" : "rule zero" }),
  svg("text", { x: LEFT - 6, y: height(score) + 4, "text-anchor": "end" }, score > 0 ? "+10" : String(score).replace("-", "−")),
  score ? svg("text", { x: LEFT + 4, y: height(score) + (score > 0 ? 14 : -5), class: "side" }, label) : null]);

/** The points of neighbouring periods are joined; a period without events breaks the line. */
function line(drawn) {
  const parts = drawn.filter(({ period }) => period.score !== null).map(({ period, left, right }, index, all) => {
    const before = all[index - 1];
    const near = before && time(period.first) - time(before.period.last) <= 2 * DAY;
    return `${near ? "L" : "M"}${((left + right) / 2).toFixed(1)} ${height(period.score).toFixed(1)}`;
  });
  return svg("path", { d: parts.join(""), class: "line-of-scores" });
}

function mark({ period, left, right }, by, there, most) {
  const middle = (left + right) / 2;
  const size = (share) => (share / most) * (FOOT - MIDDLE - 14);
  const score = period.score === null ? "" : `, ${t("dyad.mean", number(period.score, true))}`;
  const label = `${periodName(period, by)}: ${t("events", period.possible)}${score}`;
  const width = Math.max(2, Math.min(right - left - 2, 26));
  return svg("a", { href: there(period), class: "period", "aria-label": label, tabindex: -1 }, svg("title", {}, label),
    svg("rect", { x: left, y: TOP, width: Math.max(right - left, 3), height: FOOT - TOP, class: "area" }),
    svg("rect", { x: middle - width / 2, y: FOOT - size(period.expected), width, height: size(period.expected), class: "count" }),
    period.score === null ? null : svg("circle", { cx: middle, cy: height(period.score), r: 5, class: period.score < 0 ? "conflict" : "cooperation" }));
}

/** Some six days, months or years under the axis, spread evenly over the periods. */
function days(periods, across, by) {
  const step = Math.ceil(periods.length / 6);
  return periods.filter((_, index) => index % step === 0).map((period) =>
    svg("text", { x: across(time(period.first)), y: HEIGHT - 10, class: "tick" }, period.first.slice(0, { year: 4, month: 7, week: 10 }[by])));
}

/** One stop for the tab key; arrows, Home and End move between the periods. */
function roving(frame) {
  const items = [...frame.querySelectorAll("a.period")];
  items[items.length - 1]?.setAttribute("tabindex", "0");
  frame.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || to === undefined || !items[to]) return;
    event.preventDefault();
    items[at].setAttribute("tabindex", "-1");
    items[to].setAttribute("tabindex", "0");
    items[to].focus();
  });
}
