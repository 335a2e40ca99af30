-- What the server spends on storing 2 000 articles, part by part: psql DATABASE -f ingest.sql, on a loaded archive.
-- log_statement_stats writes the processor time of each statement to the terminal; everything is rolled back.
SET search_path = archive;
BEGIN;
CREATE TEMP TABLE fresh ON COMMIT DROP AS SELECT * FROM articles WHERE seq <= 2000;
CREATE TEMP TABLE fresh_shingles ON COMMIT DROP AS
SELECT hash # 123456789123456 AS hash, md5(article_id::text || 'x')::uuid AS article_id FROM shingles WHERE article_id IN (SELECT id FROM fresh);
CREATE TEMP TABLE fresh_terms ON COMMIT DROP AS
SELECT term, md5(story_id::text || 'x')::uuid AS story_id, last_seen FROM story_terms WHERE story_id IN (SELECT story_id FROM fresh);
ANALYZE fresh; ANALYZE fresh_shingles; ANALYZE fresh_terms;
CREATE FUNCTION pg_temp.store(round text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE columns text;
BEGIN
    UPDATE fresh SET id = md5(id::text || round)::uuid, identity_key = identity_key || round, copy_key = copy_key || round, sort_at = sort_at + interval '731 days';
    SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
    WHERE attrelid = 'articles'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('seq', 'change');
    EXECUTE format('CREATE OR REPLACE TEMP VIEW ready AS SELECT %1$s FROM fresh; PREPARE store AS INSERT INTO articles (%1$s) SELECT * FROM ready', columns);
END $$;
SELECT pg_temp.store('a');
SET LOCAL client_min_messages = log; SET LOCAL log_statement_stats = on;
\echo articles with all indexes
EXECUTE store;
\echo numbering of changes
SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;
\echo emptying the pending list of the full-text index
SELECT gin_clean_pending_list('ix_articles_search');
\echo shingles
INSERT INTO shingles (hash, article_id) SELECT hash, article_id FROM fresh_shingles ON CONFLICT DO NOTHING;
\echo words of stories
INSERT INTO story_terms (term, story_id, last_seen) SELECT term, story_id, last_seen FROM fresh_terms ON CONFLICT (term, story_id) DO UPDATE SET last_seen = excluded.last_seen;
\echo reading tsvectors from text, and writing them, which the next line takes off
SELECT sum(length(text::tsvector)) FROM (SELECT search::text AS text FROM fresh OFFSET 0) AS vectors;
SELECT sum(length(text)) FROM (SELECT search::text AS text FROM fresh OFFSET 0) AS vectors;
SET LOCAL log_statement_stats = off;
DEALLOCATE store;
SELECT pg_temp.store('b');
DROP INDEX ix_articles_search;
SET LOCAL log_statement_stats = on;
\echo articles without the full-text index
EXECUTE store;
ROLLBACK;
