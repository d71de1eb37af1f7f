// Record that a decision no longer holds.
MATCH (d:Decision {id: $id})
SET d.undone = datetime($moment), d.undone_because = $because, d.undone_by = $by
