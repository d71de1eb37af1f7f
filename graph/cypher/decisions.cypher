// All decisions about identity, also those that were undone, in the order in which they were taken.
MATCH (d:Decision)
RETURN d.id AS id, d.kind AS kind, toString(d.recorded) AS recorded, toString(d.undone) AS undone,
  d.because AS because, d.by AS by, d.undone_because AS undone_because, d.undone_by AS undone_by,
  d.first AS first, d.second AS second, d.events AS events, d.score AS score, d.features AS features,
  d.actor AS actor, d.target AS target, d.target_name AS target_name, d.target_state AS target_state,
  d.target_type AS target_type
ORDER BY d.recorded, id
