// A page of the actors with most events; $after has events, name and id of the last one before, or is null.
// The numbers are those that Neo4j keeps with each node: only events have these relationships.
MATCH (a:Actor)
WITH a, COUNT { (a)<-[:SUBJECT|OBJECT]-() } AS events
WHERE events > 0 AND ($after IS NULL OR events < $after[0]
  OR (events = $after[0] AND (a.name > $after[1] OR (a.name = $after[1] AND a.id > $after[2]))))
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector,
  a.resolved AS resolved, events
ORDER BY events DESC, name, id LIMIT $limit
