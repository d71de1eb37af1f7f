// Remove what is derived and no longer holds: direct edges, whole events, and the relationships of events
// and statements that will be written anew.
CALL () {
  UNWIND $dyads AS row
  MATCH (a:Actor {id: row.source})-[d]->(b:Actor {id: row.target})
  WHERE type(d) = row.edge AND d.event = row.event
  DELETE d
}
CALL () {
  UNWIND $gone AS id
  MATCH (e:Event {id: id})
  DETACH DELETE e
}
CALL () {
  UNWIND $changed AS id
  MATCH (:Event {id: id})-[r:SUBJECT|OBJECT|AT]->()
  DELETE r
}
CALL () {
  UNWIND $moved AS id
  MATCH (:Statement {id: id})-[r:REPORTS]->()
  DELETE r
}
