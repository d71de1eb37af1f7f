// Actors and places that no valid statement names any more stay too, under other labels.
CALL () {
  UNWIND $actors AS id
  MATCH (n:Actor {id: id})
  WHERE NOT EXISTS { (n)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-() }
  MERGE (f:FormerActor {id: id})
  SET f = properties(n)
  RETURN n
  UNION
  UNWIND $places AS id
  MATCH (n:Place {id: id})
  WHERE NOT EXISTS { (n)<-[:AT]-() } AND NOT EXISTS { MATCH (s:Statement {place: id}) }
  MERGE (f:FormerPlace {id: id})
  SET f = properties(n)
  RETURN n
}
DETACH DELETE n
