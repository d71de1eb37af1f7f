CYPHER replan=skip
// Take the lock that puts loads in a row, look whether this reading of the article is here already, and
// read the blocks that it touches. $rows.leaving has the articles whose statements will no longer count;
// the article itself leaves with its earlier reading.
// $rows.more only reads more blocks for a change that has begun already.
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
FOREACH (_ IN CASE WHEN idle OR $rows.more THEN [] ELSE [1] END | SET g.version = g.version + 1)
WITH g, moment, a, former, idle,
  CASE WHEN a.digest <> $rows.digest THEN $rows.leaving + a.id ELSE $rows.leaving END AS leaving
WITH coalesce(g.decisions, 0) AS decisions, moment, a, former, idle, leaving,
  COLLECT { UNWIND leaving AS id MATCH (:Article {id: id})<-[:IN]-(s:Statement) RETURN s.id } AS removed,
  $rows.blocks + COLLECT {
    UNWIND leaving AS id
    MATCH (:Article {id: id})<-[:IN]-(s:Statement) WHERE NOT s.block IN $rows.blocks
    RETURN DISTINCT s.block
  } AS blocks
RETURN a.digest AS digest, former.ended AS ended, former.ended_on AS ended_on, moment, idle, leaving, removed,
  blocks, decisions,
  // The statements as identity looks at them, with the event that each reports and the orders said of it: lists,
  // which take half the time of maps, in the order of PRESENT in regroup.py.
  COLLECT {
    WITH blocks, idle WHERE NOT idle
    UNWIND blocks AS block
    MATCH (s:Statement {block: block})-[:REPORTS]->(e:Event)
    RETURN [
      s.id, e.id, s.article, toString(s.published), s.predicate, s.type, s.mode, s.polarity, s.modality,
      s.subjects, s.subject_states, s.subject_types, s.objects, s.object_states, s.object_types, s.speakers,
      s.timed, toString(s.begin_earliest), toString(s.begin_latest), toString(s.end_earliest),
      toString(s.end_latest), s.approximate, s.place, s.place_state,
      COLLECT {
        MATCH (s)-[o:ORDER]-(t:Statement)-[:REPORTS]->(f:Event)
        WHERE s.polarity = "positive" AND t.polarity = "positive"
          AND s.modality <> "hypothetical" AND t.modality <> "hypothetical"
        WITH o, f, startNode(o) = s AS outgoing, t
        RETURN {
          id: o.id, order: o.order, least_days: o.least_days, most_days: o.most_days,
          source: CASE WHEN outgoing THEN s.id ELSE t.id END, source_event: CASE WHEN outgoing THEN e.id ELSE f.id END,
          target: CASE WHEN outgoing THEN t.id ELSE s.id END, target_event: CASE WHEN outgoing THEN f.id ELSE e.id END
        }
      }
    ]
  } AS present
