// How many things of each kind there are.
RETURN
  COUNT { (:Article) } AS articles, COUNT { (:Statement) } AS statements, COUNT { (:Event) } AS events,
  COUNT { (:Actor) } AS actors, COUNT { (:Place) } AS places
