// Versions of statements, valid or former, with the time for which each was known and counts. $ids has those that
// are looked for, $wanted what they must have: the article, a speaker, types and so on; null asks for nothing.
CALL () {
  WITH $ids AS ids WHERE ids IS NULL
  MATCH (s:Statement|FormerStatement) RETURN s
  UNION
  UNWIND coalesce($ids, []) AS id
  MATCH (s:Statement {id: id}) RETURN s
  UNION
  UNWIND coalesce($ids, []) AS id
  MATCH (s:FormerStatement {id: id}) RETURN s
}
WITH s
WHERE ($wanted.article IS NULL OR s.article = $wanted.article)
  AND ($wanted.speaker IS NULL OR $wanted.speaker IN s.speakers)
  AND ($wanted.types IS NULL OR s.type IN $wanted.types)
  AND ($wanted.polarity IS NULL OR s.polarity = $wanted.polarity)
  AND ($wanted.modality IS NULL OR s.modality = $wanted.modality)
MATCH (s)-[:IN]->(a)
WHERE $wanted.langs IS NULL OR a.lang IN $wanted.langs
RETURN s.id AS id, toString(a.recorded) AS recorded, toString(a.until) AS until,
  toString(coalesce(a.begun_on, a.published, date(a.recorded))) AS begun_on, toString(a.ended_on) AS ended_on
