// Link articles that are copies of one another; the relationship leads from the later to the earlier one.
UNWIND $links AS row
MATCH (one:Article {id: row.one})
MATCH (other:Article {id: row.other})
WITH row, one, other, coalesce(one.published, date("9999-12-31")) AS first, coalesce(other.published, date("9999-12-31")) AS second
WITH row, CASE WHEN first < second OR first = second AND one.id < other.id THEN [other, one] ELSE [one, other] END AS ends
WITH row, ends[0] AS copy, ends[1] AS earlier
MERGE (copy)-[c:COPY_OF]->(earlier)
SET c.likeness = row.likeness
