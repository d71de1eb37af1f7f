// Data files of coded events, and how far an import has come.
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_position_id IF NOT EXISTS FOR (n:ImportPosition) REQUIRE n.id IS UNIQUE;
CREATE INDEX import_position_dataset IF NOT EXISTS FOR (n:ImportPosition) ON (n.dataset);
