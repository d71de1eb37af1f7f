// Which of some events are in the graph.
UNWIND $ids AS id
MATCH (e:Event {id: id})
RETURN collect(e.id) AS present
