// Actors that the gazetteer lacks and that nobody has linked, those with most events first.
MATCH (a:Actor {resolved: false})
WHERE a.moved_to IS NULL
WITH a, COUNT { (a)<-[:SUBJECT|OBJECT]-() } AS events
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, events
ORDER BY events DESC, name, id LIMIT $limit
