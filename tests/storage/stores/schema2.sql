-- A store with schema 2 and one report in it: that of schema 1, with the words that migration 2 indexed. Never make it anew.
PRAGMA application_id = 1380996164;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,        -- of the content: adding the same again changes nothing
    run INTEGER NOT NULL REFERENCES runs,
    lineage INTEGER NOT NULL,           -- number of the article of the lineage that was added first
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    address TEXT,                       -- the URL without what does not tell pages apart; null for front pages
    title TEXT NOT NULL,
    published TEXT NOT NULL,            -- day or UTC moment
    text TEXT NOT NULL,
    record TEXT NOT NULL                -- all other fields of the article
) STRICT;
INSERT INTO "articles" VALUES(1,'19e0f316acc1dd7c','80911c7aa150060b89f02146c329bd73f8c3d7371b52d57cbab6d24977094fa5',1,1,1,'harbourpost.example/a/1','Helicopter shells mining camp in Peru','2025-03-04','Officials in Lima said on Monday that an army helicopter shelled a mining camp near Iquitos, killing at least nine people.

“We condemn the attack,” Governor Ana Quispe told Radio Amazonas.','{"id":"19e0f316acc1dd7c","raw_sha256":"0000000000000000000000000000000000000000000000000000000000000000","url":"https://harbourpost.example/a/1","title":"Helicopter shells mining camp in Peru","language":"en","publisher":{"name":"Harbour Post","domain":"harbourpost.example"},"credits":["Meridian Wire"],"byline":["Rosa Quintanilla"],"dateline":null,"published":{"value":"2025-03-04","precision":"day","evidence":"JSON-LD datePublished","conflict":true,"candidates":[{"value":"2025-03-04","evidence":"JSON-LD datePublished","score":0.9},{"value":"2025-03-09T08:00:00+00:00","evidence":"page clock","score":0.2}]},"furniture":[{"kind":"share bar","text":"Share on Facebook"}]}');
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL,          -- in the report
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    parent TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (article, position)
) STRICT;
INSERT INTO "claims" VALUES(1,1,0,'claim1','say',NULL,'2025-03-04','2025-03-04','{"id":"claim1","content":[[124,148]],"cue":[[169,173]],"kind":"direct","act":"say","sources":[{"name":"Radio Amazonas","span":null,"kind":"outlet","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Ana Quispe","span":[158,168],"kind":"official","anonymous":false,"interested":false,"title":null,"actor":null}],"parent":null,"factuality":"CT+","date":null,"quantities":[]}');
CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    claim TEXT,                         -- id of the claim that asserts it first
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (article, position)
) STRICT;
INSERT INTO "events" VALUES(1,1,0,'event1','ASSAULT',NULL,'2025-03-03','2025-03-03','{"id":"event1","type":"ASSAULT","mode":"aerial","contexts":["military"],"quad":"material conflict","intensity":-9.0,"cameo":"195","actors":[{"name":"Peruvian army","text":"an army helicopter","span":null,"country":"PER","sectors":["MIL"],"title":null,"alleged":false}],"recipients":[{"name":"miners","text":"a mining camp","span":null,"country":"PER","sectors":["CVL"],"title":null,"alleged":true}],"date":{"start":"2025-03-03","end":"2025-03-04","precision":"day","text":"on Monday","span":null},"place":{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null},"items":[{"text":"an army helicopter","span":[38,56],"category":"aircraft","count":null,"action":null}],"quantities":[{"kind":"killed","value":9.0,"low":9.0,"high":null,"unit":"people","currency":null,"per":null,"modifier":"at least","text":"at least nine people","span":[101,121]}],"standing":"reported","modality":"actual","factuality":"CT+","claim":null,"sources":[{"name":"Harbour Post","span":null,"kind":"publisher","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Meridian Wire","span":null,"kind":"wire","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Officials","span":[0,9],"kind":"official","anonymous":true,"interested":true,"title":null,"actor":null}],"trigger":[57,64],"evidence":[0,122],"mentions":[{"trigger":[57,64],"evidence":[0,122],"claim":null,"sources":[{"name":"Harbour Post","span":null,"kind":"publisher","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Meridian Wire","span":null,"kind":"wire","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Officials","span":[0,9],"kind":"official","anonymous":true,"interested":true,"title":null,"actor":null}],"standing":"reported","modality":"actual","factuality":"CT+"}],"confidence":0.85,"why":["frame:shell"]}');
CREATE TABLE mentions (
    number INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim TEXT,
    standing TEXT NOT NULL,
    modality TEXT NOT NULL,
    factuality TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    UNIQUE (event, position)
) STRICT;
INSERT INTO "mentions" VALUES(1,1,0,NULL,'reported','actual','CT+',57,64);
CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL                -- without case and accents
) STRICT;
INSERT INTO "names" VALUES(1,'Radio Amazonas','radio amazonas');
INSERT INTO "names" VALUES(2,'Ana Quispe','ana quispe');
INSERT INTO "names" VALUES(3,'Peruvian army','peruvian army');
INSERT INTO "names" VALUES(4,'miners','miners');
INSERT INTO "names" VALUES(5,'Harbour Post','harbour post');
INSERT INTO "names" VALUES(6,'Meridian Wire','meridian wire');
INSERT INTO "names" VALUES(7,'Officials','officials');
CREATE TABLE parties (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names,
    country TEXT,
    sectors TEXT NOT NULL,              -- separated by spaces
    PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "parties" VALUES(1,'actor',0,3,'PER','MIL');
INSERT INTO "parties" VALUES(1,'recipient',0,4,'PER','CVL');
CREATE TABLE places (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    event INTEGER REFERENCES events ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    geonames_id INTEGER,
    lat REAL,
    lon REAL,
    record TEXT NOT NULL
) STRICT;
INSERT INTO "places" VALUES(1,1,1,0,'Iquitos','city','PER',NULL,NULL,NULL,'{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null}');
INSERT INTO "places" VALUES(2,1,NULL,0,'Iquitos','city','PER',NULL,NULL,NULL,'{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null}');
CREATE TABLE revisions (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    earlier INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    added INTEGER NOT NULL,             -- lines
    removed INTEGER NOT NULL,
    diff TEXT NOT NULL
) STRICT;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- hash of everything below but the start
    version TEXT NOT NULL,
    codebook TEXT NOT NULL,
    codebook_digest TEXT,               -- SHA-256 of the codebook files
    models TEXT NOT NULL,               -- JSON list
    settings TEXT NOT NULL,             -- JSON object
    config_hash TEXT NOT NULL,
    started TEXT                        -- first start; null when the caller did not say
) STRICT;
INSERT INTO "runs" VALUES(1,'fa9a76e85aa465f2','0.1.0','PLOVER 2.0',NULL,'["en_core_web_sm 3.8.0"]','{}','abc','2026-11-22T20:00:00+00:00');
CREATE TABLE sources (
    number INTEGER PRIMARY KEY,
    claim INTEGER REFERENCES claims ON DELETE CASCADE,
    mention INTEGER REFERENCES mentions ON DELETE CASCADE,
    position INTEGER NOT NULL,
    origin INTEGER NOT NULL CHECK (origin IN (0, 1)), -- whether it is the last, which the rest relay
    name INTEGER NOT NULL REFERENCES names,
    kind TEXT NOT NULL,
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    interested INTEGER NOT NULL CHECK (interested IN (0, 1)),
    country TEXT,
    CHECK ((claim IS NULL) <> (mention IS NULL))
) STRICT;
INSERT INTO "sources" VALUES(1,1,NULL,0,0,1,'outlet',0,0,NULL);
INSERT INTO "sources" VALUES(2,1,NULL,1,1,2,'official',0,0,NULL);
INSERT INTO "sources" VALUES(3,NULL,1,0,0,5,'publisher',0,0,NULL);
INSERT INTO "sources" VALUES(4,NULL,1,1,0,6,'wire',0,0,NULL);
INSERT INTO "sources" VALUES(5,NULL,1,2,1,7,'official',1,1,NULL);
CREATE TABLE tombstones (
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    retracted TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (id, sha256)
) STRICT;
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_address ON articles (address);
CREATE INDEX articles_lineage ON articles (lineage);
CREATE INDEX articles_run ON articles (run);
CREATE INDEX articles_order ON articles (published DESC, id, number) WHERE current;
CREATE INDEX revisions_earlier ON revisions (earlier);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_type ON events (type);
CREATE INDEX events_days ON events (first_day, last_day);
CREATE INDEX parties_name ON parties (name);
CREATE INDEX parties_country ON parties (country);
CREATE INDEX mentions_claim ON mentions (claim);
CREATE INDEX sources_claim ON sources (claim);
CREATE INDEX sources_mention ON sources (mention);
CREATE INDEX sources_name ON sources (name);
CREATE INDEX places_article ON places (article, position);
CREATE INDEX places_event ON places (event);
CREATE INDEX places_country ON places (country, event);
COMMIT;
-- The words of titles and texts, for `--text`; accents and case do not count. What is there already is indexed.

CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'articles', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER words_added AFTER INSERT ON articles BEGIN
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER words_removed AFTER DELETE ON articles BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER words_changed AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
INSERT INTO words (words) VALUES ('rebuild');
