// All columns of a row of events, for the event e. The first statement and its article are sought one after the
// other: in one pattern Neo4j may begin with all articles.
OPTIONAL MATCH (e)-[:AT]->(p:Place)
OPTIONAL MATCH (d:Dataset {id: e.dataset})
OPTIONAL MATCH (first:Statement {id: e.first})
OPTIONAL MATCH (first)-[:IN]->(source:Article)
WITH *, e.id AS id, e.type AS type, e.mode AS mode, e.predicate AS predicate, e.polarity AS polarity,
  e.modality AS modality, e.disputed AS disputed, e.consistent AS consistent, e.score AS score,
  toString(e.begin_earliest) AS begin_earliest, toString(e.begin_latest) AS begin_latest,
  toString(e.end_earliest) AS end_earliest, toString(e.end_latest) AS end_latest, e.approximate AS approximate,
  coalesce(e.proof_begin_earliest, e.proof_begin_latest, e.proof_end_earliest, e.proof_end_latest)
    IS NOT NULL AS narrowed,
  e.statements AS statements, e.articles AS articles, coalesce(e.voices, 0) AS voices, coalesce(e.langs, []) AS langs,
  p.id AS place_id, p.name AS place_name, p.state AS place_state,
  CASE WHEN d IS NULL THEN null ELSE {
    dataset: d.name, file: d.file, digest: d.digest, format: d.format, row: e.row, code: e.code, own_id: e.own_id,
    url: e.url, published: toString(e.published)
  } END AS coded,
  COLLECT {
    MATCH (e)-[r:SUBJECT|OBJECT]->(a:Actor)
    RETURN [type(r), a.id, a.name, a.type, coalesce(r.state, ""), r.general] ORDER BY type(r), r.rank
  } AS participants,
  COLLECT {
    MATCH (e)<-[:REPORTS]-(:Statement)-[:ATTRIBUTED_TO]->(a:Actor)
    RETURN DISTINCT a.name AS name ORDER BY name
  } AS speakers,
  CASE WHEN source IS NOT NULL THEN [
    first.id, first.evidence, first.sentence, source.id, source.key, source.lang, toString(source.published)
  ] END AS evidence
