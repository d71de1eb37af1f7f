CYPHER replan=skip
// Take the lock that puts loads in a row, and look whether this reading of the article is here already.
// $rows.leaving has the articles whose statements will no longer count; the article itself leaves with its
// earlier reading.
// Removing a property that isn't there takes the lock without a change, and reads nothing before it is taken;
// only a load that changes something counts up.
MATCH (g:Graph {id: "graph"})
REMOVE g.turn
WITH g, toString(datetime()) AS moment
OPTIONAL MATCH (a:Article {id: $rows.article})
// Where the article is not valid: why and since when, as recorded when its last version ended.
WITH g, moment, a, COLLECT {
  MATCH (f:FormerArticle {id: $rows.article})
  RETURN f{.ended, ended_on: toString(f.ended_on)} ORDER BY f.until DESC LIMIT 1
}[0] AS former
WITH g, moment, a, former, a IS NULL AND former IS NOT NULL AND NOT $rows.again
  OR coalesce(a.digest = $rows.digest, false) AND size($rows.leaving) = 0 AS idle
FOREACH (_ IN CASE WHEN idle THEN [] ELSE [1] END | SET g.version = g.version + 1)
WITH g, moment, a, former, idle,
  CASE WHEN a.digest <> $rows.digest THEN $rows.leaving + a.id ELSE $rows.leaving END AS leaving
RETURN a.digest AS digest, former.ended AS ended, former.ended_on AS ended_on, moment, idle, leaving,
  coalesce(g.decisions, 0) AS decisions,
  COLLECT { UNWIND leaving AS id MATCH (:Article {id: id})<-[:IN]-(s:Statement) RETURN s.id } AS removed
