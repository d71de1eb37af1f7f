    // What holds of an edge r that is found by an actor or a state, in each branch, before events are made distinct.
    AND r.earliest <= $q.end AND r.latest >= $q.start
    AND r.polarity IN $q.polarities AND r.modality IN $q.modalities AND ($q.types IS NULL OR r.type IN $q.types)
  RETURN e, r, g, r.event AS id, r.earliest AS earliest, r.latest AS latest
