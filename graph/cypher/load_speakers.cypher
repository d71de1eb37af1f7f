// Who vouches for statements.
UNWIND $speakers AS row
MATCH (s:Statement {id: row.statement})
MATCH (a:Actor {id: row.actor})
CREATE (s)-[:ATTRIBUTED_TO {rank: row.rank}]->(a)
