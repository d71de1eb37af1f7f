// The version of the content and the number of the last migration; no row in an empty database.
MATCH (g:Graph {id: "graph"})
RETURN g.version AS version, g.model AS model
