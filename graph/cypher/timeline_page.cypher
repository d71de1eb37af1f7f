// include timeline_said
WITH e, id, earliest, latest ORDER BY earliest, latest, id
WITH collect([id, earliest, latest, e]) AS keys
WITH size(keys) AS total, [k IN keys WHERE $q.after IS NULL OR k[1] > $q.after.earliest
  OR (k[1] = $q.after.earliest AND (k[2] > $q.after.latest OR (k[2] = $q.after.latest AND k[0] > $q.after.id)))
][..$q.limit] AS page
RETURN total, COLLECT {
  UNWIND range(0, size(page) - 1) AS position
  WITH position, page[position] AS key
  WITH position, key, key[3] AS e
  // include event_columns
  WITH position, [toString(key[1]), toString(key[2]), id, type, mode, predicate, polarity, modality, disputed,
    consistent, score, begin_earliest, begin_latest, end_earliest, end_latest, approximate, narrowed, statements, articles,
    voices, langs,
    place_id, place_name, place_state, coded, participants, speakers, evidence] AS row
  RETURN row ORDER BY position
} AS rows
