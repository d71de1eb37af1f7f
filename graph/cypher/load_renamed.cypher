// Statements whose actors are somebody else by a decision; both whom the decision names are there then.
UNWIND $rows AS row
MATCH (s:Statement|FormerStatement {id: row.statement})
MATCH (d:Decision {id: row.decision})
MERGE (s)-[:RENAMED]->(d)
WITH DISTINCT d
OPTIONAL MATCH (x:Actor {id: d.actor})
SET x.moved_to = d.target
WITH d
MERGE (n:Actor {id: d.target})
ON CREATE SET n.name = d.target_name, n.type = d.target_type, n.state = d.target_state, n.sector = d.target_sector,
  n.resolved = d.target_resolved, n.seen = "", n.made = true
WITH n, d WHERE n.made
REMOVE n.made
SET n:$(d.target_label)
WITH n
MATCH (m:Actor {state: n.state})
WHERE (n:State OR n:Igo) <> (m:State OR m:Igo)
WITH CASE WHEN n:State OR n:Igo THEN m ELSE n END AS one, CASE WHEN n:State OR n:Igo THEN n ELSE m END AS whom
MERGE (one)-[:ACTS_FOR]->(whom)
