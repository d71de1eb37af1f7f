// The mark of a version, and what each version after it has changed, as collected columns in the order of
// versions; a list that is absent means that this version doesn't say.
OPTIONAL MATCH (known:Change {version: $since})
WITH min(known.token) AS token
RETURN token, COLLECT {
  MATCH (c:Change) WHERE c.version > $since
  RETURN [c.version, c.token, c.events, c.articles, c.actors] ORDER BY c.version LIMIT $limit
} AS changes
