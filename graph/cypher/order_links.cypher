// The orders between events that touch some of them.
UNWIND $events AS id
MATCH (:Event {id: id})-[r:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]-(:Event)
RETURN DISTINCT startNode(r).id AS event, type(r) AS order, endNode(r).id AS other, r.proof[0] AS said
