// Near-duplicates are found by the bands of their signatures, wires by their name.
CREATE INDEX article_band_0 IF NOT EXISTS FOR (n:Article) ON (n.band_0);
CREATE INDEX article_band_1 IF NOT EXISTS FOR (n:Article) ON (n.band_1);
CREATE INDEX article_band_2 IF NOT EXISTS FOR (n:Article) ON (n.band_2);
CREATE INDEX article_band_3 IF NOT EXISTS FOR (n:Article) ON (n.band_3);
CREATE INDEX article_band_4 IF NOT EXISTS FOR (n:Article) ON (n.band_4);
CREATE INDEX article_band_5 IF NOT EXISTS FOR (n:Article) ON (n.band_5);
CREATE INDEX article_band_6 IF NOT EXISTS FOR (n:Article) ON (n.band_6);
CREATE INDEX article_band_7 IF NOT EXISTS FOR (n:Article) ON (n.band_7);
CREATE INDEX article_wire IF NOT EXISTS FOR (n:Article) ON (n.wire);
