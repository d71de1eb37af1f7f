// Actors of the graph that the gazetteer lacks, whose name contains some text in whatever case.
MATCH (a:Actor)
WHERE NOT a.resolved AND toLower(a.name) CONTAINS toLower($text)
RETURN a.id AS id, a.name AS name, a.type AS type, a.state AS state, a.sector AS sector
ORDER BY size(a.name), a.id LIMIT $limit
