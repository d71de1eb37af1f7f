// Which of some statements are in the graph, and in which articles.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN collect(s.id) AS present, collect(DISTINCT s.article) AS articles
