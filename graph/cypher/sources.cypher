// Who published the articles, those with most first; null where articles don't say.
MATCH (a:Article)
WITH a.source AS source, count(a) AS articles, collect(DISTINCT a.lang) AS langs,
  toString(min(a.published)) AS first, toString(max(a.published)) AS last,
  sum(COUNT { (a)<-[:IN]-(:Statement) }) AS statements
RETURN source, articles, statements, langs, first, last
ORDER BY articles DESC, source
