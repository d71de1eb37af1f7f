// All versions that an article ever had: those of its id, and of the key that it bears; the last comes first.
CALL () {
  MATCH (a:Article {id: $id}) RETURN a
  UNION
  MATCH (a:Article {key: $id}) RETURN a
  UNION
  MATCH (a:FormerArticle {id: $id}) RETURN a
  UNION
  MATCH (a:FormerArticle {key: $id}) RETURN a
}
RETURN a.id AS article_id, a.key AS article_key, a.lang AS lang, toString(a.published) AS published,
  a.title AS title, a.url AS url, a.source AS source, toString(a.recorded) AS recorded,
  toString(a.until) AS until, a.ended AS ended, toString(a.ended_on) AS ended_on, a.because AS because, a.by AS by,
  a.replaced_by AS replaced_by, toString(coalesce(a.begun_on, a.published, date(a.recorded))) AS begun_on,
  COUNT { (a)<-[:IN]-() } AS statements
ORDER BY until IS NOT NULL, until DESC, recorded DESC, article_id
