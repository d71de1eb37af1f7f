  AND e.polarity IN $q.polarities AND e.modality IN $q.modalities
  AND ($q.types IS NULL OR e.type IN $q.types)
WITH DISTINCT e, e.id AS id, coalesce(e.begin_earliest, date("0001-01-01")) AS earliest,
  coalesce(e.end_latest, date("9999-12-31")) AS latest
WHERE earliest <= $q.end AND latest >= $q.start
WITH e, id, earliest, latest
