// Events, new or told otherwise than before.
UNWIND $events AS row
MERGE (e:Event {id: row.id})
SET e = row
