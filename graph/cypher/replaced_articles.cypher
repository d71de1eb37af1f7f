// Versions of articles whose place others took, with the time for which each version of their ids was known and counts.
MATCH (a:FormerArticle {ended: "replaced"}) WHERE a.replaced_by IS NOT NULL
RETURN a.id AS old, a.replaced_by AS new, toString(a.until) AS until, toString(a.ended_on) AS ended_on,
  COLLECT {
    CALL (a) {
      MATCH (b:Article {id: a.id}) RETURN b
      UNION
      MATCH (b:FormerArticle {id: a.id}) RETURN b
    }
    RETURN {
      recorded: toString(b.recorded), until: toString(b.until), ended_on: toString(b.ended_on),
      begun_on: toString(coalesce(b.begun_on, b.published, date(b.recorded)))
    }
  } AS versions
ORDER BY until, old
