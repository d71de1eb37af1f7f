// The data file is loaded as a whole.
MATCH (d:Dataset {id: $id})
SET d.complete = true, d.rows = $lines
WITH d
MATCH (p:ImportPosition {dataset: d.id})
DETACH DELETE p
