CYPHER replan=skip
// The orders said between statements that may be taken as facts, where one of them reports one of some events.
UNWIND $events AS id
MATCH (:Event {id: id})<-[:REPORTS]-(:Statement)-[o:ORDER]-(:Statement)
WITH DISTINCT o, startNode(o) AS source, endNode(o) AS target
WHERE source.polarity = "positive" AND target.polarity = "positive"
  AND source.modality <> "hypothetical" AND target.modality <> "hypothetical"
MATCH (source)-[:REPORTS]->(a:Event)
MATCH (target)-[:REPORTS]->(b:Event)
RETURN o.id AS id, o.order AS order, o.least_days AS least_days, o.most_days AS most_days, source.id AS source, target.id AS target,
  a.id AS source_event, b.id AS target_event
