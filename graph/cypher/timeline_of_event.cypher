// An event, and those that texts place in time by it; found too by the id that it had at another time.
OPTIONAL MATCH (now:Event {id: $q.event})
OPTIONAL MATCH (:Statement {id: "s" + substring($q.event, 1)})-[:REPORTS]->(then:Event)
WITH coalesce(now, then) AS n WHERE n IS NOT NULL
CALL (n) {
  RETURN n AS e
  UNION
  MATCH (n)-[:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]-(e:Event) RETURN e
}
WITH e
WHERE true
// include timeline_filter
