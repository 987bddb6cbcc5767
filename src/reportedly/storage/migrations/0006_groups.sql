-- Who acts towards whom by country and sector, since names differ from article to article: "COL MIL" towards "COL CVL".

CREATE TABLE listed_groups (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    actor TEXT NOT NULL,                -- country and most specific sector, as far as known
    recipient TEXT NOT NULL,
    quad TEXT NOT NULL,
    PRIMARY KEY (merged, actor, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_groups_both ON listed_groups (actor, recipient, quad);

-- Each actor with each recipient; parties of one group stand here once each.
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

INSERT OR IGNORE INTO listed_groups
SELECT merged, actor, recipient, quad FROM new_listed_groups WHERE actor <> '' AND recipient <> '';
