// Remove actors and places that no statement names any more.
CALL () {
  UNWIND $actors AS id
  MATCH (n:Actor {id: id})
  WHERE NOT EXISTS { (n)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-() }
  RETURN n
  UNION
  UNWIND $places AS id
  MATCH (n:Place {id: id})
  WHERE NOT EXISTS { (n)<-[:AT]-() } AND NOT EXISTS { MATCH (s:Statement {place: id}) }
  RETURN n
}
DETACH DELETE n
