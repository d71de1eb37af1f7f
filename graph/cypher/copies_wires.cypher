// Say which wire some articles are of, and who speaks through it; null for those that have no copies. Events of
// which other sources tell by that are told anew.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
WITH a, row, coalesce(a.voice, "") <> coalesce(row.voice, "") AS heard
SET a.wire = row.wire, a.voice = row.voice
WITH a WHERE heard
MATCH (a)<-[:IN]-(:Statement)-[:REPORTS]->(e:Event)
WITH DISTINCT e
// include event_told
