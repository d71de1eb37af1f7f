CYPHER replan=skip
// Take the lock that puts loads in a row, and say which of some articles are or were in the graph.
MATCH (g:Graph {id: "graph"})
REMOVE g.turn
RETURN COLLECT {
  UNWIND $rows.articles AS id
  OPTIONAL MATCH (a:Article {id: id})
  WITH id, a.digest AS digest, EXISTS { (:FormerArticle {id: id}) } AS former
  WHERE digest IS NOT NULL OR former
  RETURN [id, digest]
} AS known
