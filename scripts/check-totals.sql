-- The queries of check-totals. Amounts are whole numbers of ten-thousandths; labels come plain, synonyms replaced.
-- `month` names the report, of a month or of several; `page_first` and `page_last` are the days of the page's month,
-- `range_first` and `range_last` those of the report.

-- name: schema
CREATE TABLE power (p INTEGER);
CREATE TABLE program (id TEXT PRIMARY KEY, place INTEGER);
CREATE TABLE fact (
  month TEXT, id INTEGER, document TEXT, line INTEGER, offset INTEGER, article TEXT, kind TEXT, value INTEGER,
  high INTEGER, unit TEXT, qualifier TEXT, label TEXT, code INTEGER, province TEXT, program TEXT, period TEXT,
  status TEXT, part INTEGER, optional INTEGER, span TEXT, enters TEXT, see TEXT, stock INTEGER,
  first INTEGER, last INTEGER, page_first INTEGER, page_last INTEGER, rhythm TEXT,
  range_first INTEGER, range_last INTEGER, inside TEXT);
CREATE INDEX spot ON fact (month, document, line, offset);
CREATE INDEX matter ON fact (month, program, kind, unit, span, province);

-- name: bounds
-- The last unit that is not zero, of 0 one whole; then the least and the most that one printed figure allows.
CREATE TABLE bound AS
WITH digit AS (
  SELECT month, id, qualifier, value, coalesce(high, value) AS top,
    CASE value WHEN 0 THEN 10000 ELSE (SELECT max(p) FROM power WHERE value % p = 0) END AS unit,
    CASE coalesce(high, value) WHEN 0 THEN 10000
      ELSE (SELECT max(p) FROM power WHERE coalesce(high, value) % p = 0) END AS top_unit
  FROM fact)
SELECT month, id,
  CASE qualifier
    WHEN 'about' THEN value - (unit + 1) / 2
    WHEN 'nearly' THEN CASE WHEN value <= 0 THEN value WHEN value = unit THEN value - max(1, unit / 10) ELSE value - unit END
    WHEN 'at_most' THEN CASE WHEN value <= 0 THEN value WHEN value = unit THEN value - max(1, unit / 10) ELSE value - unit END
    ELSE value END AS low,
  CASE qualifier WHEN 'about' THEN top + (top_unit + 1) / 2 WHEN 'over' THEN NULL WHEN 'at_least' THEN NULL
    ELSE top END AS high
FROM digit;
CREATE UNIQUE INDEX bound_id ON bound (month, id);

-- name: views
-- Facts that may repeat or cover one another; a headline's echo covers nothing.
CREATE VIEW compared AS
  SELECT f.*, b.low, b.high AS top,
    coalesce(f.first, CASE WHEN f.period = '' THEN f.page_first WHEN f.rhythm = '' THEN 0 END) AS day_first,
    coalesce(f.last, CASE WHEN f.rhythm = '' THEN f.page_last END) AS day_last
  FROM fact f JOIN bound b USING (month, id)
  WHERE f.status = 'actual' AND f.province <> '全国' AND f.kind <> 'rates';
CREATE VIEW figure AS
  SELECT c.* FROM compared c
  LEFT JOIN fact o ON o.month = c.month AND o.document || ':' || o.line || ':' || o.offset = c.see
  WHERE NOT (c.optional AND c.enters = 'repeat' AND o.document = c.document);

-- name: rule: a span is not the period's
SELECT * FROM (SELECT *, CASE
  WHEN rhythm <> '' THEN 'recurring'
  WHEN period = '' THEN inside
  WHEN first IS NULL THEN 'cumulative'
  WHEN coalesce(last, page_last) < first THEN 'cumulative'
  WHEN first >= range_first AND coalesce(last, page_last) <= range_last THEN inside
  WHEN first > page_last AND first / 100 = last / 100 THEN inside
  WHEN first / 10000 = coalesce(last, page_last) / 10000 THEN 'year'
  ELSE 'cumulative' END AS right_span FROM fact)
WHERE span <> right_span;

