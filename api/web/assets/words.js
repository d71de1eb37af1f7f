// The words of the page in German and English, and dates as each language writes them.

export const words = {
  en: {
    skip: "Skip to the content", switch: "Deutsch", foot: "Every line has its sentence.", "foot.api": "REST API",
    "nav.timeline": "Timeline", "nav.path": "Path", "nav.read": "Read an article", "nav.articles": "Sources",
    "home.title": "Who did what to whom, when, and who says so",
    "home.lead": "Search a state, an office holder or an organisation, in German, English, French or Spanish.",
    "home.frequent": "Most in the news here", "home.empty": "The graph is empty. Add an article first.",
    "actor": "Actor", "actor.hint": "Name, e.g. Kim Jong-un", "actor.none": "No actor of this name",
    from: "From", to: "To", with: "Together with", type: "Kind of event", "type.all": "All kinds", show: "Show",
    include: "Also show", planned: "planned", denied: "denied", possible: "possible", hypothetical: "hypothetical",
    reported: "reported", asserted: "stated", negative: "denied", "range.wrong": "The first day lies after the last.",
    events: (n) => (n === 1 ? "1 event" : `${n} events`), statements: (n) => (n === 1 ? "1 statement" : `${n} statements`),
    sources: (n) => (n === 1 ? "1 article" : `${n} articles`), none: "No event fits. Widen the dates or show more kinds.",
    more: "Show more", undated: "Without a date", about: (days) => `about ${days}`, before: (d) => `by ${d}`, after: (d) => `from ${d}`,
    "legend.exact": "day known", "legend.loose": "one of these days", never: "date unknown", json: "as JSON", close: "Close", details: "Details",
    "event.statements": "What the sources say", "event.coded": (set) => `Coded by ${set}, not stated in a sentence`, "event.row": "row", "event.proof": "Why these dates", "event.order": "Before and after",
    "event.says": "according to", "event.own": "in the article's own words", "event.at": "Place", "event.article": "whole article",
    "bound.begin_earliest": "not begun before", "bound.begin_latest": "begun by", "bound.end_earliest": "not over before", "bound.end_latest": "over by",
    "bound.earliest": "not before", "bound.latest": "not after",
    "order.BEFORE": "before", "order.AFTER": "after", "order.DURING": "during", "order.CONTAINS": "spans", "order.SIMULTANEOUS": "at the same time as", "order.OVERLAPS": "overlaps with",
    "path.title": "How one actor leads to another", "path.lead": "Chains of events, each of which can follow the one before it in time.",
    source: "Starts at", target: "Ends at", hops: "At most … events", objective: "Best first",
    "objective.earliest-arrival": "earliest arrival", "objective.fewest-hops": "fewest events", "path.none": "No chain of events leads there in these dates.",
    "path.hops": (n) => (n === 1 ? "1 event" : `${n} events`), "order.certain": "order certain", "order.possible": "order possible",
    "read.title": "Read an article", "read.lead": "Paste a news article. It is read on this machine; what is understood goes into the graph with its source.",
    "read.text": "Text", "read.date": "Published on", "read.lang": "Language", "read.auto": "recognise", "read.go": "Read and add", "read.busy": "Reading …",
    "read.key": "Key", "read.key.hint": "The key of this server (REGESTA_API_KEY). The demo prints an address that has it.",
    "read.done": "Understood and added", "read.same": "This article was in the graph already", "read.nothing": "No statement was found in this text.",
    "read.title.field": "Title", "read.warnings": "Notes", "articles.title": "Sources", "articles.lead": "The articles in the graph, the newest first.",
    "articles.statements": "Statements of this article", "lang.de": "German", "lang.en": "English", "lang.fr": "French", "lang.es": "Spanish",
    "error.unreachable": "The server does not answer. Is it still running?", "error.missing": "There is no such page.", choose: "Which one do you mean?", loading: "Loading …",
    "sparql.begin": "Questions to begin with", "sparql.choose": "choose one …", "sparql.terms": "the terms", "sparql.query": "Query",
    as_of: "As known on", csv: "as CSV", ics: "as calendar", sparql: "as SPARQL", cypher: "as Cypher", "cypher.hint": "Paste it into Neo4j Browser; change it as you like.", copy: "Copy", copied: "Copied",
    reports: (n) => (n === 1 ? "1 report" : `${n} reports`), voices: (n) => (n === 1 ? "1 independent source" : `${n} independent sources`), languages: (n) => (n === 1 ? "1 language" : `${n} languages`),
    "event.moved": "The reports of the event that was asked for belong to this one now.",
    "nav.dyad": "Two actors", "dyad.title": "Conflict and cooperation", "dyad.of": (a, b) => `${a} and ${b}`, "dyad.lead": "How much two actors had to do with one another, and how: from conflict (−10) to cooperation (+10).",
    "dyad.one": "One actor", "dyad.other": "The other actor", "dyad.mean": (n) => `mean score ${n}`, "dyad.timeline": "The events one by one", "dyad.table": "The same as a table",
    "dyad.caption": "Events by period. An event that is not known to the day counts as possible in each period that it can have touched.",
    "dyad.certain": "Certain", "dyad.possible": "Possible", "dyad.expected": "Expected", "dyad.score": "Mean score",
    "dyad.chart": (a, b) => `Conflict and cooperation of ${a} and ${b}. Arrow keys move between the periods.`, "dyad.legend": "Points: mean score of a period. Bars: expected number of events. Each leads to its events.",
    by: "Periods", "by.week": "Week", "by.month": "Month", "by.year": "Year", conflict: "conflict", cooperation: "cooperation",
    "network.title": "Partners", "network.of": (a) => `Partners of ${a}`, "network.lead": "Who takes part in the same events. Thicker lines: more events; dashed red ones: more conflict than cooperation.",
    "network.partners": (n) => (n === 1 ? "1 partner" : `${n} partners`), "network.hint": "Choose an actor in the picture to see its partners too. The list below says the same.", "network.list": "The partners as a list", "network.picture": (a) => `Graph of the partners of ${a}; the list below says the same.`,
    "read.marks": "What was recognised", "mark.actor": "actor", "mark.time": "time", "mark.event": "event", "read.graph": "What it says, as a graph", "read.picture": "Graph of the statements of this article; the list above says the same.",
  },
  de: {
    skip: "Zum Inhalt", switch: "English", foot: "Zu jeder Zeile gehört ihr Satz.", "foot.api": "REST-API",
    "nav.timeline": "Zeitleiste", "nav.path": "Pfad", "nav.read": "Artikel lesen", "nav.articles": "Quellen",
    "home.title": "Wer was mit wem tat, wann, und wer es sagt",
    "home.lead": "Suchen Sie einen Staat, eine Amtsträgerin oder eine Organisation, auf Deutsch, Englisch, Französisch oder Spanisch.",
    "home.frequent": "Hier am häufigsten in den Nachrichten", "home.empty": "Der Graph ist leer. Fügen Sie zuerst einen Artikel hinzu.",
    "actor": "Akteur", "actor.hint": "Name, z. B. Kim Jong-un", "actor.none": "Kein Akteur dieses Namens",
    from: "Von", to: "Bis", with: "Zusammen mit", type: "Art des Ereignisses", "type.all": "Alle Arten", show: "Anzeigen",
    include: "Auch zeigen", planned: "geplant", denied: "bestritten", possible: "möglich", hypothetical: "hypothetisch",
    reported: "berichtet", asserted: "festgestellt", negative: "bestritten", "range.wrong": "Der erste Tag liegt nach dem letzten.",
    events: (n) => (n === 1 ? "1 Ereignis" : `${n} Ereignisse`), statements: (n) => (n === 1 ? "1 Aussage" : `${n} Aussagen`),
    sources: (n) => (n === 1 ? "1 Artikel" : `${n} Artikel`), none: "Kein Ereignis passt. Weiten Sie die Daten oder zeigen Sie mehr Arten.",
    more: "Mehr zeigen", undated: "Ohne Datum", about: (days) => `etwa ${days}`, before: (d) => `bis ${d}`, after: (d) => `ab ${d}`,
    "legend.exact": "Tag bekannt", "legend.loose": "einer dieser Tage", never: "Datum unbekannt", json: "als JSON", close: "Schließen", details: "Einzelheiten",
    "event.statements": "Was die Quellen sagen", "event.coded": (set) => `Kodiert von ${set}, nicht in einem Satz gesagt`, "event.row": "Zeile", "event.proof": "Warum diese Daten", "event.order": "Davor und danach",
    "event.says": "nach Angaben von", "event.own": "in den Worten des Artikels", "event.at": "Ort", "event.article": "ganzer Artikel",
    "bound.begin_earliest": "nicht begonnen vor dem", "bound.begin_latest": "begonnen bis", "bound.end_earliest": "nicht beendet vor dem", "bound.end_latest": "beendet bis",
    "bound.earliest": "nicht vor dem", "bound.latest": "nicht nach dem",
    "order.BEFORE": "vor", "order.AFTER": "nach", "order.DURING": "während", "order.CONTAINS": "umfasst", "order.SIMULTANEOUS": "zugleich mit", "order.OVERLAPS": "überschneidet",
    "path.title": "Wie ein Akteur zum anderen führt", "path.lead": "Ketten von Ereignissen, deren jedes zeitlich auf das vorige folgen kann.",
    source: "Beginnt bei", target: "Endet bei", hops: "Höchstens … Ereignisse", objective: "Zuerst",
    "objective.earliest-arrival": "früheste Ankunft", "objective.fewest-hops": "wenigste Ereignisse", "path.none": "Keine Kette von Ereignissen führt in diesen Tagen dorthin.",
    "path.hops": (n) => (n === 1 ? "1 Ereignis" : `${n} Ereignisse`), "order.certain": "Reihenfolge sicher", "order.possible": "Reihenfolge möglich",
    "read.title": "Artikel lesen", "read.lead": "Fügen Sie einen Nachrichtentext ein. Er wird auf diesem Rechner gelesen; was verstanden wird, kommt mit seiner Quelle in den Graphen.",
    "read.text": "Text", "read.date": "Erschienen am", "read.lang": "Sprache", "read.auto": "erkennen", "read.go": "Lesen und hinzufügen", "read.busy": "Wird gelesen …",
    "read.key": "Schlüssel", "read.key.hint": "Der Schlüssel dieses Servers (REGESTA_API_KEY). Die Demo nennt eine Adresse, die ihn enthält.",
    "read.done": "Verstanden und hinzugefügt", "read.same": "Dieser Artikel war schon im Graphen", "read.nothing": "In diesem Text wurde keine Aussage gefunden.",
    "read.title.field": "Titel", "read.warnings": "Hinweise", "articles.title": "Quellen", "articles.lead": "Die Artikel im Graphen, die neuesten zuerst.",
    "articles.statements": "Aussagen dieses Artikels", "lang.de": "Deutsch", "lang.en": "Englisch", "lang.fr": "Französisch", "lang.es": "Spanisch",
    "error.unreachable": "Der Server antwortet nicht. Läuft er noch?", "error.missing": "Diese Seite gibt es nicht.", choose: "Wen meinen Sie?", loading: "Wird geladen …",
    "sparql.begin": "Fragen für den Anfang", "sparql.choose": "eine wählen …", "sparql.terms": "die Begriffe", "sparql.query": "Anfrage",
    as_of: "Wissensstand vom", csv: "als CSV", ics: "als Kalender", sparql: "als SPARQL", cypher: "als Cypher", "cypher.hint": "Zum Einfügen in Neo4j Browser; ändern Sie sie nach Belieben.", copy: "Kopieren", copied: "Kopiert",
    reports: (n) => (n === 1 ? "1 Bericht" : `${n} Berichte`), voices: (n) => (n === 1 ? "1 unabhängige Quelle" : `${n} unabhängige Quellen`), languages: (n) => (n === 1 ? "1 Sprache" : `${n} Sprachen`),
    "event.moved": "Die Berichte des gefragten Ereignisses gehören jetzt zu diesem.",
    "nav.dyad": "Zwei Akteure", "dyad.title": "Konflikt und Kooperation", "dyad.of": (a, b) => `${a} und ${b}`, "dyad.lead": "Wie viel zwei Akteure miteinander zu tun hatten, und wie: von Konflikt (−10) bis Kooperation (+10).",
    "dyad.one": "Ein Akteur", "dyad.other": "Der andere Akteur", "dyad.mean": (n) => `mittlere Wertung ${n}`, "dyad.timeline": "Die Ereignisse einzeln", "dyad.table": "Dasselbe als Tabelle",
    "dyad.caption": "Ereignisse nach Zeiträumen. Ein Ereignis, das nicht auf den Tag bekannt ist, zählt als möglich in jedem Zeitraum, den es berührt haben kann.",
    "dyad.certain": "Sicher", "dyad.possible": "Möglich", "dyad.expected": "Erwartet", "dyad.score": "Mittlere Wertung",
    "dyad.chart": (a, b) => `Konflikt und Kooperation von ${a} und ${b}. Die Pfeiltasten führen von Zeitraum zu Zeitraum.`, "dyad.legend": "Punkte: mittlere Wertung eines Zeitraums. Balken: erwartete Zahl der Ereignisse. Alle führen zu ihren Ereignissen.",
    by: "Zeiträume", "by.week": "Woche", "by.month": "Monat", "by.year": "Jahr", conflict: "Konflikt", cooperation: "Kooperation",
    "network.title": "Partner", "network.of": (a) => `Partner von ${a}`, "network.lead": "Wer an denselben Ereignissen teilnimmt. Dickere Linien: mehr Ereignisse; gestrichelte rote: mehr Konflikt als Kooperation.",
    "network.partners": (n) => `${n} Partner`, "network.hint": "Wählen Sie einen Akteur im Bild, um auch seine Partner zu sehen. Die Liste darunter sagt dasselbe.", "network.list": "Die Partner als Liste", "network.picture": (a) => `Graph der Partner von ${a}; die Liste darunter sagt dasselbe.`,
    "read.marks": "Was erkannt wurde", "mark.actor": "Akteur", "mark.time": "Zeit", "mark.event": "Ereignis", "read.graph": "Was er sagt, als Graph", "read.picture": "Graph der Aussagen dieses Artikels; die Liste darüber sagt dasselbe.",
  },
};

