// Events of data sets: of an actor or of those who act for a state, or ($everybody) all; that can touch some days,
// and that the data set had published and this graph had loaded.
CALL () {
  MATCH (e)-[r:SUBJECT]->() WHERE r.actor = $actor AND r.earliest <= $end AND r.latest >= $start RETURN e
  UNION
  MATCH (e)-[r:OBJECT]->() WHERE r.actor = $actor AND r.earliest <= $end AND r.latest >= $start RETURN e
  UNION
  MATCH (e)-[r:SUBJECT]->() WHERE r.state = $state AND r.earliest <= $end AND r.latest >= $start RETURN e
  UNION
  MATCH (e)-[r:OBJECT]->() WHERE r.state = $state AND r.earliest <= $end AND r.latest >= $start RETURN e
  UNION
  MATCH (e:Event) WHERE $everybody AND coalesce(e.begin_earliest, date("0001-01-01")) <= $end
    AND coalesce(e.end_latest, date("9999-12-31")) >= $start RETURN e
  UNION
  MATCH (e:Event {id: $event}) RETURN e
}
MATCH (d:Dataset {id: e.dataset})
WHERE ($before IS NULL OR coalesce(e.recorded, d.recorded) < datetime($before))
  AND ($day IS NULL OR coalesce(e.published, e.begin_earliest, date(d.recorded)) <= $day)
RETURN e.id AS id, e.predicate AS predicate, e.type AS type, e.mode AS mode, e.polarity AS polarity,
  e.modality AS modality, e.place AS place, e.score AS score, d.name AS source,
  toString(e.begin_earliest) AS begin_earliest, toString(e.begin_latest) AS begin_latest,
  toString(e.end_earliest) AS end_earliest, toString(e.end_latest) AS end_latest, e.approximate AS approximate,
  COLLECT {
    MATCH (e)-[r:SUBJECT|OBJECT]->(a:Actor)
    RETURN [type(r), r.rank, a.id, r.state, a.type, r.general] ORDER BY type(r) DESC, r.rank
  } AS participants
ORDER BY id
