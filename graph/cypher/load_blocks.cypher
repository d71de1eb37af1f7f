// All statements of some blocks, as identity looks at them, with the event that each reports.
UNWIND $blocks AS block
MATCH (s:Statement {block: block})-[:REPORTS]->(e:Event)
RETURN s.id AS id, e.id AS event, s.article AS article, toString(s.published) AS published,
  s.predicate AS predicate, s.type AS type, s.mode AS mode, s.polarity AS polarity, s.modality AS modality,
  s.subjects AS subjects, s.subject_states AS subject_states, s.subject_types AS subject_types,
  s.objects AS objects, s.object_states AS object_states, s.object_types AS object_types,
  s.speakers AS speakers, s.timed AS timed, toString(s.begin_earliest) AS begin_earliest, toString(s.begin_latest) AS begin_latest,
  toString(s.end_earliest) AS end_earliest, toString(s.end_latest) AS end_latest,
  s.place AS place, s.place_state AS place_state,
  EXISTS { (s)-[:ORDER]-() } AS ordered
