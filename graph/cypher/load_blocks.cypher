// The blocks of some statements that are valid.
UNWIND $statements AS id
MATCH (s:Statement {id: id})
RETURN DISTINCT s.block AS block ORDER BY block
