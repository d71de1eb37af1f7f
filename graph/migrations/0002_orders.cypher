// Proofs name orders by id.
CREATE INDEX order_id IF NOT EXISTS FOR ()-[r:ORDER]-() ON (r.id);
