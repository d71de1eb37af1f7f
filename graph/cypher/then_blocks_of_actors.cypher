// The blocks of statements, valid or former, in which one of some actors takes part or somebody for a state.
CALL () {
  UNWIND $actors AS actor
  MATCH (e)-[r:SUBJECT]->() WHERE r.actor = actor RETURN e
  UNION
  UNWIND $actors AS actor
  MATCH (e)-[r:OBJECT]->() WHERE r.actor = actor RETURN e
  UNION
  MATCH (e)-[r:SUBJECT]->() WHERE r.state = $state RETURN e
  UNION
  MATCH (e)-[r:OBJECT]->() WHERE r.state = $state RETURN e
}
MATCH (e)<-[:REPORTS]-(s:Statement)
RETURN DISTINCT s.block AS block
UNION
MATCH (s:FormerStatement)
WHERE any(actor IN $actors WHERE actor IN s.subjects OR actor IN s.objects)
  OR $state IN s.subject_states OR $state IN s.object_states
RETURN DISTINCT s.block AS block
