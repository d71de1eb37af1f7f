// Statements whose actors are somebody else by a decision.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (d:Decision {id: row.decision})
MERGE (s)-[:RENAMED]->(d)
