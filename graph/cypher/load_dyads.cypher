// The direct edges between actors; their type comes from ontology/predicates.yaml.
UNWIND $dyads AS row
MATCH (a:Actor {id: row.source})
MATCH (b:Actor {id: row.target})
CREATE (a)-[d:$(row.edge)]->(b)
SET d = row.properties
