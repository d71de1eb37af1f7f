// Remove an earlier reading of an article, so that a new one can take its place.
MATCH (a:Article {id: $article})
CALL (a) {
  MATCH (a)<-[:IN]-(s:Statement)
  DETACH DELETE s
}
DETACH DELETE a
