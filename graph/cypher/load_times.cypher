CYPHER replan=skip
// The days of some events as they are now, and what their statements say of them.
UNWIND $events AS id
MATCH (e:Event {id: id})
RETURN e.id AS id, e.consistent AS consistent,
  toString(e.begin_earliest) AS begin_earliest, toString(e.begin_latest) AS begin_latest,
  toString(e.end_earliest) AS end_earliest, toString(e.end_latest) AS end_latest, e.approximate AS approximate,
  toString(e.stated_begin_earliest) AS stated_begin_earliest,
  toString(e.stated_begin_latest) AS stated_begin_latest,
  toString(e.stated_end_earliest) AS stated_end_earliest,
  toString(e.stated_end_latest) AS stated_end_latest, e.stated_approximate AS stated_approximate,
  e.proof_begin_earliest AS proof_begin_earliest, e.proof_begin_latest AS proof_begin_latest,
  e.proof_end_earliest AS proof_end_earliest, e.proof_end_latest AS proof_end_latest,
  e.predicate AS predicate,
  COLLECT {
    MATCH (e)<-[:REPORTS]-(s:Statement)
    RETURN {
      id: s.id, polarity: s.polarity, modality: s.modality, timed: s.timed,
      begin_earliest: toString(s.begin_earliest), begin_latest: toString(s.begin_latest),
      end_earliest: toString(s.end_earliest), end_latest: toString(s.end_latest), approximate: s.approximate
    }
  } AS statements
