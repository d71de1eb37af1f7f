// Actors and places that no valid statement names any more stay too, under other labels.
CALL () {
  UNWIND $actors AS id
  MATCH (n:Actor {id: id})
  WHERE NOT EXISTS { (n)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-() } AND (n.moved_to IS NULL OR NOT EXISTS {
    // Those who turned out to be others have no events, but statements that name them.
    MATCH (d:Decision)<-[:RENAMED]-(s:Statement)
    WHERE d.actor = id AND (id IN s.subjects OR id IN s.objects)
  })
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
