# Family 3: time.

## From the sums

not-empty-at-end = { $name } ends in { $year }, but { $balance } is still in it then ({ $sum }).
not-empty-at-end-help = Spend it before then, or say where it goes (“release to”).

## From the model

year-outside-plan = { $years } lies outside the years of the plan, { $plan }.
year-outside-plan-help = Correct the year, or widen the plan: years { $years }.
label-plan-years = the plan runs over { $years }
year-style = This plan writes years in two ways.
year-style-help-calendar = Write every year as four digits, such as 2024: that is how the first one is written.
year-style-help-split = Write every year as 2024/25: that is how the first one is written.
label-year-style-first = the first year is written like this
range-too-long = { $years } are { $count } years; a plan has at most 300.
range-needs-word = { $what } of { $amount } over { $years } can be read in two ways: for each year, or for all years together.
range-needs-word-help-each = Each year { $amount }, together { $together }: add “{ $word }”.
range-needs-word-help-total = All years together { $amount }: add “{ $word }”.
indexed-needs-each = An amount for { $years } together cannot be indexed: the plan does not say how it divides over the years.
indexed-needs-each-help = Give the amount of one year, “per year”, and index that.
unlimited-goes-to = { $name } pays whatever is asked, so nothing is left of it to go to { $reserve }.
unlimited-goes-to-help = Remove “unspent goes to”, or state the income by year.
