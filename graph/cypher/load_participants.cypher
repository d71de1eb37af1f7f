// Who takes part in events, in which role.
UNWIND $participants AS row
MATCH (e:Event {id: row.event})
MATCH (a:Actor {id: row.actor})
CREATE (e)-[r:$(row.role)]->(a)
SET r = row.properties
