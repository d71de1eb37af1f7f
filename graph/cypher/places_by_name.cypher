// Places that have this id, or one of some ids, or bear this name in whatever case, or lie in some states.
MATCH (p:Place|FormerPlace)
WHERE p.id = $place OR p.id IN $ids OR toLower(p.name) = toLower($place) OR p.state IN $states
RETURN DISTINCT p.id AS id ORDER BY id
