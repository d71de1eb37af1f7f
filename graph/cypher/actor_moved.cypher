// Say whom an actor turned out to be, or (null) that it is itself.
MATCH (n:Actor {id: $actor})
SET n.moved_to = $target
