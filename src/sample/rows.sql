-- Makes the rows of one file: number, seed, day, key and planted fault of each record of a partner
-- and kind. Leaves out records outside the file's days and those the partner registered later.

create or replace temp table calendar as
with weighed as (
  select
    day::date as day,
    round(
      10000
      * (1 + getvariable('season') * cos(2 * pi() * (dayofyear(day) - 180) / 365.25))
      * (1 + getvariable('growth') * progress(day::date))
      * case when isodow(day) > 5 then getvariable('weekend') else 1 end
      * case when day >= getvariable('step_on') then getvariable('step') else 1 end
      * case when day between getvariable('silent_from') and getvariable('silent_to')
          then 0 else 1 end
    )::bigint as weight
  from range(getvariable('starts')::timestamp, timestamp '2026-10-01', interval 1 day) as t(day)
),
stacked as (
  select
    day,
    weight,
    (sum(weight) over (order by day))::bigint as upper,
    (sum(weight) over ())::bigint as total
  from weighed
)
select unnest(range((upper - weight) * 65536 // total, upper * 65536 // total)) as slot, day
from stacked;

create or replace temp table numbers as
select number, fault, number - (fault in ('repeat', 'key_reused') is true)::integer as source
from (
  select
    number,
    case when number % 100 = 37 then
      getvariable('faults')[
        1 + (getvariable('first_fault') + number // 100) % len(getvariable('faults'))
      ]
    end as fault
  from range(getvariable('records')) as t(number)
);

-- Every record with its seed and key, for kinds that set their own days: a census, a plan for the year.
create or replace temp view numbered as
select
  number,
  fault,
  source,
  hash(getvariable('seed'), getvariable('partner'), getvariable('kind'), source) as seed,
  concat(
    getvariable('partner'), '-', getvariable('kind')[1], '-',
    lpad(
      ((source * 7919 + 4241) % (10 ** getvariable('digits'))::bigint)::varchar,
      getvariable('digits'),
      '0'
    )
  ) as key
from numbers;

create or replace temp view rows as
select number, fault, seed, day, key
from numbered
join calendar on slot = floor(draw(seed, 'day') * 65536)::bigint
where day between getvariable('from_day') and getvariable('until_day')
  and draw(seed, 'registered late') >= getvariable('late_share');
