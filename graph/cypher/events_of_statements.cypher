// The events that some statements report.
UNWIND $statements AS id
MATCH (s:Statement {id: id})-[:REPORTS]->(e:Event)
RETURN s.id AS statement, e.id AS event
