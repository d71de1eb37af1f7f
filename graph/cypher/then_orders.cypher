// Sentences by the ids of orders between statements, whichever version says them.
UNWIND $ids AS id
MATCH (s)-[o:ORDER {id: id}]->(t)
MATCH (s)-[:IN]->(a)
WITH id, s, o, t, a ORDER BY a.recorded DESC
WITH id, collect({s: s, o: o, t: t, a: a})[0] AS last
WITH id, last.s AS s, last.o AS said, last.t AS other, last.a AS a
RETURN id, s.id AS statement, other.id AS other, said.order AS order,
  said.least_days AS least_days, said.most_days AS most_days,
  said.sentence AS sentence, said.sentence_start AS sentence_start, said.sentence_end AS sentence_end,
  said.evidence AS evidence, said.evidence_start AS evidence_start, said.evidence_end AS evidence_end,
  a.id AS article_id, a.key AS article_key, a.lang AS lang, toString(a.published) AS published, a.title AS title,
  a.url AS url, a.source AS source
