-- Counts alerts eleven times: by how long it took to acknowledge, share, act on and escalate each,
-- to open its notebook, give support and close its lessons; by debrief, gap, command and outcome.
-- Every alert of the period stands in exactly one row of each table.
-- Leaves out alerts after the cut-off; what happened after it counts as not reached yet.

-- Groups are formed by these while alerts are counted, which is faster than by text.
create type alert_status as enum ('closed', 'open', 'not recorded', 'not known', 'not due');
create type alert_state as enum (
  'not closed', 'not recorded', 'not known', 'not due', 'held', 'not held', 'none flagged',
  'flagged', 'answered', 'stood up', 'not stood up', 'confirmed', 'refuted', 'unresolved'
);

-- A partner that keeps no record of a moment says neither that it came nor that it is awaited.
create temp macro status_of(reached_at, unrecorded, observed_until) as
  case
    when unrecorded then 'not recorded'::alert_status
    when reached_at < observed_until then 'closed'::alert_status
    else 'open'::alert_status
  end;

-- To the minute up to 2 hours, to 5 minutes up to a day, to 30 minutes up to 7 days, to 6 hours
-- beyond. A time taken is rounded up (rounds_up = 1), so that "within 6 hours" is exact; the age of
-- an open alert is rounded down (rounds_up = 0).
create temp macro on_ladder(minutes, rounds_up) as
  case
    when minutes <= 120 then minutes
    when minutes <= 1440 then (minutes + 4 * rounds_up) // 5 * 5
    when minutes <= 10080 then (minutes + 29 * rounds_up) // 30 * 30
    else (minutes + 359 * rounds_up) // 360 * 360
  end;

-- The age of an open alert runs to the end of the last day its partner's submission speaks of.
create temp macro minutes_of(status, alerted_at, reached_at, observed_until) as
  case status
    when 'closed' then on_ladder((date_diff('second', alerted_at, reached_at) + 59) // 60, 1)
    when 'open' then on_ladder(date_diff('second', alerted_at, observed_until) // 60, 0)
    else 0
  end;

-- What is only held against a limit is counted in coarser steps, so that fewer counts are small: to
-- 5 minutes up to 2 hours, to 30 minutes up to a day, to 6 hours up to 7 days, to 7 days beyond.
create temp macro in_steps(minutes, rounds_up) as
  case
    when minutes <= 120 then (minutes + 4 * rounds_up) // 5 * 5
    when minutes <= 1440 then (minutes + 29 * rounds_up) // 30 * 30
    when minutes <= 10080 then (minutes + 359 * rounds_up) // 360 * 360
    else (minutes + 10079 * rounds_up) // 10080 * 10080
  end;

create temp macro steps_of(status, began_at, reached_at, observed_until) as
  case status
    when 'closed' then in_steps((date_diff('second', began_at, reached_at) + 59) // 60, 1)
    when 'open' then in_steps(date_diff('second', began_at, observed_until) // 60, 0)
    else 0
  end;

-- Days are counted in steps of five for the same reason.
create temp macro days_of(status, began_at, reached_on, observed_until) as
  case status
    when 'closed' then (reached_on - began_at::date + 4) // 5 * 5
    when 'open' then (observed_until::date - 1 - began_at::date) // 5 * 5
    else 0
  end;
