// The database was filled from outside: its version goes on from that of the empty graph before.
MATCH (g:Graph {id: "graph"})
REMOVE g.turn  // takes the lock before the version is read
WITH g
SET g.version = $version + 1
CREATE (:Change {version: g.version, token: randomUUID(), kind: "import", at: datetime(), articles: []})
