// What is stated of the time of some events, together and by each statement.
UNWIND $events AS id
MATCH (e:Event {id: id})
RETURN e.id AS id,
  toString(e.stated_begin_earliest) AS begin_earliest, toString(e.stated_begin_latest) AS begin_latest,
  toString(e.stated_end_earliest) AS end_earliest, toString(e.stated_end_latest) AS end_latest,
  e.stated_approximate AS approximate,
  COLLECT {
    MATCH (e)<-[:REPORTS]-(s:Statement) WHERE s.timed
    RETURN {
      id: s.id,
      begin_earliest: toString(s.begin_earliest), begin_latest: toString(s.begin_latest),
      end_earliest: toString(s.end_earliest), end_latest: toString(s.end_latest), approximate: s.approximate
    } ORDER BY s.id
  } AS statements
