// The last version of an article that said a statement of this id and is no longer valid.
MATCH (s:FormerStatement {id: $id})-[:IN]->(a:FormerArticle)
RETURN a.id AS article, a.key AS key, a.ended AS ended, toString(a.ended_on) AS ended_on,
  toString(a.until) AS until, a.replaced_by AS replaced_by
ORDER BY a.until DESC LIMIT 1
