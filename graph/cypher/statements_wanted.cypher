CALL () {
  WITH $wanted AS w WHERE w.event IS NOT NULL
  MATCH (s:Statement)-[:REPORTS]->(:Event {id: $wanted.event}) RETURN s
  UNION
  WITH $wanted AS w WHERE w.event IS NULL AND w.article IS NOT NULL
  MATCH (s:Statement)-[:IN]->(:Article {id: $wanted.article}) RETURN s
  UNION
  WITH $wanted AS w WHERE w.event IS NULL AND w.article IS NULL AND w.actor IS NOT NULL
  MATCH (s:Statement)-[:REPORTS]->(:Event)-[:SUBJECT|OBJECT]->(:Actor {id: $wanted.actor}) RETURN s
  UNION
  WITH $wanted AS w WHERE w.event IS NULL AND w.article IS NULL AND w.actor IS NULL AND w.speaker IS NOT NULL
  MATCH (s:Statement)-[:ATTRIBUTED_TO]->(:Actor {id: $wanted.speaker}) RETURN s
  UNION
  WITH $wanted AS w WHERE w.event IS NULL AND w.article IS NULL AND w.actor IS NULL AND w.speaker IS NULL
  MATCH (s:Statement) RETURN s
}
WITH s
WHERE ($wanted.article IS NULL OR EXISTS { (s)-[:IN]->(:Article {id: $wanted.article}) })
  AND ($wanted.actor IS NULL OR EXISTS { (s)-[:REPORTS]->(:Event)-[:SUBJECT|OBJECT]->(:Actor {id: $wanted.actor}) })
  AND ($wanted.speaker IS NULL OR EXISTS { (s)-[:ATTRIBUTED_TO]->(:Actor {id: $wanted.speaker}) })
  AND ($wanted.types IS NULL OR s.type IN $wanted.types)
  AND ($wanted.polarity IS NULL OR s.polarity = $wanted.polarity)
  AND ($wanted.modality IS NULL OR s.modality = $wanted.modality)
  AND ($wanted.langs IS NULL OR EXISTS { MATCH (s)-[:IN]->(a:Article) WHERE a.lang IN $wanted.langs })
