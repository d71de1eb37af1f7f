// One page of articles by id, in all their versions, each with its statements and the orders between them.
MATCH (a:Article|FormerArticle) WHERE a.id > $after
WITH DISTINCT a.id AS id ORDER BY id LIMIT $limit
CALL (id) {
  MATCH (a:Article {id: id}) RETURN a
  UNION
  MATCH (a:FormerArticle {id: id}) RETURN a
}
RETURN a.id AS id, a.key AS key, a.lang AS lang, toString(a.published) AS published, a.title AS title,
  a.url AS url, a.source AS source, CASE WHEN $texts THEN a.text ELSE "" END AS text,
  toString(a.recorded) AS recorded, toString(a.until) AS until,
  toString(coalesce(a.begun_on, a.published, date(a.recorded))) AS begun_on, toString(a.ended_on) AS ended_on,
  COLLECT {
    MATCH (s)-[:IN]->(a)
    RETURN {
      id: s.id, event: null, predicate: s.predicate, type: s.type, mode: s.mode, polarity: s.polarity,
      modality: s.modality, subjects: s.subjects, objects: s.objects, subject_states: s.subject_states,
      object_states: s.object_states, speakers: s.speakers, place: s.place, timed: s.timed,
      begin_earliest: toString(s.begin_earliest), begin_latest: toString(s.begin_latest),
      end_earliest: toString(s.end_earliest), end_latest: toString(s.end_latest), approximate: s.approximate, time_text: s.time_text,
      evidence: s.evidence, evidence_start: s.evidence_start, evidence_end: s.evidence_end,
      sentence: s.sentence, sentence_start: s.sentence_start, sentence_end: s.sentence_end, rule: s.rule
    } ORDER BY s.evidence_start, s.id
  } AS statements,
  COLLECT {
    MATCH (a)<-[:IN]-(s)-[o:ORDER]->(t)
    RETURN {
      id: o.id, source: s.id, order: o.order, target: t.id, least_days: o.least_days, most_days: o.most_days,
      evidence: o.evidence,
      evidence_start: o.evidence_start, evidence_end: o.evidence_end, rule: o.rule
    } ORDER BY o.id
  } AS orders
ORDER BY id
