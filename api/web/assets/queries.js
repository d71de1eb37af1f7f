// The question of a view as Cypher for Neo4j Browser and as SPARQL: to read, to change, to run.
// Each value is a literal or an IRI that cannot end before its closing mark.

const text = (value) => JSON.stringify(value);
const list = (values) => `[${values.map(text).join(", ")}]`;
// The characters that the export leaves as they are in the last part of an IRI.
const segment = (id) => encodeURIComponent(id).replace(/%(3A|24|26|2B|2C|3B|3D|40)/g, decodeURIComponent);
const iri = (kind, id) => `<https://w3id.org/regesta/${kind}/${segment(id)}>`;
const COLLECTIVE = ["state", "igo"];
const MORE = ["planned", "possible", "hypothetical"];

/** Which polarities and modalities `include` (as the API takes it) asks for. */
function stances(include = "") {
  const words = (include || "").split(",");
  return {
    polarities: ["positive", ...(words.includes("denied") ? ["negative"] : [])],
    modalities: ["asserted", "reported", ...MORE.filter((word) => words.includes(word))],
  };
}

/** How a relationship to this actor (or, of a state or organisation, to who acts for it) is told. */
const part = (name, actor) => (COLLECTIVE.includes(actor.type) && actor.state ? `${name}.state = ${text(actor.state)}` : `${name}.actor = ${text(actor.id)}`);

/** The lines that find the events `e` of an actor, of one kind, with another actor, within days. */
function found(actor, asked, other) {
  const { polarities, modalities } = stances(asked.include);
  const side = (role) => [`  MATCH (e:Event)-[r:${role}]->() WHERE ${part("r", actor)}`,
    asked.to && `    AND r.earliest <= date(${text(asked.to)})`, asked.from && `    AND r.latest >= date(${text(asked.from)})`, "  RETURN e, r"];
  return ["CALL () {", ...side("SUBJECT"), "  UNION", ...side("OBJECT"), "}", "WITH e, r",
    `WHERE r.polarity IN ${list(polarities)}`, `  AND r.modality IN ${list(modalities)}`,
    asked.type && `  AND r.type = ${text(asked.type)}`,
    other && `  AND EXISTS { MATCH (e)-[o:SUBJECT|OBJECT]->() WHERE o <> r AND ${part("o", other)} }`, "WITH DISTINCT e"];
}

const ACTORS = "COLLECT { MATCH path = (e)-[:SUBJECT|OBJECT]->(:Actor) RETURN path } AS participants";
const joined = (...lines) => lines.flat().filter(Boolean).join("\n");

export const cypher = {
  home: () => joined("MATCH (a:Actor)<-[r:SUBJECT|OBJECT]-(:Event)", "RETURN a, count(r) AS events", "ORDER BY events DESC", "LIMIT 25"),
  timeline: (actor, asked, other) => joined(found(actor, asked, other), `RETURN e, ${ACTORS}`, "ORDER BY coalesce(e.begin_earliest, date(\"0001-01-01\")), e.end_latest, e.id"),
  dyad: (one, other, asked) => joined(found(one, asked, other), "WITH e WHERE e.begin_earliest IS NOT NULL",
    "RETURN substring(toString(e.begin_earliest), 0, 7) AS month, count(e) AS events, avg(e.score) AS score", "ORDER BY month"),
  network: (actor, asked) => joined(found(actor, asked), "MATCH (e)-[r:SUBJECT|OBJECT]->(partner:Actor)", `WHERE NOT r.general AND NOT coalesce(${part("r", actor)}, false)`,
    "RETURN partner, count(DISTINCT e) AS events, avg(e.score) AS score", "ORDER BY events DESC", "LIMIT 40"),
  events: (ids) => joined("MATCH path = (e:Event)-[:SUBJECT|OBJECT]->(:Actor)", `WHERE e.id IN ${list(ids)}`, "RETURN path"),
  event: (id) => joined(`MATCH (e:Event {id: ${text(id)}})`, "OPTIONAL MATCH told = (e)<-[:REPORTS]-(s:Statement)-[:IN]->(:Article)",
    "OPTIONAL MATCH said = (s)-[:ATTRIBUTED_TO]->(:Actor)", `RETURN e, told, said, ${ACTORS}`),
  article: (id) => joined(`MATCH told = (:Article {id: ${text(id)}})<-[:IN]-(:Statement)-[:REPORTS]->(e:Event)`, `RETURN told, ${ACTORS}`),
  articles: () => joined("MATCH (a:Article)", "RETURN a.published AS published, a.title AS title, a.source AS source, a.lang AS lang, a.id AS id", "ORDER BY published DESC", "LIMIT 100"),
};

