// Orders that the text says between its statements.
UNWIND $orders AS row
MATCH (s:Statement {id: row.source})
MATCH (t:Statement {id: row.target})
CREATE (s)-[o:ORDER]->(t)
SET o = row.properties
