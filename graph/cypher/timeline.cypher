// Ids and days of an actor's events in the order of a timeline, as one collected row: first the number of all
// that match, then those of the page. $actor or $state lead the composite indexes of SUBJECT and OBJECT;
// either may be null, and then finds nothing. $others, too, may be null: then anybody may take part.
CALL () {
  MATCH (e)-[r:SUBJECT]->() WHERE r.actor = $actor AND r.earliest <= $end AND r.latest >= $start RETURN e, r
  UNION
  MATCH (e)-[r:OBJECT]->() WHERE r.actor = $actor AND r.earliest <= $end AND r.latest >= $start RETURN e, r
  UNION
  MATCH (e)-[r:SUBJECT]->() WHERE r.state = $state AND r.earliest <= $end AND r.latest >= $start RETURN e, r
  UNION
  MATCH (e)-[r:OBJECT]->() WHERE r.state = $state AND r.earliest <= $end AND r.latest >= $start RETURN e, r
}
WITH e, r
WHERE r.polarity IN $polarities AND r.modality IN $modalities
  AND ($types IS NULL OR r.type IN $types)
  AND (NOT $certain OR (r.earliest >= $start AND r.latest <= $end))
  AND ($with_actor IS NULL OR EXISTS {
    MATCH (e)-[q:SUBJECT|OBJECT]->()
    WHERE q <> r AND (q.actor = $with_actor OR q.state = $with_state)
  })
WITH DISTINCT r.event AS id, r.earliest AS earliest, r.latest AS latest
ORDER BY earliest, latest, id
WITH collect([id, earliest, latest]) AS keys
WITH size(keys) AS total, [k IN keys WHERE $after_id IS NULL OR k[1] > $after_earliest
  OR (k[1] = $after_earliest AND (k[2] > $after_latest OR (k[2] = $after_latest AND k[0] > $after_id)))
] AS rest
RETURN total, [k IN rest[..$limit] | [k[0], toString(k[1]), toString(k[2])]] AS page
