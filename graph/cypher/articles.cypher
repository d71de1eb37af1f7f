// A page of articles, the latest first; undated ones come last. $after_day and $after_id name the last
// article of the page before, or are null.
MATCH (a:Article)
WHERE $lang IS NULL OR a.lang = $lang
WITH a, coalesce(a.published, date("0001-01-01")) AS day
WHERE $after_id IS NULL OR day < $after_day OR (day = $after_day AND a.id > $after_id)
WITH a, day ORDER BY day DESC, a.id LIMIT $limit
RETURN a.id AS article_id, a.key AS article_key, a.lang AS lang, toString(a.published) AS published,
  a.title AS title, a.url AS url, a.source AS source, toString(a.recorded) AS recorded,
  COUNT { (a)<-[:IN]-(:Statement) } AS statements,
  COUNT { MATCH (a)<-[:IN]-(:Statement)-[:REPORTS]->(e:Event) RETURN DISTINCT e } AS events
ORDER BY day DESC, a.id
