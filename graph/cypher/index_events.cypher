// Who takes part in the events that begin on some days, as collected columns of equal length: one entry for
// each participation. Days are numbers, year * 1000 + day of the year.
MATCH (e:Event)-[r:SUBJECT|OBJECT]->()
WHERE e.begin_earliest >= $start AND e.begin_earliest <= $end AND e.polarity = "positive"
// All properties at once: one by one they take half as long again.
WITH properties(r) AS r, type(r) = "SUBJECT" AS subject WHERE NOT r.general
RETURN collect(r.event) AS events, collect(r.actor) AS actors, collect(coalesce(r.state, "")) AS states,
  collect(subject) AS subjects,
  collect(r.earliest.year * 1000 + r.earliest.ordinalDay) AS first,
  collect(r.latest.year * 1000 + r.latest.ordinalDay) AS last,
  collect(r.type) AS types, collect(r.modality) AS modalities
