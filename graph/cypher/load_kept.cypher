CYPHER replan=skip
// Articles with all that is kept for ever: actors, places, statements, speakers, orders said in the text.
CALL () {
  UNWIND $rows.actors AS row
  MERGE (n:Actor {id: row.id})
  WITH n, row WHERE n.seen IS NULL OR n.seen < row.seen
  WITH n, row, n.type AS type, n.state AS state
  SET n += row.properties
  WITH n, row WHERE type IS NULL OR type <> n.type OR coalesce(state, "") <> coalesce(n.state, "")
  REMOVE n:State:Person:GovernmentBody:ArmedForce:ArmedGroup:Igo:Media:Party:Population:OtherActor
  SET n:$(row.label)
  RETURN collect(n) AS changed
}
CALL (changed) {
  // People, bodies and forces act for their state or organisation, whichever of the two came first.
  UNWIND changed AS n
  OPTIONAL MATCH (n)-[old:ACTS_FOR]-()
  DELETE old
  WITH DISTINCT n
  MATCH (m:Actor {state: n.state})
  WHERE (n:State OR n:Igo) <> (m:State OR m:Igo)
  WITH CASE WHEN n:State OR n:Igo THEN m ELSE n END AS one, CASE WHEN n:State OR n:Igo THEN n ELSE m END AS whom
  MERGE (one)-[:ACTS_FOR]->(whom)
}
CALL () {
  UNWIND $rows.places AS row
  MERGE (p:Place {id: row.id})
  ON CREATE SET p = row
}
CALL () {
  UNWIND $rows.articles AS item
  CREATE (a:Article)
  SET a = item.article, a.recorded = datetime($rows.recorded)
  WITH a, item
  UNWIND item.statements AS row
  CREATE (s:Statement)-[:IN]->(a)
  SET s = row
}
CALL () {
  UNWIND $rows.speakers AS row
  MATCH (s:Statement {id: row.statement})
  MATCH (n:Actor {id: row.actor})
  CREATE (s)-[:ATTRIBUTED_TO {rank: row.rank}]->(n)
}
CALL () {
  UNWIND $rows.orders AS row
  MATCH (s:Statement {id: row.source})
  MATCH (t:Statement {id: row.target})
  CREATE (s)-[o:ORDER]->(t)
  SET o = row.properties
}
