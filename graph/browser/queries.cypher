// Who did what to whom: the direct edges between actors
MATCH (a:Actor)-[r]->(b:Actor)
WHERE type(r) <> "ACTS_FOR"
RETURN a, r, b
LIMIT 200;

// The timeline of one actor, in a table
MATCH (e:Event)-[r:SUBJECT|OBJECT]->(:Actor {name: "Vladimir Putin"})
RETURN e.when AS days, e.predicate AS act, e.polarity AS polarity, e.modality AS modality, type(r) AS role,
  COLLECT { MATCH (e)-[s:SUBJECT|OBJECT]->(a) WHERE a.name <> "Vladimir Putin" RETURN DISTINCT a.name } AS others
ORDER BY r.earliest, r.latest;

// One event with all who tell of it: statements, articles, speakers
MATCH (e:Event)<-[:REPORTS]-(:Statement)
WITH e, count(*) AS told ORDER BY told DESC, e.id LIMIT 1
MATCH (e)<-[reports:REPORTS]-(s:Statement)-[in:IN]->(a:Article)
OPTIONAL MATCH (s)-[by:ATTRIBUTED_TO]->(speaker:Actor)
OPTIONAL MATCH (e)-[role:SUBJECT|OBJECT]->(actor:Actor)
RETURN *;

// Events told in more than one language, with the sentences
MATCH (e:Event)<-[:REPORTS]-(s:Statement)-[:IN]->(a:Article)
WITH e, collect(DISTINCT a.lang) AS languages, collect(a.lang + ": " + s.sentence) AS sentences
WHERE size(languages) > 1
RETURN e.caption AS event, languages, sentences
ORDER BY size(languages) DESC, event;

// What order relations narrowed: the days as stated, the days as solved, and the ids of the proof
MATCH (e:Event)
WITH e, coalesce(e.proof_begin_earliest, []) + coalesce(e.proof_end_latest, []) AS proof
WHERE size(proof) > 0
RETURN e.predicate AS act, e.stated_begin_earliest AS stated_earliest, e.stated_end_latest AS stated_latest,
  e.begin_earliest AS earliest, e.end_latest AS latest, proof;

// Before and after: how events lie to one another
MATCH (e:Event)-[r:BEFORE|AFTER|DURING|CONTAINS|SIMULTANEOUS|OVERLAPS]->(f:Event)
RETURN e, r, f;

// Denied, disputed, planned, possible: what nobody says has happened, or not all do
MATCH (e:Event)
WHERE e.disputed OR e.polarity = "negative" OR e.modality IN ["planned", "possible", "hypothetical"]
MATCH (e)-[role:SUBJECT|OBJECT]->(a:Actor)
RETURN e, role, a;

// Events whose sources contradict one another about the time
MATCH (e:Event {consistent: false})<-[:REPORTS]-(s:Statement)-[:IN]->(a:Article)
RETURN e.caption AS event, a.key AS article, s.begin_earliest AS earliest, s.end_latest AS latest, s.sentence AS sentence
ORDER BY event, article;

// Two states: what they and their people did towards one another, month by month, from conflict (-10) to cooperation (+10)
MATCH (e:Event)-[s:SUBJECT]->(), (e)-[o:OBJECT]->()
WHERE s.state IN ["RUS", "USA"] AND o.state IN ["RUS", "USA"] AND s.state <> o.state
  AND e.polarity = "positive" AND e.modality IN ["asserted", "reported"]
WITH DISTINCT e
RETURN substring(toString(e.begin_latest), 0, 7) AS month, count(e) AS events, avg(e.score) AS score
ORDER BY month;

// Who vouches: the sources that statements name
MATCH (s:Statement)-[:ATTRIBUTED_TO]->(a:Actor)
RETURN a.name AS source, a.state AS state, count(s) AS statements
ORDER BY statements DESC, source;

// What one article says, statement by statement
MATCH (a:Article)
WITH a ORDER BY a.published DESC, a.id LIMIT 1
MATCH (a)<-[:IN]-(s:Statement)-[:REPORTS]->(e:Event)
RETURN a.title AS article, s.evidence AS evidence, s.predicate AS act, s.time_text AS time, e.when AS days,
  s.polarity AS polarity, s.modality AS modality
ORDER BY s.evidence_start;

// People, bodies and forces with the state that they act for
MATCH (a:Actor)-[r:ACTS_FOR]->(b:Actor)
RETURN a, r, b
LIMIT 200;

// From one actor to another in two steps that can follow one another (the API's /v1/paths finds all)
MATCH (a:Actor {name: "Kim Jong Un"})-[r]-(between:Actor)-[s]-(b:Actor {name: "Donald Trump"})
WHERE type(r) <> "ACTS_FOR" AND type(s) <> "ACTS_FOR" AND r.earliest <= s.latest
RETURN a, r, between, s, b;

// Where events were
MATCH (e:Event)-[at:AT]->(p:Place)
RETURN e, at, p
LIMIT 200;

// How much there is of everything
MATCH (n)
RETURN labels(n)[0] AS label, count(n) AS nodes
ORDER BY nodes DESC;
