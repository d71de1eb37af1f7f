// The statements, valid or former, in which one of some actors takes part.
MATCH (s:Statement|FormerStatement)
WHERE any(name IN $actors WHERE name IN s.subjects OR name IN s.objects)
RETURN DISTINCT s.id AS id ORDER BY id
