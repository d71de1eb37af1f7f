// Take the lock that puts loads in a row, and look whether this reading of the article is here already.
// Setting a property to itself takes the lock without a change; only a load that changes something counts up.
MATCH (g:Graph {id: "graph"})
SET g.version = g.version
WITH g
OPTIONAL MATCH (a:Article {id: $article})
FOREACH (_ IN CASE WHEN a.digest = $digest THEN [] ELSE [1] END | SET g.version = g.version + 1)
RETURN a.digest AS digest,
  COLLECT { MATCH (a)<-[:IN]-(s:Statement) RETURN s.id } AS statements,
  COLLECT { MATCH (a)<-[:IN]-(s:Statement) RETURN DISTINCT s.block } AS blocks