const STORED = "regesta-language";
let current = localStorage.getItem(STORED) || (navigator.language.startsWith("de") ? "de" : "en");

export const language = () => current;

export function setLanguage(next) {
  current = next;
  localStorage.setItem(STORED, next);
}

/** The word for a key; keys that count take the number. */
export function t(key, ...values) {
  const word = words[current][key];
  return typeof word === "function" ? word(...values) : (word ?? key);
}

const formats = {};
function format() {
  formats[current] ??= new Intl.DateTimeFormat(current === "de" ? "de-DE" : "en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return formats[current];
}

export const day = (iso) => format().format(new Date(`${iso}T00:00:00Z`));

/** A closed interval of ISO days as people write it; either end may be open (null). */
export function interval(earliest, latest) {
  if (earliest && latest) return format().formatRange(new Date(`${earliest}T00:00:00Z`), new Date(`${latest}T00:00:00Z`));
  if (latest) return t("before", day(latest));
  return earliest ? t("after", day(earliest)) : t("never");
}

/** "August 2025" for "2025-08". */
export function month(isoMonth) {
  const locale = current === "de" ? "de-DE" : "en-GB";
  const when = new Date(`${isoMonth}-01T00:00:00Z`);
  return when.toLocaleDateString(locale, { month: "long", year: "numeric", timeZone: "UTC" });
}

/** A number with at most one decimal; `signed` ones say that they are above zero. */
export function number(value, signed = false) {
  const locale = current === "de" ? "de-DE" : "en-GB";
  return value.toLocaleString(locale, { maximumFractionDigits: 1, signDisplay: signed ? "exceptZero" : "auto" }).replace("-", "−");
}