-- name: rule: a fact that speaks against itself has another verdict
SELECT * FROM (SELECT *, CASE WHEN province = '全国' THEN 'national' WHEN kind = 'rates' THEN 'rate'
  WHEN status <> 'actual' THEN status WHEN part THEN 'part' END AS refusal FROM fact)
WHERE CASE WHEN refusal IS NULL THEN enters NOT IN ('total', 'repeat', 'covered') ELSE enters <> refusal END;

-- name: rule: a repeat names nothing that it repeats
SELECT r.* FROM fact r
LEFT JOIN fact o ON o.month = r.month AND o.document || ':' || o.line || ':' || o.offset = r.see AND o.enters <> 'repeat'
WHERE r.enters = 'repeat' AND NOT coalesce(
  o.kind = r.kind AND o.unit = r.unit AND o.value = r.value AND o.high IS r.high AND (
    o.code = r.code AND o.program = r.program AND o.span = r.span AND same_period(o.period, r.period)
        AND (r.period <> '' OR o.page_first = r.page_first)
    OR r.optional), 0);

-- name: rule: a covered fact names nothing that covers it
SELECT c.* FROM compared c
LEFT JOIN compared o ON o.month = c.month AND o.document || ':' || o.line || ':' || o.offset = c.see
WHERE c.enters = 'covered' AND NOT coalesce(
  o.enters <> 'repeat' AND o.program = c.program AND o.kind = c.kind AND o.unit = c.unit AND o.span = c.span AND (
    holds(o.code, c.code)
    OR o.code = c.code AND (
      o.first IS NOT c.first OR o.last IS NOT c.last OR o.period = '/'
      OR c.stock AND o.stock OR o.page_first <> c.page_first)), 0);

-- name: rule: a fact is in a total though a larger division's covers it
SELECT t.* FROM fact t
JOIN figure m ON m.month = t.month AND (m.id = t.id OR m.enters = 'repeat' AND m.see = t.document || ':' || t.line || ':' || t.offset)
JOIN figure w ON w.month = m.month AND w.program = m.program AND w.kind = m.kind AND w.unit = m.unit
  AND w.span = m.span AND w.province = m.province AND holds(w.code, m.code) AND agree(w.label, m.label)
  AND (m.span <> 'range' OR w.day_first <= m.day_first AND m.day_last <= w.day_last)
WHERE t.enters = 'total';

-- name: rule: a fact is in a total though a longer time's covers it
SELECT t.* FROM figure t
JOIN figure w ON w.month = t.month AND w.program = t.program AND w.kind = t.kind AND w.unit = t.unit
  AND w.span = t.span AND w.province = t.province AND w.code = t.code AND w.enters IN ('total', 'part')
  AND w.period <> '' AND w.rhythm = '' AND t.rhythm = ''
  AND w.day_first <= t.day_first AND t.day_last <= w.day_last
  AND (t.period = '' OR w.day_first <> t.day_first OR w.day_last <> t.day_last)
  AND t.label <> '' AND w.label <> '' AND is_wider(w.label, t.label) AND (w.top IS NULL OR t.low <= w.top)
WHERE t.enters = 'total' AND t.rhythm = '';

-- name: rule: two counts of one stock are added
SELECT t.* FROM figure t
JOIN figure o ON o.month = t.month AND o.program = t.program AND o.kind = t.kind AND o.unit = t.unit
  AND o.span = t.span AND o.code = t.code AND o.label = t.label AND o.stock AND o.rhythm = t.rhythm
  AND o.enters = 'total' AND o.id <> t.id
  AND (o.document <> t.document OR o.article <> t.article
    OR o.day_last <> t.day_last)
WHERE t.enters = 'total' AND t.stock AND t.label <> '' AND t.rhythm = ''
  -- Nothing later repeats either of them beside the other.
  AND NOT EXISTS (SELECT 1 FROM figure r WHERE r.month = t.month AND r.enters = 'repeat'
    AND r.see IN (t.document || ':' || t.line || ':' || t.offset, o.document || ':' || o.line || ':' || o.offset));

