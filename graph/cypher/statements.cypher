// Some statements with their articles and all who are named in them, in the order asked for.
UNWIND range(0, size($statements) - 1) AS position
MATCH (s:Statement {id: $statements[position]})-[:IN]->(a:Article)
OPTIONAL MATCH (s)-[:REPORTS]->(e:Event)
OPTIONAL MATCH (p:Place {id: s.place})
RETURN s.id AS id, e.id AS event, s.predicate AS predicate, s.type AS type, s.mode AS mode,
  s.polarity AS polarity, s.modality AS modality, s.timed AS timed, s.time_text AS time_text,
  s.time_start AS time_start, s.time_end AS time_end,
  toString(s.begin_earliest) AS begin_earliest, toString(s.begin_latest) AS begin_latest,
  toString(s.end_earliest) AS end_earliest, toString(s.end_latest) AS end_latest, s.approximate AS approximate,
  p.id AS place_id, p.name AS place_name, p.state AS place_state,
  s.sentence AS sentence, s.sentence_start AS sentence_start, s.sentence_end AS sentence_end,
  s.evidence AS evidence, s.evidence_start AS evidence_start, s.evidence_end AS evidence_end,
  s.rule AS rule, s.trace AS trace,
  [i IN range(0, size(s.subjects) - 1) | [s.subjects[i], s.subject_states[i], s.subject_types[i]]] AS subjects,
  [i IN range(0, size(s.objects) - 1) | [s.objects[i], s.object_states[i], s.object_types[i]]] AS objects,
  [i IN range(0, size(s.speakers) - 1) | [s.speakers[i], s.speaker_states[i], s.speaker_types[i]]] AS speakers,
  COLLECT {
    MATCH (n:Actor) WHERE n.id IN s.subjects + s.objects + s.speakers
    RETURN [n.id, n.name]
  } AS names,
  a.id AS article_id, a.key AS article_key, a.lang AS lang, toString(a.published) AS published,
  a.title AS title, a.url AS url, a.source AS source
ORDER BY position
