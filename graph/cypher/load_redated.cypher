// New days for events that are otherwise as before, and for the edges that carry their days.
UNWIND $rows.redated AS row
MATCH (e:Event {id: row.id})
SET e += row.properties
WITH e, row
CALL (e, row) {
  MATCH (e)-[r:SUBJECT|OBJECT]->()
  SET r.earliest = row.earliest, r.latest = row.latest
}
CALL (e, row) {
  MATCH (e)-[:SUBJECT|OBJECT]->(a:Actor)
  WITH e, row, collect(DISTINCT a.id) AS actors
  UNWIND actors AS one
  UNWIND actors AS other
  MATCH (a:Actor {id: one})-[d]->(b:Actor {id: other})
  WHERE type(d) = e.edge AND d.event = e.id
  SET d.earliest = row.earliest, d.latest = row.latest, d.when = row.properties.when,
    d.caption = row.properties.when
}
