// Versions of articles, valid or former: all, or in one language ($lang), or of one id or key ($name, with their
// texts), each with the time for which it was known and counts, and its statements in the order of the text.
CALL () {
  WITH $name AS name WHERE name IS NULL
  MATCH (a:Article|FormerArticle) RETURN a
  UNION
  WITH $name AS name WHERE name IS NOT NULL
  MATCH (a:Article {id: $name}) RETURN a
  UNION
  WITH $name AS name WHERE name IS NOT NULL
  MATCH (a:Article {key: $name}) RETURN a
  UNION
  WITH $name AS name WHERE name IS NOT NULL
  MATCH (a:FormerArticle {id: $name}) RETURN a
  UNION
  WITH $name AS name WHERE name IS NOT NULL
  MATCH (a:FormerArticle {key: $name}) RETURN a
}
WITH a WHERE $lang IS NULL OR a.lang = $lang
RETURN a.id AS article_id, a.key AS article_key, a.lang AS lang, toString(a.published) AS published,
  a.title AS title, a.url AS url, a.source AS source, toString(a.recorded) AS recorded, toString(a.until) AS until,
  toString(coalesce(a.begun_on, a.published, date(a.recorded))) AS begun_on, toString(a.ended_on) AS ended_on,
  CASE WHEN $name IS NULL THEN "" ELSE a.text END AS text,
  COLLECT { MATCH (a)<-[:IN]-(s) RETURN s.id ORDER BY s.evidence_start, s.id } AS statements
