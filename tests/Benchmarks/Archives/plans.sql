-- What PostgreSQL reads for the archive's searches, as the product writes them: psql DATABASE -f plans.sql
-- The words are the loader's: lape and bosi stand in a sixth of all articles, all English, labro in a thirteenth; the archive holds 2024 and 2025.
SET search_path = archive;
\pset tuples_only on
SELECT sort_at AS deep_at, seq AS deep_seq FROM articles ORDER BY sort_at DESC, seq DESC OFFSET (SELECT count(*) * 97 / 100 FROM articles) LIMIT 1 \gset
SELECT sort_at AS near_at, seq AS near_seq FROM articles ORDER BY sort_at DESC, seq DESC OFFSET (SELECT count(*) * 5 / 100 FROM articles) LIMIT 1 \gset
BEGIN;
SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off;
\echo newest, no words, first page
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq FROM articles AS a ORDER BY a.sort_at DESC, a.seq DESC LIMIT 51;
\echo newest, no words, after 97 % of the archive
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq FROM articles AS a WHERE (a.sort_at, a.seq) < (:'deep_at', :deep_seq) ORDER BY a.sort_at DESC, a.seq DESC LIMIT 51;
\echo newest, common word, walk
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq FROM (SELECT * FROM articles AS m ORDER BY m.sort_at DESC, m.seq DESC LIMIT 1000) AS a
WHERE a.search @@ '''lape'''::tsquery ORDER BY a.sort_at DESC, a.seq DESC LIMIT 51;
\echo newest, common word, walk after 97 % of the archive
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq FROM (SELECT * FROM articles AS m WHERE (m.sort_at, m.seq) < (:'deep_at', :deep_seq) ORDER BY m.sort_at DESC, m.seq DESC LIMIT 1000) AS a
WHERE a.search @@ '''lape'''::tsquery ORDER BY a.sort_at DESC, a.seq DESC LIMIT 51;
\echo newest, common word of another language, walk that finds nothing
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq FROM (SELECT * FROM articles AS m ORDER BY m.sort_at DESC, m.seq DESC LIMIT 3000) AS a
WHERE (a.search @@ '''lape'''::tsquery AND a.language = 'de') ORDER BY a.sort_at DESC, a.seq DESC LIMIT 51;
\echo by relevance among the newest 500, common word
SET LOCAL enable_sort = on;
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq, ts_rank(ARRAY[0.1, 0.2, 0.4, 1.0]::real[], a.search, '''lape'''::tsquery, 1) FROM articles AS a WHERE a.seq IN (
SELECT a.seq FROM (SELECT * FROM articles AS m ORDER BY m.sort_at DESC, m.seq DESC LIMIT 4500) AS a WHERE a.search @@ '''lape'''::tsquery ORDER BY a.sort_at DESC, a.seq DESC LIMIT 500);
SET LOCAL enable_bitmapscan = on;
\echo newest, common word of another language, gathered
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT m.seq FROM (SELECT a.seq, a.sort_at FROM articles AS a WHERE (a.search @@ '''lape'''::tsquery AND a.language = 'de') OFFSET 0) AS m ORDER BY m.sort_at DESC, m.seq DESC LIMIT 51;
\echo newest, common word of one old month, gathered
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT m.seq FROM (SELECT a.seq, a.sort_at FROM articles AS a WHERE (a.search @@ '''lape'''::tsquery
AND (a.published_at IS NOT NULL AND a.published_at >= '2024-03-01' AND a.published_at < '2024-04-01')) OFFSET 0) AS m ORDER BY m.sort_at DESC, m.seq DESC LIMIT 51;
\echo newest, phrase of two common words, every article with both compared, as the product does not
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT m.seq FROM (SELECT a.seq, a.sort_at FROM articles AS a WHERE a.search @@ '''lape'' <-> ''bosi'''::tsquery OFFSET 0) AS m ORDER BY m.sort_at DESC, m.seq DESC LIMIT 51;
\echo newest, phrase of two common words, 1 000 compared
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq, a.sort_at, CASE WHEN (a.search @@ '''lape'' & ''bosi'''::tsquery AND ts_match_vq(a.search, '''lape'' <-> ''bosi'''::tsquery)) THEN 1 ELSE 0 END AS matches
FROM (SELECT * FROM articles AS a WHERE a.search @@ '''lape'' & ''bosi'''::tsquery AND (a.sort_at, a.seq) >= (:'near_at', :near_seq) ORDER BY a.sort_at DESC, a.seq DESC LIMIT 1001) AS a ORDER BY a.sort_at DESC, a.seq DESC;
\echo timeline of a year by day, common word
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT date_trunc('day', a.sort_at), count(*) FROM articles AS a WHERE (a.search @@ '''lape'''::tsquery
AND (a.published_at IS NOT NULL AND a.published_at >= '2025-01-01' AND a.published_at < '2026-01-01')) GROUP BY 1;
\echo facets of a word in one article of thirteen, one pass
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.source_id, a.language, a.host, max(a.source_title), count(*), string_agg(CASE WHEN a.seq % 10 = 0 THEN CAST(a.seq AS text) END, ',')
FROM articles AS a WHERE a.search @@ '''labro'''::tsquery GROUP BY a.source_id, a.language, a.host;
\echo all matches of a common word ranked, as the product does not
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT a.seq, ts_rank(a.search, '''lape'''::tsquery, 1) AS rank FROM articles AS a WHERE a.search @@ '''lape'''::tsquery ORDER BY rank DESC LIMIT 51;
ROLLBACK;
