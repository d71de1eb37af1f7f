// Actors of the graph that the gazetteer lacks, whose name contains some text in whatever case.
MATCH (n:Actor)
WHERE NOT n.resolved AND toLower(n.name) CONTAINS toLower($text)
RETURN n.id AS id, n.name AS name, n.type AS type, n.state AS state, n.sector AS sector, n.resolved AS resolved,
  n.moved_to AS moved_to
ORDER BY size(name), id LIMIT $limit
