// One article by id, else the one loaded last under this key, with the ids of its statements.
OPTIONAL MATCH (known:Article {id: $id})
OPTIONAL MATCH (keyed:Article {key: $id})
WITH known, keyed ORDER BY keyed.recorded DESC LIMIT 1
WITH coalesce(known, keyed) AS a WHERE a IS NOT NULL
RETURN a.id AS article_id, a.key AS article_key, a.lang AS lang, toString(a.published) AS published,
  a.title AS title, a.url AS url, a.source AS source, toString(a.recorded) AS recorded, a.text AS text,
  COLLECT { MATCH (a)<-[:IN]-(s:Statement) RETURN s.id ORDER BY s.evidence_start, s.id } AS statements
