// In how many events some actors take part; those that don't occur in the graph are left out.
UNWIND $ids AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, COUNT { (a)<-[:SUBJECT|OBJECT]-() } AS events
