// One actor, with the number of events in which it takes part.
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.resolved AS resolved,
  COUNT { (a)<-[:SUBJECT|OBJECT]-(:Event) } AS events
