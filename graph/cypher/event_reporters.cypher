// The articles with statements that report one of some events.
UNWIND $events AS id
MATCH (:Event {id: id})<-[:REPORTS]-(:Statement)-[:IN]->(a:Article)
RETURN DISTINCT a.id AS id
