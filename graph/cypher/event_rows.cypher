// Some events, told in one row each, in the order asked for; the evidence is the earliest statement's.
UNWIND range(0, size($events) - 1) AS position
MATCH (e:Event {id: $events[position]})
// include event_columns
RETURN id, type, mode, predicate, polarity, modality, disputed, consistent, score, begin_earliest, begin_latest,
  end_earliest, end_latest, approximate, narrowed, statements, articles, voices, langs, place_id, place_name, place_state,
  coded, participants, speakers, evidence
ORDER BY position
