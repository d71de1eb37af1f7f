// One page of places by id, or those of $ids where $limit is 0.
UNWIND COLLECT { MATCH (n:Place) WHERE n.id > $after RETURN n.id ORDER BY n.id LIMIT $limit } + $ids AS one
MATCH (p:Place {id: one})
RETURN p.id AS id, p.name AS name, p.state AS state
ORDER BY id
