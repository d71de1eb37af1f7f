// Record the data file, and where each writer begins; the graph's content is about to change.
MATCH (g:Graph {id: "graph"})
REMOVE g.turn  // takes the lock before the version is read
// Nothing has come yet, unless another import was cut off: then what it wrote last is told by nobody.
WITH g, CASE WHEN NOT EXISTS { (:ImportPosition) } THEN [] END AS events
SET g.version = g.version + 1
CREATE (:Change {version: g.version, token: randomUUID(), kind: "import", at: datetime(), articles: [], actors: [], events: events})
MERGE (d:Dataset {id: $rows.dataset.id})
ON CREATE SET d += $rows.dataset, d.recorded = datetime(), d.complete = false
WITH d
OPTIONAL MATCH (old:ImportPosition {dataset: d.id})
DETACH DELETE old
WITH DISTINCT d
UNWIND range(0, $rows.writers - 1) AS writer
CREATE (:ImportPosition {id: d.id + "/" + writer, dataset: d.id, writer: writer, line: $rows.line})