const PREFIXES = {
  prov: "http://www.w3.org/ns/prov#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", rg: "https://w3id.org/regesta/ontology#",
  schema: "https://schema.org/", sem: "http://semanticweb.cs.vu.nl/2009/11/sem/", xsd: "http://www.w3.org/2001/XMLSchema#",
};
const asking = (...lines) => {
  const body = joined(...lines);
  return joined(Object.entries(PREFIXES).filter(([name]) => body.includes(`${name}:`)).map(([name, space]) => `PREFIX ${name}: <${space}>`), "", body);
};

/** The pattern for "takes part in `?event`"; of a state or organisation, whoever acts for it. */
const takes = (actor) => (COLLECTIVE.includes(actor.type) && actor.state
  ? `  ?event rg:subjectState|rg:objectState ${text(actor.state)} .` : `  ?event rg:subject|rg:object ${iri("actor", actor.id)} .`);

function matching(actors, asked) {
  const { polarities, modalities } = stances(asked.include);
  const values = (name, words) => `  VALUES ?${name} { ${words.map((word) => `rg:${word}`).join(" ")} }`;
  return [...actors.map(takes), values("polarity", polarities), values("modality", modalities),
    "  ?event a rg:Event ; rg:polarity ?polarity ; rg:modality ?modality .",
    asked.type && `  ?event rg:eventType ${iri("event-type", asked.type)} .`,
    "  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest }", "  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest }",
    asked.from && `  FILTER COALESCE(?latest >= ${text(asked.from)}^^xsd:date, true)`, asked.to && `  FILTER COALESCE(?earliest <= ${text(asked.to)}^^xsd:date, true)`];
}

export const sparql = {
  home: () => asking("SELECT ?actor ?name (COUNT(DISTINCT ?event) AS ?events) WHERE {", "  ?event a rg:Event ; rg:subject|rg:object ?actor . ?actor rdfs:label ?name .", "}",
    "GROUP BY ?actor ?name ORDER BY DESC(?events) LIMIT 25"),
  timeline: (actors, asked) => asking("SELECT DISTINCT ?earliest ?latest ?label ?polarity ?modality ?event WHERE {", matching(actors, asked), "  ?event rdfs:label ?label .", "}", "ORDER BY ?earliest ?latest ?event"),
  dyad: (one, other, asked) => asking("SELECT ?month (COUNT(?event) AS ?events) (AVG(?score) AS ?mean) WHERE {", "  { SELECT DISTINCT ?event ?earliest WHERE {", matching([one, other], asked), "  } }",
    "  FILTER BOUND(?earliest)", "  ?event rg:eventType/rg:score ?score .", "  BIND (SUBSTR(STR(?earliest), 1, 7) AS ?month)", "}", "GROUP BY ?month ORDER BY ?month"),
  network: (actor, asked) => asking("SELECT ?partner ?name (COUNT(DISTINCT ?event) AS ?events) WHERE {", matching([actor], asked), "  ?event rg:subject|rg:object ?partner .", "  ?partner rdfs:label ?name .",
    COLLECTIVE.includes(actor.type) && actor.state ? `  FILTER NOT EXISTS { ?partner rg:state ${text(actor.state)} }` : `  FILTER (?partner != ${iri("actor", actor.id)})`, "}",
    "GROUP BY ?partner ?name ORDER BY DESC(?events) ?partner LIMIT 40"),
  events: (ids) => asking("SELECT ?event ?label ?earliest ?latest WHERE {", `  VALUES ?event { ${ids.map((id) => iri("event", id)).join(" ")} }`, "  ?event rdfs:label ?label .",
    "  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest }", "  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest }", "}", "ORDER BY ?earliest ?latest ?event"),
  event: (id) => asking("SELECT ?statement ?words ?article WHERE {", `  ?statement rg:reports ${iri("event", id)} ; prov:value ?words ; prov:wasDerivedFrom ?article .`, "}", "ORDER BY ?article ?statement"),
  article: (id) => asking("SELECT ?statement ?words ?event ?label WHERE {", `  ?statement prov:wasDerivedFrom ${iri("article", id)} ; prov:value ?words ; rg:reports ?event .`, "  ?event rdfs:label ?label .", "}", "ORDER BY ?statement"),
  articles: () => asking("SELECT ?article ?published WHERE { ?article a rg:Article ; schema:datePublished ?published }", "ORDER BY DESC(?published) LIMIT 100"),
};
