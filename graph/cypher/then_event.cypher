// The statements that an event has now, the earliest published first.
OPTIONAL MATCH (e:Event {id: $event})
RETURN COLLECT {
    MATCH (e)<-[:REPORTS]-(s:Statement)
    RETURN s.id ORDER BY coalesce(s.published, date("9999-12-31")), s.id
  } AS statements
