// All articles of the wires that some articles are of or are linked to, with the copies of each.
UNWIND $articles AS id
MATCH (a:Article {id: id})
CALL (a) {
  RETURN a AS b
  UNION
  MATCH (a)-[:COPY_OF]-(b:Article) RETURN b
}
WITH collect(DISTINCT b) AS near
CALL (near) {
  UNWIND near AS b
  RETURN b
  UNION
  UNWIND near AS n
  MATCH (b:Article {wire: n.wire}) RETURN b
}
WITH DISTINCT b
RETURN b.id AS id, toString(b.published) AS published, b.source AS source,
  COLLECT { MATCH (b)-[:COPY_OF]-(c:Article) RETURN DISTINCT c.id ORDER BY c.id } AS copies
ORDER BY id
