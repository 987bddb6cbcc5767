-- Who is heard where, so narrow that a list of sources under any filter is one walk over it; which articles tell what; and
-- what failed to be read.

-- Totals get a number for each source. A source is a name without case and accents, and a kind.
DROP TABLE source_totals;
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

-- Of current texts alone: a row for each source of an event, with 0 for the claim; and for each source of a claim, one
-- row for every event that the claim asserts, or one with 0.
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

INSERT INTO source_totals (folded, kind, articles, named, claims, events, origins)
SELECT DISTINCT folded, kind, 0, 0, 0, 0, 0 FROM sources JOIN names ON names.number = sources.name
WHERE claim IN (SELECT claims.number FROM claims JOIN articles ON articles.number = claims.article WHERE current)
OR mention IN (
    SELECT mentions.number FROM mentions JOIN events ON events.number = mentions.event
    JOIN articles ON articles.number = events.article WHERE current
);
INSERT INTO heard
SELECT source_totals.number, events.article, 0, events.number, type, min(anonymous), max(origin), first_day, last_day
FROM articles JOIN events ON events.article = articles.number
JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
JOIN names ON names.number = sources.name
JOIN source_totals ON source_totals.folded = names.folded AND source_totals.kind = sources.kind
WHERE current GROUP BY source_totals.number, events.number;
INSERT INTO heard
SELECT source_totals.number, claims.article, claims.number, ifnull(told.event, 0), told.type,
    min(anonymous), 0, claims.first_day, claims.last_day
FROM articles JOIN claims ON claims.article = articles.number JOIN sources ON sources.claim = claims.number
JOIN names ON names.number = sources.name
JOIN source_totals ON source_totals.folded = names.folded AND source_totals.kind = sources.kind
LEFT JOIN (
    SELECT events.article, events.number AS event, events.type, mentions.claim
    FROM events JOIN mentions ON mentions.event = events.number
) AS told ON told.article = claims.article AND told.claim = claims.id
WHERE current GROUP BY source_totals.number, claims.number, told.event;
UPDATE source_totals SET articles = own.articles, named = own.named, claims = own.claims, events = own.events,
    origins = own.origins
FROM (
    SELECT source, count(*) AS articles, sum(1 - anonymous) AS named, sum(claims) AS claims, sum(events) AS events,
        sum(origins) AS origins
    FROM (
        SELECT source, article, min(anonymous) AS anonymous, count(DISTINCT nullif(claim, 0)) AS claims,
            sum(claim = 0) AS events, sum(origin) AS origins
        FROM heard GROUP BY source, article
    ) GROUP BY source
) AS own WHERE source_totals.number = own.source;

-- Which articles tell an event of the real world, for filters by words that many of them hold.
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
INSERT OR IGNORE INTO listed_articles
SELECT tellings.merged, events.article FROM tellings JOIN listed_events ON listed_events.merged = tellings.merged
JOIN events ON events.number = tellings.event;

-- What could not be read or coded, the last time that it was tried.
CREATE TABLE failures (
    number INTEGER PRIMARY KEY,         -- the last that failed has the greatest
    input TEXT NOT NULL UNIQUE,
    reason TEXT NOT NULL,
    failed TEXT,                        -- when, ISO 8601; null when the caller did not say
    run INTEGER REFERENCES runs
) STRICT;
