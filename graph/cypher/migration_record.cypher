// Record that a migration has been applied.
MERGE (m:Migration {version: $version}) ON CREATE SET m.name = $name, m.applied = datetime()
WITH m
MATCH (g:Graph {id: "graph"}) SET g.model = m.version
