// The blocks of which some statements together can touch some days, valid or former.
MATCH (s:Statement|FormerStatement)
WITH s.block AS block,
  min(coalesce(CASE WHEN s.timed THEN s.begin_earliest END, date("0001-01-01"))) AS first,
  max(coalesce(CASE WHEN s.timed THEN s.end_latest END, date("9999-12-31"))) AS last
WHERE first <= $end AND last >= $start
RETURN block
