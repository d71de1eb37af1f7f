// The ids of the statements that report some events, in the order of publication.
MATCH (e:Event)<-[:REPORTS]-(s:Statement)
WHERE e.id IN $events
WITH e.id AS event, s ORDER BY coalesce(s.published, date("9999-12-31")), s.id
RETURN collect(s.id) AS statements
