// One page of events that several statements report, by id.
MATCH (e:Event) WHERE e.statements > 1 AND e.id > $after
RETURN e.id AS id ORDER BY id LIMIT $limit
