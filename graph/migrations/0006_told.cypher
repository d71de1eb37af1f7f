// What the reports of an event add up to is kept on it.
MATCH (e:Event) WHERE e.statements > 0
CALL (e) {
  WITH e, COLLECT {
    MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN]->(a:Article)
    RETURN [s.id, coalesce(a.voice, a.source, a.id), a.lang] ORDER BY coalesce(a.published, date("9999-12-31")), s.id
  } AS told
  SET e.first = told[0][0], e.voices = COUNT { UNWIND told AS one RETURN DISTINCT one[1] },
    e.langs = COLLECT { UNWIND told AS one WITH DISTINCT one[2] AS lang RETURN lang ORDER BY lang }
} IN TRANSACTIONS OF 10000 ROWS;
