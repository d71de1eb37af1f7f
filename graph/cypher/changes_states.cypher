// What articles and events are now: [id, state, id of what took its place]; those that are gone are left out.
MATCH (a:Article) WHERE a.id IN $articles
RETURN a.id AS id, "valid" AS state, null AS replaced_by
UNION ALL
MATCH (f:FormerArticle) WHERE f.id IN $articles
WITH f ORDER BY f.until DESC
WITH f.id AS id, head(collect(f)) AS last
RETURN id, last.ended AS state, last.replaced_by AS replaced_by
UNION ALL
MATCH (e:Event) WHERE e.id IN $events
RETURN e.id AS id, "valid" AS state, null AS replaced_by
