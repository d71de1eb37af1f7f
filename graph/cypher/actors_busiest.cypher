// The actors with most events.
MATCH (a:Actor)
WITH a, COUNT { (a)<-[:SUBJECT|OBJECT]-(:Event) } AS events WHERE events > 0
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector,
  a.resolved AS resolved, events
ORDER BY events DESC, name, id LIMIT $limit
