// What is known of a data file: whether it has been loaded, or how far each writer has come.
OPTIONAL MATCH (d:Dataset {id: $id})
RETURN d.complete AS complete,
  COLLECT { MATCH (p:ImportPosition {dataset: $id}) RETURN [p.writer, p.line] ORDER BY p.writer } AS positions
