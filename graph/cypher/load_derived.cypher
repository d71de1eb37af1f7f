CYPHER replan=skip
// All that is derived: first remove what no longer holds (whole events, the relationships of events and
// statements that are written anew), then write events, relationships, edges, orders.
CALL () {
  UNWIND $rows.gone AS id
  MATCH (e:Event {id: id})
  DETACH DELETE e
}
CALL () {
  UNWIND $rows.changed AS id
  MATCH (:Event {id: id})-[r:SUBJECT|OBJECT|AT]->()
  DELETE r
}
CALL () {
  UNWIND $rows.moved AS id
  MATCH (:Statement {id: id})-[r:REPORTS]->()
  DELETE r
}
CALL () {
  UNWIND $rows.events AS row
  MERGE (e:Event {id: row.id})
  SET e = row
}
CALL () {
  UNWIND $rows.reports AS row
  MATCH (s:Statement {id: row.statement})
  MATCH (e:Event {id: row.event})
  CREATE (s)-[:REPORTS]->(e)
}
CALL () {
  UNWIND $rows.subjects AS row
  MATCH (e:Event {id: row.event})
  MATCH (a:Actor {id: row.actor})
  CREATE (e)-[r:SUBJECT]->(a)
  SET r = row
}
CALL () {
  UNWIND $rows.objects AS row
  MATCH (e:Event {id: row.event})
  MATCH (a:Actor {id: row.actor})
  CREATE (e)-[r:OBJECT]->(a)
  SET r = row
}
CALL () {
  UNWIND $rows.sites AS row
  MATCH (e:Event {id: row.event})
  MATCH (p:Place {id: row.place})
  CREATE (e)-[:AT]->(p)
}
CALL () {
  // The type of a direct edge comes from ontology/predicates.yaml.
  UNWIND $rows.dyads AS row
  MATCH (a:Actor {id: row.source})
  MATCH (b:Actor {id: row.target})
  CREATE (a)-[d:$(row.edge)]->(b)
  SET d = row.properties
}
CALL () {
  // How events lie to others, out of what their statements say that may be taken as fact.
  UNWIND $rows.ordered AS id
  OPTIONAL MATCH (:Event {id: id})-[r:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]-(:Event)
  DELETE r
}
CALL () {
  UNWIND $rows.ordered AS id
  MATCH (:Event {id: id})<-[:REPORTS]-(:Statement)-[o:ORDER]-(:Statement)
  WITH DISTINCT o, startNode(o) AS s, endNode(o) AS t
  WHERE s.polarity = "positive" AND t.polarity = "positive"
    AND s.modality <> "hypothetical" AND t.modality <> "hypothetical"
  MATCH (s)-[:REPORTS]->(a:Event)
  MATCH (t)-[:REPORTS]->(b:Event)
  WHERE a <> b
  WITH a, b, o ORDER BY o.id
  WITH a, b, o.order AS order, collect(o.id) AS proof
  CREATE (a)-[r:$(order)]->(b)
  SET r.proof = proof
}
CALL () {
  // For those who follow the graph: what this version changed.
  WITH $rows.change AS change
  MATCH (g:Graph {id: "graph"})
  CREATE (c:Change)
  SET c = change, c.version = g.version, c.at = datetime(), c.token = randomUUID()
}
