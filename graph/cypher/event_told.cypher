// What the reports of an event e add up to, kept on it, as lists of events show it and it changes only with them:
// the earliest published statement; how many sources report it independently of one another (copies of one wire,
// and articles of one outlet, are one source); and the languages of their articles.
WITH e, COLLECT {
  MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN]->(a:Article)
  RETURN [s.id, coalesce(a.voice, a.source, a.id), a.lang] ORDER BY coalesce(a.published, date("9999-12-31")), s.id
} AS told
SET e.first = told[0][0], e.voices = COUNT { UNWIND told AS one RETURN DISTINCT one[1] },
  e.langs = COLLECT { UNWIND told AS one WITH DISTINCT one[2] AS lang RETURN lang ORDER BY lang }
