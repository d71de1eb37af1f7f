// A page of the ids of statements, by id. $wanted has what they must have: the event that they report, the
// article that they stand in, an actor who takes part in the event or who vouches, types, languages, and so on;
// null or an empty list asks for nothing.
// include statements_wanted
WITH s.id AS id WHERE $after IS NULL OR id > $after
WITH id ORDER BY id LIMIT $limit
RETURN id
