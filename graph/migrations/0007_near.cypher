// What a statement looks at when events are worked out: the days near_first to near_last, their length by spans, and
// where it stands among undated ones (graph/identity/reach.py, graph/loading/spans.py; the days of this model).
CREATE INDEX statement_near IF NOT EXISTS FOR (n:Statement) ON (n.block, n.near_span, n.near_first, n.near_last);
CREATE INDEX statement_told IF NOT EXISTS FOR (n:Statement) ON (n.block, n.told);
MATCH (s:Statement) WHERE s.modality <> "hypothetical"
CALL (s) {
  WITH s, s.begin_earliest IS NOT NULL AND s.end_latest IS NOT NULL AS dated,
    s.type IN ["CONSULT", "AGREE", "STATE-CHANGE", "RETREAT"] AS seldom
  WITH s, dated,
    CASE WHEN seldom THEN duration({days: 10}) ELSE duration({days: 2}) END AS reach,
    CASE WHEN seldom AND s.place IS NOT NULL THEN duration({days: 400}) ELSE duration({days: 0}) END AS far
  WITH s, dated,
    CASE
      WHEN dated THEN s.begin_earliest
      WHEN s.begin_earliest IS NOT NULL THEN s.begin_earliest - far
      ELSE coalesce(s.end_latest, s.published) - reach - far
    END AS first,
    CASE
      WHEN NOT dated AND s.begin_earliest IS NOT NULL THEN s.begin_earliest + reach
      WHEN s.end_latest < s.begin_earliest THEN s.begin_earliest
      ELSE coalesce(s.end_latest, s.published)
    END AS last
  WHERE first IS NOT NULL
  WITH s, dated, first, last, duration.inDays(first, last).days + 1 AS days
  SET s.near_first = first, s.near_last = last,
    s.near_span = CASE WHEN days <= 1 THEN 0 WHEN days <= 8 THEN 1 WHEN days <= 64 THEN 2 WHEN days <= 512 THEN 3
      WHEN days <= 4096 THEN 4 ELSE 5 END,
    s.told = CASE WHEN dated THEN NULL ELSE coalesce(s.published, date("9999-12-31")) END
} IN TRANSACTIONS OF 5000 ROWS;
