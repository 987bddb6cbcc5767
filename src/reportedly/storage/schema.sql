-- The schema of a store, version 6. Made by genscripts/store_schema.py from migrations/: do not edit.
-- What each table is for stands in the migrations and in docs/store.md.

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

CREATE INDEX articles_id ON articles (id);

CREATE INDEX articles_address ON articles (address);

CREATE INDEX articles_lineage ON articles (lineage);

CREATE INDEX articles_run ON articles (run);

CREATE INDEX articles_order ON articles (published DESC, id, number) WHERE current;

CREATE TABLE revisions (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    earlier INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    added INTEGER NOT NULL,             -- lines
    removed INTEGER NOT NULL,
    diff TEXT NOT NULL
) STRICT;

CREATE INDEX revisions_earlier ON revisions (earlier);

CREATE TABLE tombstones (
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    retracted TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (id, sha256)
) STRICT;

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

CREATE INDEX claims_id ON claims (id);

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

CREATE INDEX events_id ON events (id);

CREATE INDEX events_type ON events (type);

CREATE INDEX events_days ON events (first_day, last_day);

CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL                -- without case and accents
) STRICT;

CREATE TABLE parties (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names,
    country TEXT,
    sectors TEXT NOT NULL,              -- separated by spaces
    PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX parties_name ON parties (name);

CREATE INDEX parties_country ON parties (country);

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

CREATE INDEX mentions_claim ON mentions (claim);

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

CREATE INDEX sources_claim ON sources (claim);

CREATE INDEX sources_mention ON sources (mention);

CREATE INDEX sources_name ON sources (name);

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

CREATE INDEX places_article ON places (article, position);

CREATE INDEX places_event ON places (event);

CREATE INDEX places_country ON places (country, event);

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

CREATE TABLE pending (
    article INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER pending_added AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO pending VALUES (new.number);
END;

CREATE TRIGGER pending_changed AFTER UPDATE OF current, run ON articles BEGIN
    INSERT OR IGNORE INTO pending VALUES (new.number);
END;

CREATE TABLE fingerprints (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    handle INTEGER NOT NULL UNIQUE,     -- hash of the article's id
    moment INTEGER NOT NULL,            -- of publication, in seconds; what has no date comes last
    record TEXT NOT NULL,
    keys BLOB NOT NULL,                 -- its rows in `keys`, eight bytes each
    level INTEGER NOT NULL DEFAULT 0    -- how strong the edges of its piece of the archive are, see links/pieces.py
) STRICT;

CREATE TABLE keys (
    key INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    handle INTEGER NOT NULL,
    PRIMARY KEY (key, moment, handle)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy_edges (
    article INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    record TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX copy_edges_other ON copy_edges (other, article);

CREATE TABLE story_edges (
    article INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    score REAL NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_edges_other ON story_edges (other, score, article);

CREATE TABLE copies (
    article INTEGER PRIMARY KEY REFERENCES fingerprints ON DELETE CASCADE,
    root INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    similarity REAL NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE INDEX copies_root ON copies (root);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    signature TEXT NOT NULL,            -- hash of its articles and the links between them
    title TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL,           -- of all its events
    independent_origins INTEGER NOT NULL, -- of its main event, the one that most articles tell
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX stories_order ON stories (last_day DESC, articles DESC, id);

CREATE TABLE story_articles (
    article INTEGER PRIMARY KEY REFERENCES fingerprints ON DELETE CASCADE,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE
) STRICT;

CREATE INDEX story_articles_story ON story_articles (story);

CREATE TABLE merged (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    credibility INTEGER,
    disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)) -- whether something speaks against it
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_story ON merged (story, position);

CREATE TABLE tellings (
    event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    merged TEXT NOT NULL REFERENCES merged ON DELETE CASCADE
) STRICT;

CREATE INDEX tellings_merged ON tellings (merged);

CREATE INDEX names_folded ON names (folded, name);

CREATE TABLE listed_events (
    merged TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    lead INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- the fullest telling of that type
    type TEXT NOT NULL,
    quad TEXT NOT NULL,
    standing TEXT NOT NULL,             -- of the lead, as is the modality
    modality TEXT NOT NULL,
    first_day TEXT NOT NULL,            -- of the fullest telling that has a date of its own, else of the lead
    last_day TEXT NOT NULL,
    latest TEXT NOT NULL,               -- when the newest article that tells it appeared
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    credibility INTEGER,
    disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
    place TEXT,
    lat REAL,
    lon REAL,
    record TEXT NOT NULL                -- actors, recipients, date and place, as the story has them
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_events_story ON listed_events (story);

CREATE INDEX listed_events_lead ON listed_events (lead);

CREATE INDEX listed_events_newest ON listed_events (
    latest DESC, merged, type, quad, standing, modality, disputed, independent_origins, first_day, last_day
);

CREATE INDEX listed_events_disputed ON listed_events (disputed DESC, latest DESC, merged);

CREATE INDEX listed_events_days ON listed_events (first_day DESC, quad, merged);

CREATE INDEX listed_events_told ON listed_events (articles DESC, merged);

CREATE INDEX listed_events_origins ON listed_events (independent_origins DESC, merged);

CREATE INDEX listed_events_places ON listed_events (lat, lon, place, quad) WHERE lat IS NOT NULL;

CREATE INDEX listed_events_facets ON listed_events (
    type, quad, standing, modality, disputed, independent_origins, first_day, last_day
);

CREATE TABLE listed_parties (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,               -- without case and accents
    country TEXT,
    PRIMARY KEY (merged, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_parties_name ON listed_parties (folded, role, merged, name, country);

CREATE TABLE listed_countries (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    country TEXT NOT NULL,
    PRIMARY KEY (merged, country)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_countries_country ON listed_countries (country, merged);

CREATE TABLE listed_pairs (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL,
    quad TEXT NOT NULL,
    PRIMARY KEY (merged, actor, recipient)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_pairs_both ON listed_pairs (actor, recipient, quad);

CREATE TABLE listed_origins (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    name TEXT NOT NULL,
    disputed INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    PRIMARY KEY (merged, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_origins_name ON listed_origins (name, disputed, corrected);

CREATE VIEW telling_events AS
SELECT stories.id AS story, json_extract(told.value, '$.id') AS merged, told.value AS record, mention.key AS place,
    events.number AS event, events.article AS article, articles.published AS published,
    events.type <> json_extract(told.value, '$.type') AS other_type,
    json_extract(events.record, '$.date.start') IS NULL AS undated
FROM stories JOIN json_each(stories.record, '$.events') AS told
JOIN json_each(told.value, '$.mentions') AS mention
JOIN events ON events.id = mention.value JOIN articles ON articles.number = events.article AND articles.current;

CREATE VIEW new_listed_events AS
WITH told AS (
    SELECT DISTINCT story, merged, record,
        first_value(event) OVER (PARTITION BY story, merged ORDER BY other_type, place) AS lead,
        first_value(event) OVER (PARTITION BY story, merged ORDER BY undated, other_type, place) AS dated,
        max(published) OVER (PARTITION BY story, merged) AS latest
    FROM telling_events
)
SELECT told.merged, told.story, lead, json_extract(told.record, '$.type') AS type,
    json_extract(events.record, '$.quad') AS quad, json_extract(events.record, '$.standing') AS standing,
    json_extract(events.record, '$.modality') AS modality, dated.first_day, dated.last_day, latest,
    (
        SELECT count(DISTINCT article) FROM json_each(told.record, '$.mentions') AS mention
        JOIN events ON events.id = mention.value JOIN articles ON articles.number = article AND current
    ) AS articles,
    json_extract(told.record, '$.copies') AS copies,
    json_extract(told.record, '$.independent_origins') AS independent_origins,
    json_extract(told.record, '$.credibility.value') AS credibility,
    json_array_length(told.record, '$.contradicted_by') > 0 AS disputed,
    json_extract(told.record, '$.place.name') AS place,
    json_extract(told.record, '$.place.lat') AS lat, json_extract(told.record, '$.place.lon') AS lon,
    json_object(
        'actors', json_extract(told.record, '$.actors'), 'recipients', json_extract(told.record, '$.recipients'),
        'date', json_extract(told.record, '$.date'), 'place', json_extract(told.record, '$.place')
    ) AS record
FROM told JOIN events ON events.number = lead JOIN events AS dated ON dated.number = told.dated;

CREATE VIEW new_listed_parties AS
SELECT merged, role, key AS position, json_extract(value, '$.name') AS name,
    ifnull(
        (SELECT folded FROM names WHERE names.name = json_extract(value, '$.name')), lower(json_extract(value, '$.name'))
    ) AS folded,
    json_extract(value, '$.country') AS country, story
FROM (
    SELECT merged, story, 'actor' AS role, party.key, party.value
    FROM listed_events, json_each(record, '$.actors') AS party
    UNION ALL
    SELECT merged, story, 'recipient', party.key, party.value
    FROM listed_events, json_each(record, '$.recipients') AS party
);

CREATE VIEW new_listed_countries AS
SELECT listed_parties.merged, country, story
FROM listed_events JOIN listed_parties ON listed_parties.merged = listed_events.merged WHERE country IS NOT NULL
UNION ALL
SELECT merged, json_extract(record, '$.place.country'), story
FROM listed_events WHERE json_extract(record, '$.place.country') IS NOT NULL;

CREATE VIEW new_listed_pairs AS
SELECT actor.merged, actor.name AS actor, recipient.name AS recipient, quad, story
FROM listed_events JOIN listed_parties AS actor ON actor.merged = listed_events.merged AND actor.role = 'actor'
JOIN listed_parties AS recipient ON recipient.merged = listed_events.merged AND recipient.role = 'recipient';

CREATE VIEW new_listed_origins AS
SELECT listed_events.merged, origin.value AS name, listed_events.disputed,
    (
        SELECT count(*) FROM json_each(told.value, '$.values') AS given
        WHERE json_extract(given.value, '$.by') = origin.value AND json_extract(given.value, '$.superseded')
    ) AS corrected,
    stories.id AS story
FROM stories JOIN json_each(stories.record, '$.events') AS told
JOIN listed_events ON listed_events.merged = json_extract(told.value, '$.id')
JOIN json_each(told.value, '$.origins') AS origin;

CREATE TRIGGER stories_listed AFTER INSERT ON stories BEGIN
    INSERT INTO listed_events SELECT * FROM new_listed_events WHERE story = new.id;
    INSERT INTO listed_parties
    SELECT merged, role, position, name, folded, country FROM new_listed_parties WHERE story = new.id;
    INSERT OR IGNORE INTO listed_countries SELECT merged, country FROM new_listed_countries WHERE story = new.id;
    INSERT OR IGNORE INTO listed_pairs SELECT merged, actor, recipient, quad FROM new_listed_pairs WHERE story = new.id;
    INSERT OR IGNORE INTO listed_origins SELECT merged, name, disputed, corrected FROM new_listed_origins WHERE story = new.id;
END;

CREATE TABLE source_totals (
    number INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    articles INTEGER NOT NULL,
    named INTEGER NOT NULL,             -- in how many of these articles it is not kept unnamed
    claims INTEGER NOT NULL,
    events INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    UNIQUE (folded, kind)
) STRICT;

CREATE INDEX source_totals_order ON source_totals (articles DESC, events DESC, claims DESC, folded, kind);

CREATE INDEX source_totals_gone ON source_totals (number) WHERE articles = 0;

CREATE TABLE heard (
    source INTEGER NOT NULL REFERENCES source_totals,
    article INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    event INTEGER NOT NULL,
    type TEXT,                          -- of the event
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)), -- kept unnamed everywhere in that event or claim
    origin INTEGER NOT NULL CHECK (origin IN (0, 1)), -- of the event; 0 for claims
    first_day TEXT NOT NULL,            -- of the claim where there is one, else of the event
    last_day TEXT NOT NULL,
    PRIMARY KEY (source, article, claim, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX heard_article ON heard (article);

CREATE INDEX heard_event ON heard (event);

CREATE TABLE listed_articles (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    article INTEGER NOT NULL,
    PRIMARY KEY (merged, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_articles_article ON listed_articles (article, merged);

CREATE TRIGGER tellings_listed AFTER INSERT ON tellings BEGIN
    INSERT OR IGNORE INTO listed_articles SELECT merged, article FROM listed_events, events
    WHERE merged = new.merged AND number = new.event;
END;

CREATE TABLE failures (
    number INTEGER PRIMARY KEY,         -- the last that failed has the greatest
    input TEXT NOT NULL UNIQUE,
    reason TEXT NOT NULL,
    failed TEXT,                        -- when, ISO 8601; null when the caller did not say
    run INTEGER REFERENCES runs
) STRICT;

CREATE TABLE listed_groups (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    actor TEXT NOT NULL,                -- country and most specific sector, as far as known
    recipient TEXT NOT NULL,
    quad TEXT NOT NULL,
    PRIMARY KEY (merged, actor, recipient)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_groups_both ON listed_groups (actor, recipient, quad);

CREATE VIEW new_listed_groups AS
SELECT merged,
    trim(ifnull(json_extract(actor.value, '$.country'), '') || ' ' || ifnull(json_extract(actor.value, '$.sectors[0]'), ''))
    AS actor,
    trim(
        ifnull(json_extract(recipient.value, '$.country'), '') || ' ' ||
        ifnull(json_extract(recipient.value, '$.sectors[0]'), '')
    ) AS recipient,
    quad, story
FROM listed_events JOIN json_each(record, '$.actors') AS actor JOIN json_each(record, '$.recipients') AS recipient;

CREATE TRIGGER events_grouped AFTER INSERT ON listed_events BEGIN
    INSERT OR IGNORE INTO listed_groups
    SELECT merged, actor, recipient, quad FROM new_listed_groups
    WHERE merged = new.merged AND actor <> '' AND recipient <> '';
END;
