// The other articles that are known under the key or at the address of one, after taking the lock.
MATCH (g:Graph {id: "graph"})
REMOVE g.turn
WITH g
CALL () {
  MATCH (o:Article {key: $key}) RETURN o
  UNION
  MATCH (o:Article {url: $url}) RETURN o
}
WITH o WHERE o.id <> $article
RETURN o.id AS id ORDER BY id
