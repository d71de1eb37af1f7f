// Record that some migrations, by version, have been applied.
MERGE (g:Graph {id: "graph"}) ON CREATE SET g.version = 0
WITH g
UNWIND $steps AS step
MERGE (m:Migration {version: step.version}) ON CREATE SET m.name = step.name, m.applied = datetime()
SET g.model = m.version
