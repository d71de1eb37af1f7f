// One page of places by id.
MATCH (p:Place) WHERE p.id > $after
WITH p ORDER BY p.id LIMIT $limit
RETURN p.id AS id, p.name AS name, p.state AS state
