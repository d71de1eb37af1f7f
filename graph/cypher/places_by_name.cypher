// Places that have this id, or bear this name in whatever case.
MATCH (p:Place|FormerPlace) WHERE p.id = $place OR toLower(p.name) = toLower($place)
RETURN p.id AS id, p.name AS name, p.state AS state ORDER BY id
