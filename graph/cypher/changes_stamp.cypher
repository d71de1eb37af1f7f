// Which database this is, the version of its content, and the mark of that version.
CALL db.info() YIELD id
OPTIONAL MATCH (g:Graph {id: "graph"})
OPTIONAL MATCH (c:Change {version: g.version})
RETURN id AS database, coalesce(g.version, 0) AS version, min(c.token) AS token
