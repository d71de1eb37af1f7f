// Pairs of events of which the first is said to lie before the second.
MATCH (e:Event)-[:BEFORE]->(f:Event)
RETURN collect(e.id) AS first, collect(f.id) AS second
UNION ALL
MATCH (e:Event)-[:AFTER]->(f:Event)
RETURN collect(f.id) AS first, collect(e.id) AS second
