// Actors and places that coded events name. Who is in the graph already stays as articles tell of him.
CALL () {
  UNWIND $rows.places AS row
  MERGE (p:Place {id: row.id})
  ON CREATE SET p = row
}
CALL () {
  UNWIND $rows.actors AS row
  OPTIONAL MATCH (known:Actor {id: row.id})
  WITH row WHERE known IS NULL
  MERGE (n:Actor {id: row.id})
  ON CREATE SET n += row.properties
  SET n:$(row.label)
  RETURN collect(n) AS made
}
CALL (made) {
  // People, bodies and forces act for their state or organisation, whichever of the two came first.
  UNWIND made AS n
  WITH n WHERE n.state IS NOT NULL AND NOT (n:State OR n:Igo)
  MATCH (whom:Actor {state: n.state}) WHERE whom:State OR whom:Igo
  MERGE (n)-[:ACTS_FOR]->(whom)
}
CALL (made) {
  UNWIND made AS n
  WITH n WHERE n.state IS NOT NULL AND (n:State OR n:Igo)
  MATCH (one:Actor {state: n.state}) WHERE NOT (one:State OR one:Igo)
  MERGE (one)-[:ACTS_FOR]->(n)
}
