// include timeline_said
RETURN collect([id, toString(earliest), toString(latest), COLLECT {
  MATCH (e)-[p:SUBJECT|OBJECT]->() WHERE NOT p.general
  RETURN DISTINCT coalesce(p.state, p.actor) AS side ORDER BY side
}]) AS events
