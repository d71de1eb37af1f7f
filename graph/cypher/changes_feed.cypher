// Which graph this is, its version, and the changes after a version in their order.
CALL db.info() YIELD id
OPTIONAL MATCH (g:Graph {id: "graph"})
RETURN id AS database, coalesce(g.version, 0) AS version, COLLECT {
  MATCH (c:Change) WHERE c.version > $since
  RETURN [c.version, toString(c.at), c.kind, c.articles, c.events, c.actors] ORDER BY c.version LIMIT $limit
} AS changes
