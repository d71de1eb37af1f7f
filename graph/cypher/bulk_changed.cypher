// The content has changed since the version was counted up last: by these new events, or if null by too many to
// name. No actor turned out to be another.
MATCH (g:Graph {id: "graph"})
REMOVE g.turn  // takes the lock before the version is read
WITH g
SET g.version = g.version + 1
CREATE (:Change {version: g.version, token: randomUUID(), kind: "import", at: datetime(), articles: [], actors: [], events: $events})