-- name: rule: two running totals of one start, or two recurring figures, of two months are added
SELECT t.* FROM figure t
JOIN figure o ON o.month = t.month AND o.program = t.program AND o.kind = t.kind AND o.unit = t.unit
  AND o.span = t.span AND o.code = t.code AND o.label = t.label AND o.rhythm = t.rhythm
  AND o.day_first IS t.day_first AND o.page_first <> t.page_first AND o.enters = 'total' AND o.id <> t.id
WHERE t.enters = 'total' AND t.inside = 'range' AND t.span IN ('cumulative', 'recurring') AND t.label <> ''
  AND NOT (t.stock AND t.rhythm = '')
  AND NOT EXISTS (SELECT 1 FROM figure r WHERE r.month = t.month AND r.enters = 'repeat'
    AND r.see IN (t.document || ':' || t.line || ':' || t.offset, o.document || ':' || o.line || ':' || o.offset));

-- name: rule: a figure is counted more often than its labels differ
WITH figures AS (
  SELECT month, code, program, kind, unit, value, coalesce(high, '') AS high, span, 
    period_key(period) || CASE period WHEN '' THEN page_first ELSE '' END AS period,
    label, enters <> 'repeat' AND (enters <> 'part' OR see = '') AS stands FROM figure),
outermost AS (
  SELECT DISTINCT f.month, f.code, f.program, f.kind, f.unit, f.value, f.high, f.span, f.period, f.label FROM figures f
  WHERE NOT EXISTS (SELECT 1 FROM figures o WHERE o.month = f.month AND o.code = f.code AND o.program = f.program
    AND o.kind = f.kind AND o.unit = f.unit AND o.value = f.value AND o.high = f.high AND o.span = f.span
    AND o.period = f.period AND o.label <> f.label AND f.label <> '' AND instr(o.label, f.label) > 0
    AND length(o.label) <= 40))
SELECT * FROM (
  SELECT month, code, program, kind, unit, value, high, span, period, sum(stands) AS stand FROM figures
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) s
JOIN (SELECT month, code, program, kind, unit, value, high, span, period, count(*) AS labels FROM outermost
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) l USING (month, code, program, kind, unit, value, high, span, period)
WHERE stand <> labels;

-- name: summary
CREATE TABLE counted AS
  SELECT f.*, b.low, b.high AS top FROM fact f JOIN bound b USING (month, id)
  WHERE enters = 'total' OR enters = 'rate' AND status = 'actual' AND see = '';
CREATE TABLE summary AS
WITH grouped AS (
  SELECT month, code / 10000 * 10000 AS code, province, program, kind, unit, span, count(*) AS facts,
    CASE count(DISTINCT rhythm) WHEN 1 THEN max(rhythm) ELSE 'mixed' END AS rhythm,
    sum(value) AS total, sum(low) AS low, CASE WHEN count(top) = count(*) THEN sum(top) END AS high,
    min(value) AS minimum, max(value) AS maximum
  FROM counted GROUP BY 1, 2, 3, 4, 5, 6, 7),
ranked AS (
  SELECT month, province, program, kind, unit, span, value,
    row_number() OVER (PARTITION BY month, province, program, kind, unit, span ORDER BY value) AS place,
    count(*) OVER (PARTITION BY month, province, program, kind, unit, span) AS facts FROM counted),
middle AS (
  SELECT month, province, program, kind, unit, span, half_up(sum(value), count(*)) AS median FROM ranked
  WHERE place IN ((facts + 1) / 2, (facts + 2) / 2) GROUP BY 1, 2, 3, 4, 5, 6)
SELECT month, code, province, program, kind, unit, span, facts, rhythm,
  CASE WHEN kind <> 'rates' AND rhythm <> 'mixed' THEN total END AS total,
  CASE WHEN kind <> 'rates' AND rhythm <> 'mixed' THEN low END AS low,
  CASE WHEN kind <> 'rates' AND rhythm <> 'mixed' THEN high END AS high,
  CASE WHEN rhythm <> 'mixed' THEN minimum END AS minimum,
  CASE WHEN rhythm <> 'mixed' THEN median END AS median,
  CASE WHEN rhythm <> 'mixed' THEN maximum END AS maximum,
  CASE WHEN rhythm <> 'mixed' THEN CASE kind WHEN 'rates' THEN median ELSE total END END AS compared
