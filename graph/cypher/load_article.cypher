// One article.
CREATE (a:Article)
SET a = $article, a.recorded = datetime()
