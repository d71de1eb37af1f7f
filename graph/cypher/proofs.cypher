// Sentences by the ids of statements and of orders between them.
CALL () {
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})-[:IN]->(a:Article)
  RETURN id, s, a, properties(s) AS said, null AS other
  UNION
  UNWIND $ids AS id
  MATCH (s:Statement)-[o:ORDER {id: id}]->(t:Statement)
  MATCH (s)-[:IN]->(a:Article)
  RETURN id, s, a, properties(o) AS said, t AS other
}
OPTIONAL MATCH (s)-[:REPORTS]->(e:Event)
OPTIONAL MATCH (other)-[:REPORTS]->(f:Event)
RETURN id, s.id AS statement, e.id AS event, said.order AS order,
  said.least_days AS least_days, said.most_days AS most_days, f.id AS other_event,
  said.sentence AS sentence, said.sentence_start AS sentence_start, said.sentence_end AS sentence_end,
  said.evidence AS evidence, said.evidence_start AS evidence_start, said.evidence_end AS evidence_end, a.id AS article_id, a.key AS article_key,
  a.lang AS lang, toString(a.published) AS published, a.title AS title, a.url AS url, a.source AS source
