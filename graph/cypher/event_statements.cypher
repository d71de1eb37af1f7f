// The statements that report an event, the earliest published first.
MATCH (:Event {id: $event})<-[:REPORTS]-(s:Statement)
RETURN s.id AS id ORDER BY coalesce(s.published, date("9999-12-31")), s.id
