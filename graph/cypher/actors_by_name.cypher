// Actors of the graph that the gazetteer lacks, whose name contains some text in whatever case; those who turned
// out to be others are told as whom they are.
MATCH (n:Actor)
WHERE NOT n.resolved AND toLower(n.name) CONTAINS toLower($text)
OPTIONAL MATCH (t:Actor {id: n.moved_to})
WITH n, coalesce(t, n) AS a
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector, a.resolved AS resolved,
  n.name AS matched
ORDER BY size(n.name), a.id LIMIT $limit
