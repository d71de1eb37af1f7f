// One page of actors by id, or those of $ids where $limit is 0.
UNWIND COLLECT { MATCH (n:Actor) WHERE n.id > $after RETURN n.id ORDER BY n.id LIMIT $limit } + $ids AS one
MATCH (a:Actor {id: one})
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector, a.resolved AS resolved
ORDER BY id
