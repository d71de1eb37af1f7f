// The statements of one article.
MATCH (a:Article {id: $article})
UNWIND $statements AS row
CREATE (s:Statement)-[:IN]->(a)
SET s = row
