// The events at some places.
MATCH (p:Place)<-[:AT]-(e:Event)
WHERE p.id IN $q.places
// include timeline_filter
