// End versions of articles: they and their statements stay, under other labels, and report nothing. Gives the
// articles that were of one wire with them.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CALL (a) {
  MATCH (a)<-[:IN]-(s:Statement)
  REMOVE s:Statement
  SET s:FormerStatement
  WITH s
  MATCH (s)-[r:REPORTS|ATTRIBUTED_TO]->()
  DELETE r
}
REMOVE a:Article
SET a:FormerArticle, a.until = datetime(row.until), a.ended = row.ended, a.because = row.because, a.by = row.by,
  a.replaced_by = row.replaced_by,
  a.ended_on = coalesce(row.ended_on, a.begun_on, a.published, date(a.recorded))
WITH collect(a) AS gone
UNWIND gone AS a
MATCH (b:Article {wire: a.wire})
RETURN DISTINCT b.id AS id
