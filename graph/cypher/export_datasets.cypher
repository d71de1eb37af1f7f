// One page of data files of coded events by id.
MATCH (d:Dataset) WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id AS id, d.name AS name, d.file AS file, d.digest AS digest
