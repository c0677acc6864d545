-- Counts respondents of the household survey by where they were sampled and what they answered.
-- Leaves out interviews after the cut-off.

-- One row per month, partner, stratum, sampling point, design weight and answer. Who disagrees and
-- who does neither stand together, and who gave no answer at one place: the share who agree needs no
-- more, and small counts become fewer.
create table survey_answers as
select
  date_trunc('month', interviewed_on)::date as month,
  partner,
  survey_stratum::varchar as survey_stratum,
  case fair_treatment when 'no_answer' then 'no answer' else survey_cluster::varchar end
    as survey_cluster,
  case fair_treatment when 'no_answer' then 'no answer' else survey_weight::varchar end
    as survey_weight,
  case fair_treatment
    when 'agree' then 'agrees'
    when 'no_answer' then 'no answer'
    else 'does not agree'
  end as fair_treatment_answer,
  count(*)::integer as respondents_n
from surveys
cross join programme_period p
where interviewed_on between p.starts and p.cut_off
group by all;
