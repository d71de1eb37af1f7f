// The id that an event has now; found too by the id that it had while another statement was its first.
OPTIONAL MATCH (now:Event {id: $id})
OPTIONAL MATCH (:Statement {id: "s" + substring($id, 1)})-[:REPORTS]->(then:Event)
RETURN coalesce(now.id, then.id) AS id
