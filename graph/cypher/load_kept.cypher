CYPHER replan=skip
// Articles with all that is kept for ever: actors, places, statements, speakers, orders said in the text.
// Statements are lists, to say little twice: see rows.py; days are numbers of $rows.days.
CALL () {
  UNWIND $rows.actors AS row
  MERGE (n:Actor {id: row.id})
  WITH n, row WHERE n.seen IS NULL OR n.seen < row.seen
  WITH n, row, n.type AS type, n.state AS state
  SET n += row.properties
  WITH n, row WHERE type IS NULL OR type <> n.type OR coalesce(state, "") <> coalesce(n.state, "")
  REMOVE n:State:Person:GovernmentBody:ArmedForce:ArmedGroup:Igo:Media:Party:Population:OtherActor
  SET n:$(row.label)
  RETURN collect(n) AS changed
}
CALL (changed) {
  // People, bodies and forces act for their state or organisation, whichever of the two came first.
  UNWIND changed AS n
  OPTIONAL MATCH (n)-[old:ACTS_FOR]-()
  DELETE old
  WITH DISTINCT n
  MATCH (m:Actor {state: n.state})
  WHERE (n:State OR n:Igo) <> (m:State OR m:Igo)
  WITH CASE WHEN n:State OR n:Igo THEN m ELSE n END AS one, CASE WHEN n:State OR n:Igo THEN n ELSE m END AS whom
  MERGE (one)-[:ACTS_FOR]->(whom)
}
CALL () {
  UNWIND $rows.places AS row
  MERGE (p:Place {id: row.id})
  ON CREATE SET p = row
}
CALL () {
  UNWIND $rows.articles AS item
  CREATE (a:Article)
  SET a = item.article, a.recorded = datetime($rows.recorded)
  WITH a, item, $rows.days AS days
  UNWIND item.statements AS row
  CREATE (:Statement {
    id: row[0], article: item.article.id, block: row[1], predicate: row[2], type: row[3], mode: row[4],
    polarity: row[5], modality: row[6], subjects: row[7], subject_states: row[8], subject_types: row[9],
    objects: row[10], object_states: row[11], object_types: row[12], speakers: row[13], speaker_states: row[14],
    speaker_types: row[15], timed: row[16], begin_earliest: days[row[17]], begin_latest: days[row[18]],
    end_earliest: days[row[19]], end_latest: days[row[20]], time_text: row[21], time_start: row[22],
    time_end: row[23], place: row[24], place_state: row[25], published: days[row[26]], evidence: row[27],
    evidence_start: row[28], evidence_end: row[29], sentence: row[30], sentence_start: row[31],
    sentence_end: row[32], rule: row[33], trace: row[34], caption: row[35],
    approximate: row[36], near_span: row[37], near_first: days[row[38]], near_last: days[row[39]], told: days[row[40]]
  })-[:IN]->(a)
}
CALL () {
  UNWIND $rows.speakers AS row
  MATCH (s:Statement {id: row.statement})
  MATCH (n:Actor {id: row.actor})
  CREATE (s)-[:ATTRIBUTED_TO {rank: row.rank}]->(n)
}
CALL () {
  UNWIND $rows.orders AS row
  MATCH (s:Statement {id: row.source})
  MATCH (t:Statement {id: row.target})
  CREATE (s)-[o:ORDER]->(t)
  SET o = row.properties
}
