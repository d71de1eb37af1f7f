// The order between some events and others, out of what their statements say that may be taken as fact.
CALL () {
  UNWIND $events AS id
  MATCH (:Event {id: id})-[r:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]-(:Event)
  DELETE r
}
UNWIND $events AS id
MATCH (:Event {id: id})<-[:REPORTS]-(:Statement)-[o:ORDER]-(:Statement)
WITH DISTINCT o, startNode(o) AS s, endNode(o) AS t
WHERE s.polarity = "positive" AND t.polarity = "positive"
  AND s.modality <> "hypothetical" AND t.modality <> "hypothetical"
MATCH (s)-[:REPORTS]->(a:Event)
MATCH (t)-[:REPORTS]->(b:Event)
WHERE a <> b
WITH a, b, o ORDER BY o.id
WITH a, b, o.order AS order, collect(o.id) AS proof
CREATE (a)-[r:$(order)]->(b)
SET r.proof = proof
