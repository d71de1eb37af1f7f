// Places, once each.
UNWIND $places AS row
MERGE (p:Place {id: row.id})
ON CREATE SET p = row
