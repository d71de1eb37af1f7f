// How many articles there are.
MATCH (a:Article)
WHERE $lang IS NULL OR a.lang = $lang
RETURN count(a) AS total
