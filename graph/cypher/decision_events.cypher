// Some events, found too by the id that they had while another statement was their first, with their
// statements as identity looks at them, the earliest published first.
UNWIND $events AS id
OPTIONAL MATCH (now:Event {id: id})
OPTIONAL MATCH (:Statement {id: "s" + substring(id, 1)})-[:REPORTS]->(then:Event)
WITH id, coalesce(now, then) AS e WHERE e IS NOT NULL
RETURN id AS asked, e.id AS id,
  COLLECT {
    MATCH (e)<-[:REPORTS]-(s:Statement)
    RETURN {
      id: s.id, block: s.block, article: s.article, published: toString(s.published), predicate: s.predicate,
      type: s.type, mode: s.mode, polarity: s.polarity, modality: s.modality, subjects: s.subjects,
      subject_states: s.subject_states, subject_types: s.subject_types, objects: s.objects,
      object_states: s.object_states, object_types: s.object_types, speakers: s.speakers, timed: s.timed,
      begin_earliest: toString(s.begin_earliest), begin_latest: toString(s.begin_latest),
      end_earliest: toString(s.end_earliest), end_latest: toString(s.end_latest), approximate: s.approximate, place: s.place,
      place_state: s.place_state
    } ORDER BY coalesce(s.published, date("9999-12-31")), s.id
  } AS statements
