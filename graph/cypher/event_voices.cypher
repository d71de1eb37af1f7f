// How many sources report an event e independently of one another, and the languages of their articles. Copies
// of one wire, and articles of one outlet, are one source.
WITH *, COLLECT {
  MATCH (e)<-[:REPORTS]-(:Statement)-[:IN]->(a:Article)
  RETURN DISTINCT [coalesce(a.voice, a.source, a.id), a.lang]
} AS told
WITH *, COUNT { UNWIND told AS one RETURN DISTINCT one[0] } AS voices,
  COLLECT { UNWIND told AS one WITH DISTINCT one[1] AS lang RETURN lang ORDER BY lang } AS langs
