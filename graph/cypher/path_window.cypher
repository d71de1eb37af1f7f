// Who takes part in the events that can touch some days, as collected columns of equal length: one entry for
// each participation. Days are numbers, year * 1000 + day of the year. Events of which not even the first
// possible day is known are left out: they may have been at any time.
MATCH (e:Event)
WHERE e.begin_earliest <= $end AND coalesce(e.end_latest, date("9999-12-31")) >= $start
  AND e.polarity = "positive" AND e.modality IN $modalities AND ($types IS NULL OR e.type IN $types)
MATCH (e)-[r:SUBJECT|OBJECT]->()
WHERE NOT r.general
WITH r, coalesce(e.end_latest, date("9999-12-31")) AS last
RETURN collect(r.event) AS events, collect(r.actor) AS actors, collect(coalesce(r.state, "")) AS states,
  collect(type(r) = "SUBJECT") AS subjects,
  collect(r.earliest.year * 1000 + r.earliest.ordinalDay) AS earliest,
  collect(last.year * 1000 + last.ordinalDay) AS latest
