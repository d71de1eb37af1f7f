// Give articles their signatures; no event changes by it.
CALL () {
  MATCH (g:Graph {id: "graph"})
  CREATE (:Change {version: g.version, at: datetime(), token: randomUUID(), kind: "update", articles: [], events: []})
}
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a += row.properties
