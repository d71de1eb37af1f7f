// One page of data files of coded events by id, or those of $ids where $limit is 0.
UNWIND COLLECT { MATCH (n:Dataset) WHERE n.id > $after RETURN n.id ORDER BY n.id LIMIT $limit } + $ids AS one
MATCH (d:Dataset {id: one})
RETURN d.id AS id, d.name AS name, d.file AS file, d.digest AS digest
ORDER BY id
