// Which event each statement reports.
UNWIND $reports AS row
MATCH (s:Statement {id: row.statement})
MATCH (e:Event {id: row.event})
CREATE (s)-[:REPORTS]->(e)
