// The blocks of some statements, in all their versions.
UNWIND $statements AS id
CALL (id) {
  MATCH (s:Statement {id: id}) RETURN s
  UNION
  MATCH (s:FormerStatement {id: id}) RETURN s
}
RETURN DISTINCT s.block AS block
