-- Respondents by whether they agree that they are treated fairly, with the design of the survey.
-- Leaves out respondents who gave no answer.
select
  month,
  partner,
  survey_stratum,
  survey_stratum as stratum,
  survey_cluster as cluster,
  survey_weight as weight,
  case fair_treatment_answer when 'agrees' then '1' else '0' end as score,
  respondents_n
from survey_answers
where fair_treatment_answer <> 'no answer'
