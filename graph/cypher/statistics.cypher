// Articles by language, events by type, and the days that dated events span.
RETURN
  COLLECT { MATCH (a:Article) WITH a.lang AS lang, count(a) AS number RETURN [lang, number] } AS langs,
  COLLECT { MATCH (e:Event) WITH e.type AS type, count(e) AS number RETURN [type, number] } AS types,
  head(COLLECT { MATCH (e:Event) RETURN toString(min(e.begin_earliest)) }) AS first,
  head(COLLECT { MATCH (e:Event) RETURN toString(max(e.end_latest)) }) AS last
