// include timeline_said
WITH earliest, latest, count(*) AS events, sum(e.score) AS score
RETURN collect(toString(earliest)) AS earliest, collect(toString(latest)) AS latest, collect(events) AS events,
  collect(score) AS scores
