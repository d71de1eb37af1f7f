// What some actors and places are called, also those whom no valid statement names any more.
CALL () {
  UNWIND $actors AS id
  OPTIONAL MATCH (now:Actor {id: id})
  OPTIONAL MATCH (former:FormerActor {id: id})
  RETURN id, coalesce(now, former) AS n, "actor" AS kind
  UNION ALL
  UNWIND $places AS id
  OPTIONAL MATCH (now:Place {id: id})
  OPTIONAL MATCH (former:FormerPlace {id: id})
  RETURN id, coalesce(now, former) AS n, "place" AS kind
}
WITH id, n, kind WHERE n IS NOT NULL
RETURN id, kind, n.name AS name, n.type AS type, n.state AS state, n.sector AS sector, n.resolved AS resolved
