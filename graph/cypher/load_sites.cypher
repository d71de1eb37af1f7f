// Where events are.
UNWIND $sites AS row
MATCH (e:Event {id: row.event})
MATCH (p:Place {id: row.place})
CREATE (e)-[:AT]->(p)
