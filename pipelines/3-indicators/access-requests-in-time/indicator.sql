-- Requests answered within thirty days, out of those whose thirty days had passed.
-- Leaves out requests whose thirty days had not; those of partners that do not record the day of the
-- answer are counted beside.
select
  month,
  partner,
  data_right,
  sum(case when answer_state = 'in time' then requests_n else 0 end)::integer as numerator_n,
  sum(case when answer_state in ('in time', 'late') then requests_n else 0 end)::integer
    as denominator_n,
  sum(case when answer_state = 'not recorded' then requests_n else 0 end)::integer
    as not_recorded_n
from access_answers
group by month, partner, data_right
