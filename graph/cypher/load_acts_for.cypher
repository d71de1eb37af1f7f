// Link people, bodies and forces to their state or organisation, whichever of the two came first.
UNWIND $actors AS id
MATCH (a:Actor {id: id})
CALL (a) {
  MATCH (a)-[old:ACTS_FOR]-()
  DELETE old
}
CALL (a) {
  WITH a WHERE NOT a:State AND NOT a:Igo
  MATCH (s:Actor {state: a.state}) WHERE s:State OR s:Igo
  MERGE (a)-[:ACTS_FOR]->(s)
}
CALL (a) {
  WITH a WHERE a:State OR a:Igo
  MATCH (b:Actor {state: a.state}) WHERE NOT b:State AND NOT b:Igo
  MERGE (b)-[:ACTS_FOR]->(a)
}
