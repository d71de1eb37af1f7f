// Names and kinds of some actors, as columns of one row.
MATCH (a:Actor) WHERE a.id IN $ids
RETURN collect([a.id, a.name, a.type, coalesce(a.state, "")]) AS actors
