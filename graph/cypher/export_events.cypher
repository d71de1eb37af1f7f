// One page of events by id, or those of $ids where $limit is 0, each with its sides and the events that it lies before, after or within.
UNWIND COLLECT { MATCH (n:Event) WHERE n.id > $after RETURN n.id ORDER BY n.id LIMIT $limit } + $ids AS one
MATCH (e:Event {id: one})
RETURN e.id AS id, e.caption AS label, e.predicate AS predicate, e.type AS type, e.mode AS mode, e.polarity AS polarity,
  e.modality AS modality, e.place AS place, e.disputed AS disputed, e.consistent AS consistent,
  toString(e.begin_earliest) AS begin_earliest, toString(e.begin_latest) AS begin_latest,
  toString(e.end_earliest) AS end_earliest, toString(e.end_latest) AS end_latest, e.approximate AS approximate,
  toString(e.stated_begin_earliest) AS stated_begin_earliest,
  toString(e.stated_begin_latest) AS stated_begin_latest,
  toString(e.stated_end_earliest) AS stated_end_earliest,
  toString(e.stated_end_latest) AS stated_end_latest, e.stated_approximate AS stated_approximate,
  [e.proof_begin_earliest, e.proof_begin_latest, e.proof_end_earliest, e.proof_end_latest] AS proofs,
  CASE WHEN e.dataset IS NULL THEN null ELSE {
    dataset: e.dataset, row: e.row, code: e.code, own_id: e.own_id, url: e.url, published: toString(e.published)
  } END AS coded,
  COLLECT { MATCH (e)-[r:SUBJECT]->() RETURN [r.actor, r.state, r.general] ORDER BY r.rank, r.actor } AS subjects,
  COLLECT { MATCH (e)-[r:OBJECT]->() RETURN [r.actor, r.state, r.general] ORDER BY r.rank, r.actor } AS objects,
  COLLECT { MATCH (e)-[r]->(other:Event) RETURN [type(r), other.id] ORDER BY type(r), other.id } AS orders
ORDER BY id
