CYPHER replan=skip
// Statements as identity looks at them, with the event that each reports and the orders said of it: those of
// whole blocks, and of the events of some statements, of statements that look at some days, and of undated ones
// that were told on some days (see present.py).
CALL () {
  CALL () {
    UNWIND $rows.statements AS id
    MATCH (:Statement {id: id})-[:REPORTS]->(e:Event)
    RETURN e
    UNION
    UNWIND $rows.days AS row
    MATCH (n:Statement)
    USING INDEX n:Statement(block, near_span, near_first, near_last)
    WHERE n.block = row[0] AND n.near_span = row[1] AND n.near_first >= row[2] AND n.near_first <= row[3]
      AND n.near_last >= row[4] AND (NOT row[5] OR n.told IS NULL) AND (row[6] IS NULL OR n.told >= row[6])
    MATCH (n)-[:REPORTS]->(e:Event)
    RETURN e
    UNION
    UNWIND $rows.told AS row
    MATCH (n:Statement)
    USING INDEX n:Statement(block, told)
    WHERE n.block = row[0] AND n.told >= row[1] AND n.told <= row[2]
    MATCH (n)-[:REPORTS]->(e:Event)
    RETURN e
  }
  MATCH (e)<-[:REPORTS]-(s:Statement)
  RETURN s
  UNION
  UNWIND $rows.blocks AS block
  MATCH (s:Statement {block: block})
  RETURN s
}
MATCH (s)-[:REPORTS]->(e:Event)
RETURN s.id AS id, e.id AS event, s.article AS article, toString(s.published) AS published, s.predicate AS predicate,
  s.type AS type, s.mode AS mode, s.polarity AS polarity, s.modality AS modality, s.subjects AS subjects,
  s.subject_states AS subject_states, s.subject_types AS subject_types, s.objects AS objects,
  s.object_states AS object_states, s.object_types AS object_types, s.speakers AS speakers, s.timed AS timed,
  toString(s.begin_earliest) AS begin_earliest, toString(s.begin_latest) AS begin_latest,
  toString(s.end_earliest) AS end_earliest, toString(s.end_latest) AS end_latest, s.approximate AS approximate,
  s.place AS place, s.place_state AS place_state,
  COLLECT {
    MATCH (s)-[o:ORDER]-(t:Statement)-[:REPORTS]->(f:Event)
    WHERE s.polarity = "positive" AND t.polarity = "positive"
      AND s.modality <> "hypothetical" AND t.modality <> "hypothetical"
    WITH o, f, startNode(o) = s AS outgoing, t
    RETURN {
      id: o.id, order: o.order, least_days: o.least_days, most_days: o.most_days,
      source: CASE WHEN outgoing THEN s.id ELSE t.id END, source_event: CASE WHEN outgoing THEN e.id ELSE f.id END,
      target: CASE WHEN outgoing THEN t.id ELSE s.id END, target_event: CASE WHEN outgoing THEN f.id ELSE e.id END
    }
  } AS orders
