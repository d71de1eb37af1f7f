// All versions of the statements of some blocks, and of those whose actors some decisions concern, as identity
// looks at them, with the time for which each version was known and counts, and the orders said of it.
CALL () {
  UNWIND $blocks AS block
  MATCH (s:Statement {block: block}) RETURN s
  UNION
  UNWIND $blocks AS block
  MATCH (s:FormerStatement {block: block}) RETURN s
  UNION
  UNWIND $decisions AS id
  MATCH (:Decision {id: id})<-[:RENAMED]-(s) RETURN s
}
MATCH (s)-[:IN]->(a)
RETURN elementId(s) AS node, s.id AS id, s.block AS block, s.article AS article, toString(s.published) AS published,
  s.predicate AS predicate, s.type AS type, s.mode AS mode, s.polarity AS polarity, s.modality AS modality,
  s.subjects AS subjects, s.subject_states AS subject_states, s.subject_types AS subject_types,
  s.objects AS objects, s.object_states AS object_states, s.object_types AS object_types,
  s.speakers AS speakers, s.speaker_states AS speaker_states, s.speaker_types AS speaker_types,
  s.timed AS timed, toString(s.begin_earliest) AS begin_earliest, toString(s.begin_latest) AS begin_latest,
  toString(s.end_earliest) AS end_earliest, toString(s.end_latest) AS end_latest, s.approximate AS approximate,
  s.place AS place, s.place_state AS place_state, a.lang AS lang, a.source AS source,
  toString(a.recorded) AS recorded, toString(a.until) AS until,
  toString(coalesce(a.begun_on, a.published, date(a.recorded))) AS begun_on, toString(a.ended_on) AS ended_on,
  COLLECT {
    MATCH (s)-[o:ORDER]-(t)
    WHERE s.polarity = "positive" AND t.polarity = "positive"
      AND s.modality <> "hypothetical" AND t.modality <> "hypothetical"
    RETURN {id: o.id, order: o.order, least_days: o.least_days, most_days: o.most_days, source: startNode(o).id, target: endNode(o).id, other: t.id, block: t.block}
  } AS orders
