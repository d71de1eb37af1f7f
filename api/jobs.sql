-- The statements of api/jobs.py, each after its name.

-- name: schema
CREATE TABLE IF NOT EXISTS job (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  graph TEXT NOT NULL,
  created TEXT NOT NULL,
  by TEXT,
  cancelled TEXT
);
CREATE TABLE IF NOT EXISTS item (
  job TEXT NOT NULL REFERENCES job (id),
  number INTEGER NOT NULL,
  article TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (job, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_waiting ON item (job, number) WHERE status = 'waiting';

-- name: waiting
SELECT count(*) FROM item WHERE status = 'waiting'

-- name: purge
DELETE FROM item WHERE job IN (
  SELECT id FROM job WHERE created < :before
    AND NOT EXISTS (SELECT 1 FROM item WHERE item.job = job.id AND status = 'waiting')
)

-- name: add
INSERT INTO job (id, graph, created, by) VALUES (:id, :graph, :created, :by)

-- name: add_item
INSERT INTO item (job, number, article, status, outcome) VALUES (:job, :number, :article, :status, :outcome)

-- name: jobs
SELECT place, id, created, by, cancelled, (
    SELECT json_group_object(status, number) FROM (
      SELECT status, count(*) AS number FROM item WHERE item.job = job.id GROUP BY status
    )
  ) AS counts
FROM job
WHERE (:id IS NULL OR id = :id) AND (:before IS NULL OR place < :before)
  AND EXISTS (SELECT 1 FROM item WHERE item.job = job.id)
ORDER BY place DESC LIMIT :limit

-- name: outcomes
SELECT number, outcome FROM item WHERE job = :job AND number > :after ORDER BY number LIMIT :limit

-- name: cancel
UPDATE job SET cancelled = :now WHERE id = :id
  AND EXISTS (SELECT 1 FROM item WHERE item.job = job.id AND status = 'waiting')

-- name: cancel_items
UPDATE item SET status = 'cancelled', article = NULL, outcome = json_set(outcome, '$.status', 'cancelled')
WHERE job = :id AND status = 'waiting'

-- name: take
SELECT item.job, item.number, item.article, item.tries
FROM job JOIN item ON item.job = job.id AND item.status = 'waiting'
WHERE job.graph = :graph ORDER BY job.place, item.number LIMIT :limit

-- name: tried
UPDATE item SET tries = max(0, tries + :by) WHERE job = :job AND number = :number

-- name: record
UPDATE item SET status = :status, outcome = :outcome, article = NULL WHERE job = :job AND number = :number
