-- Makes the random draws of the sample: each depends on a record's seed and on what is drawn only,
-- so neither threads nor the order of rows can change it. Leaves out every shape and probability.

-- A number in [0, 1). Hashed twice: one pass would leave two draws of a record related.
create or replace temp macro draw(seed, what) as
  (hash(hash(seed, what)) >> 11) * 1.1102230246251565e-16;

-- A standard normal number (Box and Muller).
create or replace temp macro draw_normal(seed, what) as
  sqrt(-2 * ln(1 - draw(seed, what || ' radius'))) * cos(2 * pi() * draw(seed, what || ' angle'));

-- A log-normal factor whose median is 1.
create or replace temp macro draw_factor(seed, what, sigma) as
  exp(sigma * draw_normal(seed, what));

-- A whole number from low to high, both included.
create or replace temp macro draw_whole(seed, what, low, high) as
  low + floor(draw(seed, what) * (high - low + 1))::integer;

-- How much of the programme's 24 months had passed: 0 at its start, 1 at its end.
create or replace temp macro progress(day) as
  date_diff('day', getvariable('starts'), day) / 730.0;

-- What the partner knew when it made the file: nothing from the day of receipt on.
create or replace temp macro known(moment) as
  case when moment < getvariable('received') then moment end;

create or replace temp macro later(moment, seconds) as
  moment + to_seconds(round(seconds)::bigint);

-- Working days after a day: a Saturday or Sunday counts as the Friday before.
create or replace temp macro working_days_later(day, days) as
  day - greatest(isodow(day) - 5, 0)::integer
    + days::integer + 2 * ((least(isodow(day), 5) - 1 + days) // 5)::integer;
