// All rows up to this line are loaded, as far as they fall to this writer.
MATCH (p:ImportPosition {id: $rows.id})
SET p.line = $rows.line
