// One page of articles without a signature, by id.
MATCH (a:Article) WHERE a.id > $after AND a.signature IS NULL
RETURN a.id AS id, a.text AS text ORDER BY id LIMIT $limit
