// One page of actors by id.
MATCH (a:Actor) WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector, a.resolved AS resolved
