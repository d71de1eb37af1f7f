// Say which wire some articles are of, and who speaks through it; null for those that have no copies.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.wire = row.wire, a.voice = row.voice
