// What is no longer valid stays, under labels of its own.
CREATE INDEX former_article_id IF NOT EXISTS FOR (n:FormerArticle) ON (n.id);
CREATE INDEX former_article_key IF NOT EXISTS FOR (n:FormerArticle) ON (n.key);
CREATE INDEX former_statement_id IF NOT EXISTS FOR (n:FormerStatement) ON (n.id);
CREATE INDEX former_statement_block IF NOT EXISTS FOR (n:FormerStatement) ON (n.block);
CREATE CONSTRAINT former_actor_id IF NOT EXISTS FOR (n:FormerActor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT former_place_id IF NOT EXISTS FOR (n:FormerPlace) REQUIRE n.id IS UNIQUE;
CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url);
CREATE INDEX article_recorded IF NOT EXISTS FOR (n:Article) ON (n.recorded);
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE INDEX change_version IF NOT EXISTS FOR (n:Change) ON (n.version);
