// Whether the graph holds anything at all.
OPTIONAL MATCH (n:Event|Article|Actor|Place|Dataset|FormerArticle)
RETURN n IS NOT NULL AS any LIMIT 1
