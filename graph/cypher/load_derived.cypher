CYPHER replan=skip
// All that is derived: first remove what no longer holds (whole events, the relationships of events and
// statements that are written anew), then write events, relationships, edges, orders. Events are lists, to say
// little twice (see write.py); rows name events, actors and days by number.
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
  WITH row, $rows.days AS days
  MERGE (e:Event {id: row[0]})
  SET e = {
    id: row[0], block: row[1], predicate: row[2], edge: row[3], type: row[4], mode: row[5], polarity: row[6],
    modality: row[7], disputed: row[8], place: row[9], statements: row[10], articles: row[11], score: row[12],
    begin_earliest: days[row[13]], begin_latest: days[row[14]], end_earliest: days[row[15]],
    end_latest: days[row[16]], stated_begin_earliest: days[row[17]], stated_begin_latest: days[row[18]],
    stated_end_earliest: days[row[19]], stated_end_latest: days[row[20]], proof_begin_earliest: row[21],
    proof_begin_latest: row[22], proof_end_earliest: row[23], proof_end_latest: row[24], consistent: row[25],
    when: row[26], caption: row[27], approximate: row[30], stated_approximate: row[31]
  }
  RETURN collect(e) AS events
}
CALL () {
  UNWIND $rows.actors AS id
  MATCH (a:Actor {id: id})
  RETURN collect(a) AS actors
}
CALL (events) {
  UNWIND $rows.reports AS row
  MATCH (s:Statement {id: row[0]})
  WITH s, events[row[1]] AS e
  CREATE (s)-[:REPORTS]->(e)
}
CALL (events) {
  UNWIND events AS e
  // include event_told
}
CALL (events, actors) {
  UNWIND $rows.subjects AS row
  WITH row, events[row[0]] AS e, actors[row[1]] AS a, $rows.events[row[0]] AS event, $rows.days AS days
  CREATE (e)-[:SUBJECT {
    actor: $rows.actors[row[1]], state: row[2], rank: row[3], general: row[4], event: event[0], type: event[4],
    predicate: event[2], polarity: event[6], modality: event[7], earliest: days[event[28]], latest: days[event[29]]
  }]->(a)
}
CALL (events, actors) {
  UNWIND $rows.objects AS row
  WITH row, events[row[0]] AS e, actors[row[1]] AS a, $rows.events[row[0]] AS event, $rows.days AS days
  CREATE (e)-[:OBJECT {
    actor: $rows.actors[row[1]], state: row[2], rank: row[3], general: row[4], event: event[0], type: event[4],
    predicate: event[2], polarity: event[6], modality: event[7], earliest: days[event[28]], latest: days[event[29]]
  }]->(a)
}
CALL (events) {
  UNWIND $rows.sites AS row
  MATCH (p:Place {id: row[1]})
  WITH p, events[row[0]] AS e
  CREATE (e)-[:AT]->(p)
}
CALL (actors) {
  // The type of a direct edge comes from ontology/predicates.yaml.
  UNWIND $rows.dyads AS row
  WITH actors[row[1]] AS a, actors[row[2]] AS b, $rows.events[row[0]] AS event, $rows.days AS days
  CREATE (a)-[:$(event[3]) {
    event: event[0], type: event[4], predicate: event[2], when: event[26], caption: event[26],
    earliest: days[event[28]], latest: days[event[29]]
  }]->(b)
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
// Numbers are worth nothing if somebody is missing.
RETURN size(actors) = size($rows.actors) AS whole
