// include timeline_said
MATCH (e)-[p:SUBJECT|OBJECT]->(a:Actor)
WHERE NOT p.general AND none(g IN $q.groups
  WHERE p.actor = g.actor OR coalesce(p.state = g.state, false))
WITH DISTINCT a, e, earliest, latest
WITH a, count(e) AS events, avg(e.score) AS score, min(earliest) AS first, max(latest) AS last
ORDER BY events DESC, a.id
RETURN collect([a.id, a.name, a.type, coalesce(a.state, ""), events, score, toString(first), toString(last)]) AS partners
