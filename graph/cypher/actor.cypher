// One actor.
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector, a.resolved AS resolved, a.moved_to AS moved_to
