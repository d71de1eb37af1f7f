// Statements, valid or former, are of other blocks.
UNWIND $rows AS row
MATCH (s) WHERE elementId(s) = row.node
SET s.block = row.block
