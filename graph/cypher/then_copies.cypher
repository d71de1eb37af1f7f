// Some articles in all their versions, with those that were copies of them.
UNWIND $articles AS id
CALL (id) {
  MATCH (a:Article {id: id}) RETURN a
  UNION
  MATCH (a:FormerArticle {id: id}) RETURN a
}
RETURN a.id AS id, toString(a.published) AS published, a.source AS source, toString(a.recorded) AS recorded,
  toString(a.until) AS until, toString(coalesce(a.begun_on, a.published, date(a.recorded))) AS begun_on,
  toString(a.ended_on) AS ended_on,
  COLLECT { MATCH (a)-[:COPY_OF]-(c) RETURN DISTINCT c.id ORDER BY c.id } AS copies