FROM grouped JOIN middle USING (month, province, program, kind, unit, span);

-- name: summary rows
SELECT *, code, province, program, kind, unit, span FROM summary WHERE month = :month ORDER BY code, coalesce((SELECT place FROM program WHERE id = program), 999), program,
  CASE kind WHEN 'funds' THEN 0 WHEN 'participants' THEN 1 WHEN 'stations' THEN 2 WHEN 'rates' THEN 3 ELSE 4 END,
  unit, CASE span WHEN 'month' THEN 0 WHEN 'range' THEN 1 WHEN 'year' THEN 2 WHEN 'cumulative' THEN 3 ELSE 4 END;

-- name: comparison rows
-- A month beside two earlier ones; each province beside the others with the same rhythm.
WITH keys AS (SELECT DISTINCT code, province, program, kind, unit, span FROM summary WHERE month IN (:month, :before, :ago)),
standing AS (
  SELECT *, rank() OVER (PARTITION BY program, kind, unit, span, rhythm ORDER BY compared DESC) AS rank,
    count(*) OVER (PARTITION BY program, kind, unit, span, rhythm) AS provinces,
    sum(compared) OVER (PARTITION BY program, kind, unit, span, rhythm) AS all_provinces,
    row_number() OVER (PARTITION BY program, kind, unit, span, rhythm ORDER BY compared) AS place
  FROM summary WHERE month = :month AND compared IS NOT NULL),
middle AS (
  SELECT program, kind, unit, span, rhythm, half_up(sum(compared), count(*)) AS middle FROM standing
  WHERE place IN ((provinces + 1) / 2, (provinces + 2) / 2) GROUP BY 1, 2, 3, 4, 5),
sides AS (
  SELECT k.*, n.compared AS this, n.facts IS NOT NULL AS is_now, p.facts IS NOT NULL AS was_before,
    a.facts IS NOT NULL AS was_ago,
    CASE WHEN n.facts IS NULL OR n.rhythm = p.rhythm THEN p.compared END AS before,
    CASE WHEN n.facts IS NULL OR n.rhythm = a.rhythm THEN a.compared END AS ago
  FROM keys k
  LEFT JOIN summary n ON n.month = :month AND (n.province, n.program, n.kind, n.unit, n.span) = (k.province, k.program, k.kind, k.unit, k.span)
  LEFT JOIN summary p ON p.month = :before AND (p.province, p.program, p.kind, p.unit, p.span) = (k.province, k.program, k.kind, k.unit, k.span)
  LEFT JOIN summary a ON a.month = :ago AND (a.province, a.program, a.kind, a.unit, a.span) = (k.province, k.program, k.kind, k.unit, k.span))
SELECT * FROM (SELECT s.*, this - before AS change, this - ago AS year_change,
  CASE s.kind WHEN 'rates' THEN NULL ELSE percent(this - before, before) END AS percent,
  CASE s.kind WHEN 'rates' THEN NULL ELSE percent(this - ago, ago) END AS year_percent,
  t.rank, t.provinces, CASE s.kind WHEN 'rates' THEN NULL ELSE percent(this, all_provinces) END AS share,
  m.middle AS median, this - m.middle AS distance
FROM sides s
LEFT JOIN standing t USING (code, province, program, kind, unit, span)
LEFT JOIN middle m ON (m.program, m.kind, m.unit, m.span, m.rhythm) = (s.program, s.kind, s.unit, s.span, t.rhythm))
ORDER BY code, coalesce((SELECT place FROM program WHERE id = program), 999), program,
  CASE kind WHEN 'funds' THEN 0 WHEN 'participants' THEN 1 WHEN 'stations' THEN 2 WHEN 'rates' THEN 3 ELSE 4 END,
  unit, CASE span WHEN 'month' THEN 0 WHEN 'range' THEN 1 WHEN 'year' THEN 2 WHEN 'cumulative' THEN 3 ELSE 4 END;
