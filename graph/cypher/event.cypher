// One event with its sides, place and statements; found too by the id that it had while another statement
// was its first.
OPTIONAL MATCH (now:Event {id: $id})
OPTIONAL MATCH (:Statement {id: $statement})-[:REPORTS]->(then:Event)
WITH coalesce(now, then) AS e WHERE e IS NOT NULL
OPTIONAL MATCH (e)-[:AT]->(p:Place)
OPTIONAL MATCH (d:Dataset {id: e.dataset})
RETURN e.id AS id, e.predicate AS predicate, e.type AS type, e.mode AS mode, e.polarity AS polarity,
  e.modality AS modality, e.disputed AS disputed, e.consistent AS consistent, e.score AS score,
  coalesce(e.voices, 0) AS voices, coalesce(e.langs, []) AS langs,
  toString(e.begin_earliest) AS begin_earliest, toString(e.begin_latest) AS begin_latest,
  toString(e.end_earliest) AS end_earliest, toString(e.end_latest) AS end_latest, e.approximate AS approximate,
  toString(e.stated_begin_earliest) AS stated_begin_earliest,
  toString(e.stated_begin_latest) AS stated_begin_latest,
  toString(e.stated_end_earliest) AS stated_end_earliest,
  toString(e.stated_end_latest) AS stated_end_latest, e.stated_approximate AS stated_approximate,
  e.proof_begin_earliest AS proof_begin_earliest, e.proof_begin_latest AS proof_begin_latest,
  e.proof_end_earliest AS proof_end_earliest, e.proof_end_latest AS proof_end_latest,
  p.id AS place_id, p.name AS place_name, p.state AS place_state,
  CASE WHEN d IS NULL THEN null ELSE {
    dataset: d.name, file: d.file, digest: d.digest, format: d.format, row: e.row, code: e.code, own_id: e.own_id,
    url: e.url, published: toString(e.published)
  } END AS coded,
  COLLECT {
    MATCH (e)-[r:SUBJECT|OBJECT]->(a:Actor)
    RETURN {
      role: type(r), id: a.id, name: a.name, type: a.type, state: r.state, general: r.general
    } ORDER BY type(r), r.rank
  } AS participants,
  COLLECT {
    MATCH (e)<-[:REPORTS]-(s:Statement)
    RETURN s.id ORDER BY coalesce(s.published, date("9999-12-31")), s.id
  } AS statements,
  COLLECT {
    MATCH (e)-[r:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]-(f:Event)
    RETURN {
      order: type(r), outgoing: startNode(r) = e, event: f.id, predicate: f.predicate, when: f.when,
      proof: r.proof
    } ORDER BY f.begin_earliest, f.id, type(r)
  } AS orders
