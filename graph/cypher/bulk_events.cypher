// Coded events with their sides and places. Rows are lists, to say little twice: id, line, numbers of the kind
// of act, of the day and of the day of publication, of the subject, object and place, the data set's id, url.
CALL () {
  UNWIND $rows.actors AS row
  MATCH (a:Actor {id: row[0]})
  RETURN collect(a) AS actors
}
CALL () {
  UNWIND $rows.places AS id
  MATCH (p:Place {id: id})
  RETURN collect(p) AS places
}
// Numbers are worth nothing if a list lacks somebody: then nothing is written, and the caller sees it.
WITH actors, places WHERE [a IN actors | a.id] = [row IN $rows.actors | row[0]] AND [p IN places | p.id] = $rows.places
UNWIND $rows.events AS row
WITH datetime() AS now, actors, places, row, $rows.kinds[row[2]] AS kind, $rows.days[row[3]] AS day
CREATE (e:Event {
  id: row[0], predicate: kind[0], edge: kind[1], type: kind[2], mode: kind[3], score: kind[4], code: kind[5],
  polarity: "positive", modality: "reported", disputed: false, consistent: true, statements: 0, articles: 0,
  begin_earliest: day[0], begin_latest: day[0], end_earliest: day[0], end_latest: day[0],
  stated_begin_earliest: day[0], stated_begin_latest: day[0], stated_end_earliest: day[0],
  stated_end_latest: day[0], when: day[1], caption: kind[6] + day[1],
  dataset: $rows.dataset, row: row[1], published: $rows.days[row[4]][0], recorded: now, place: $rows.places[row[7]],
  own_id: row[8], url: row[9]
})
FOREACH (i IN CASE WHEN row[5] IS NULL THEN [] ELSE [row[5]] END |
  FOREACH (a IN [actors[i]] |
    CREATE (e)-[:SUBJECT {
      actor: $rows.actors[i][0], state: $rows.actors[i][1], rank: 0, general: false, event: row[0],
      type: kind[2], predicate: kind[0], polarity: "positive", modality: "reported",
      earliest: day[0], latest: day[0]
    }]->(a)
  )
)
FOREACH (i IN CASE WHEN row[6] IS NULL THEN [] ELSE [row[6]] END |
  FOREACH (a IN [actors[i]] |
    CREATE (e)-[:OBJECT {
      actor: $rows.actors[i][0], state: $rows.actors[i][1], rank: 0, general: false, event: row[0],
      type: kind[2], predicate: kind[0], polarity: "positive", modality: "reported",
      earliest: day[0], latest: day[0]
    }]->(a)
  )
)
FOREACH (p IN CASE WHEN row[7] IS NULL THEN [] ELSE [places[row[7]]] END | CREATE (e)-[:AT]->(p))
RETURN count(e) AS created
