CYPHER replan=skip
// Articles that share a band of their signature with some others.
UNWIND $articles AS row
CALL (row) {
  MATCH (a:Article {band_0: row.bands[0]}) RETURN a
  UNION
  MATCH (a:Article {band_1: row.bands[1]}) RETURN a
  UNION
  MATCH (a:Article {band_2: row.bands[2]}) RETURN a
  UNION
  MATCH (a:Article {band_3: row.bands[3]}) RETURN a
  UNION
  MATCH (a:Article {band_4: row.bands[4]}) RETURN a
  UNION
  MATCH (a:Article {band_5: row.bands[5]}) RETURN a
  UNION
  MATCH (a:Article {band_6: row.bands[6]}) RETURN a
  UNION
  MATCH (a:Article {band_7: row.bands[7]}) RETURN a
}
WITH row, a WHERE a.id <> row.id
RETURN row.id AS id, a.id AS other, a.signature AS signature
