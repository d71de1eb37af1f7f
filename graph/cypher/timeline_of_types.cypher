// The events of some types of which the first possible day is known.
MATCH (e:Event)
WHERE e.type IN $q.types AND e.begin_earliest <= $q.end
// include timeline_filter
