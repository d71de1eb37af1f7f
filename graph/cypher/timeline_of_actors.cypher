// The events of some actors. $q.groups has an actor's id and the state whose people count too (or null) for each;
// where it is sought, the graph says whether the actor is a state (or an organisation) with people who count.
// $q.others those of whom one must take part as well, of another group (or null: anybody).
WITH COLLECT {
  UNWIND $q.groups AS g
  OPTIONAL MATCH (a:Actor {id: g.actor}) WHERE g.sought AND a.type IN ["state", "igo"]
  RETURN {actor: g.actor, number: g.number, state: coalesce(g.state, a.state)}
} AS groups
CALL (groups) {
  UNWIND groups AS g
  MATCH (e)-[r:SUBJECT]->()
  WHERE r.actor = g.actor AND NOT coalesce(r.state = g.state, false)
    // include timeline_edge
  UNION ALL
  UNWIND groups AS g
  MATCH (e)-[r:OBJECT]->()
  WHERE r.actor = g.actor AND NOT coalesce(r.state = g.state, false)
    // include timeline_edge
  UNION ALL
  UNWIND groups AS g
  MATCH (e)-[r:SUBJECT]->()
  WHERE r.state = g.state
    // include timeline_edge
  UNION ALL
  UNWIND groups AS g
  MATCH (e)-[r:OBJECT]->()
  WHERE r.state = g.state
    // include timeline_edge
}
WITH e, r, g, id, earliest, latest
WHERE $q.others IS NULL OR EXISTS {
  MATCH (e)-[p:SUBJECT|OBJECT]->()
  WHERE p <> r AND any(o IN $q.others WHERE o.number <> g.number AND (p.actor = o.actor OR p.state = o.state))
}
WITH DISTINCT e, id, earliest, latest
