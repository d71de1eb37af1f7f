// How many events begin on each day, by the first possible one, as collected columns.
MATCH (e:Event) WHERE e.begin_earliest IS NOT NULL
WITH e.begin_earliest AS day, count(*) AS events ORDER BY day
RETURN collect(toString(day)) AS days, collect(events) AS events
