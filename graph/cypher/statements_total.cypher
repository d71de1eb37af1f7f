// How many statements have what is wanted, counted no further than $most.
// include statements_wanted
WITH s LIMIT $most
RETURN count(s) AS total
