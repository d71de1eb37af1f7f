// Record a decision about identity.
MATCH (g:Graph {id: "graph"})
SET g.decisions = coalesce(g.decisions, 0) + 1
CREATE (d:Decision)
SET d = $row, d.recorded = datetime($row.recorded)
