// New days for events that are otherwise as before, and for the edges that carry their days.
UNWIND $events AS row
MATCH (e:Event {id: row.id})
SET e += row.properties
WITH e, row
CALL (e, row) {
  MATCH (e)-[r:SUBJECT|OBJECT]->()
  SET r.earliest = row.earliest, r.latest = row.latest
}
CALL (e, row) {
  MATCH (e)-[:SUBJECT|OBJECT]->(a:Actor)
  WITH e, row, collect(DISTINCT a) AS actors
  UNWIND actors AS a
  UNWIND actors AS b
  MATCH (a)-[d]->(b)
  WHERE type(d) = e.edge AND d.event = e.id
  SET d.earliest = row.earliest, d.latest = row.latest, d.when = row.properties.when,
    d.caption = row.properties.when
}
