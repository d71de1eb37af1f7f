// Who an actor turned out to be.
MATCH (d:Decision {kind: "actor"})
WHERE d.actor = $id AND d.undone IS NULL
RETURN d.target AS target
