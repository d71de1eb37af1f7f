WHERE (NOT $q.certain OR (earliest >= $q.start AND latest <= $q.end))
  AND ($q.modes IS NULL OR e.mode IN $q.modes)
  AND ($q.said IS NULL OR EXISTS {
    MATCH (e)<-[:REPORTS]-(s:Statement)-[:IN]->(a:Article)
    WHERE ($q.said.langs IS NULL OR a.lang IN $q.said.langs)
      AND ($q.said.sources IS NULL OR a.source IN $q.said.sources)
      AND ($q.said.speakers IS NULL OR any(g IN $q.said.speakers
        WHERE g.actor IN s.speakers OR g.state IN s.speaker_states))
  })
