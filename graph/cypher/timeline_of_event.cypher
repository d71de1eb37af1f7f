// An event, and those that texts place in time by it.
MATCH (n:Event {id: $q.event})
CALL (n) {
  RETURN n AS e
  UNION
  MATCH (n)-[:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]-(e:Event) RETURN e
}
WITH e
WHERE true
// include timeline_filter
