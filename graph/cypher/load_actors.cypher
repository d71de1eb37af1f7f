// Actors by their last mention; gives those whose kind or state is new.
UNWIND $actors AS row
MERGE (a:Actor {id: row.id})
WITH a, row WHERE a.seen IS NULL OR a.seen < row.seen
WITH a, row, a.type AS type, a.state AS state
SET a += row.properties
WITH a, row WHERE type IS NULL OR type <> a.type OR coalesce(state, "") <> coalesce(a.state, "")
REMOVE a:State:Person:GovernmentBody:ArmedForce:ArmedGroup:Igo:Media:Party:Population:OtherActor
SET a:$(row.label)
RETURN a.id AS id
