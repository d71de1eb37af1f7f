// Remove direct edges of events that go or are written anew.
UNWIND $rows.void AS row
MATCH (a:Actor {id: row.source})-[d]->(b:Actor {id: row.target})
WHERE type(d) = row.edge AND d.event = row.event
DELETE d
