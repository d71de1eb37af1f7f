// Pairs of events that can touch some days, of which the first is said to lie before the second.
MATCH (e:Event)-[:BEFORE]->(f:Event)
WHERE e.begin_earliest <= $end AND f.begin_earliest <= $end
  AND coalesce(e.end_latest, date("9999-12-31")) >= $start
  AND coalesce(f.end_latest, date("9999-12-31")) >= $start
RETURN collect(e.id) AS first, collect(f.id) AS second
UNION ALL
MATCH (e:Event)-[:AFTER]->(f:Event)
WHERE e.begin_earliest <= $end AND f.begin_earliest <= $end
  AND coalesce(e.end_latest, date("9999-12-31")) >= $start
  AND coalesce(f.end_latest, date("9999-12-31")) >= $start
RETURN collect(f.id) AS first, collect(e.id) AS second
