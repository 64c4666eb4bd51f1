## From the checks

amount-in-years = { $amount } in { $years }
label-amount-in-years = { $amount } in { $years }
amount-partly-outside = { $amount } for { $years }, of which { $outside } lies outside
at-least = at least { $amount }

# 301
cost-outside-bounds = Goal { $goal } { $bounds }, but has costs outside that period: { $amounts }.
budget-outside-bounds = Goal { $goal } { $bounds }, but has a budget outside that period: { $amounts }.
bounds-during = runs in { $years }
bounds-from = starts in { $year }
bounds-through = ends in { $year }
label-bounds = the goal runs in { $years }
label-bound-from = the goal starts in { $year }
label-bound-through = the goal ends in { $year }
outside-bounds-help = Check which of the two is right: move the amount to a year within the period, or change the period of the goal.
outside-bounds-help-window = Check which of the two is right: state the amount for the years within the period only, or change the period of the goal.

# 302
payment-outside-availability = { $payer } is to pay { $amounts }, but is available only in { $available }.
payment-outside-availability-help = Let another source pay for those years, or check until when this money may be used.
label-available = available in { $years }
payment-without-tranche = { $payer } is to pay { $amounts }, but has money only { $usable }.
payment-without-tranche-help = Let another source pay for those years, or say that what is left stays available longer.
usable-in = in { $years }
usable-from = from { $year } on
label-last-tranche = the last money comes in here: { $amount } in { $years }
label-stays-years = what is left stays usable for { $count ->
    [one] 1 year
   *[other] { $count } years
} after its own
label-goes-to = what is left goes to reserve { $reserve }
label-lapses = what is left lapses at the end of the year
label-returns = what is left goes back to the giver at the end of the year
payment-after-reserve-ends = Reserve { $payer } ends in { $year }, but is to pay { $amounts } after that.
payment-after-reserve-ends-help = Let another reserve or source pay for those years, or let the reserve end later.
label-reserve-ends = the reserve ends in { $year }

# 303
goal-outlives-money = Goal { $goal } is recurring and costs { $cost }, but it is paid from temporary money ({ $payers }): it is covered through { $last }, and from { $from } nothing pays for it.
goal-stops-without-follow-up = Goal { $goal } is recurring and costs { $cost }, but the plan has money for it through { $last } only: from { $from } nothing is set aside, and no follow-up is certain.
goal-runs-beyond-money = Goal { $goal } { $bounds }, but its money ({ $payers }) is available through { $last } only: nothing can pay for it in { $without }.
goal-outlives-money-help = Say with 'follow-up' where it is decided what comes after, or find recurring money; if the goal may stop, call it 'temporary'.
goal-runs-beyond-money-help = End the goal when its money ends, find other money for the years after, or say with 'follow-up' where that is decided.
follow-up-help-proposed = Decision { $decision } is only proposed. Until it is taken, count on ending the goal, or find recurring money.
follow-up-help-open = The plan does not say that decision { $decision } has been taken. Until it is, count on ending the goal, or find recurring money.
follow-up-help-rejected = Decision { $decision } has been rejected. End the goal, or find recurring money.
label-goal-recurring = { $goal } goes on every year
label-payer-temporary = { $payer } is temporary money
label-payer-ends = { $payer } ends
label-payer-until = { $payer } has no money after this
label-last-cost-open = the last amount, not yet known
label-last-cost = the last amount: { $amount } in { $years }
label-follow-up-proposed = follow-up { $decision } is only proposed
label-follow-up-open = follow-up { $decision } has not been taken, as far as the plan says
label-follow-up-rejected = follow-up { $decision } has been rejected
cost-a-year = { $amount } a year
cost-share-a-year = { $amount } a year ({ $share } of { $whole })
cost-over-years = { $amount } over { $years }
cost-not-yet-known = an amount not yet known
unchecked-outlives = whether goal { $goal } outlives its money

# 304
spent-after-deadline = Source { $source } must be spent by { $date }, so in { $year } at the latest, but is to pay { $amounts }.
spent-after-deadline-help = Pay this earlier, or from another source; what is not spent by the date is usually lost.
committed-after-deadline = Source { $source } must be committed by { $date }, so in { $year } at the latest, but the plan commits { $amounts }.
committed-after-deadline-help = Enter into these commitments earlier, or pay them from another source.
label-deadline = the deadline is { $date }, in { $year }

# 305
moved-after-end = Reserve { $reserve } ends in { $year }, but still moves after that: { $amounts }.
moved-after-end-help = Take these movements out of the plan, or let the reserve end later.

# 308
money-before-decision = Money of { $kind } { $name } moves before decision { $decision } of { $date }: { $amounts }.
money-before-decision-help = Let the money move in or after the year of the decision, or have it decided earlier.
label-needs-decision = this needs decision { $decision }
label-decision-date = date of decision { $decision }

# 309
cost-rests-on-decision = { $cost } of the costs { $of-cost } rests on decision { $decision }, { $state }.
money-rests-on-decision = { $money } of the money { $of-money } rests on decision { $decision }, { $state }.
cost-and-money-rest-on-decision = { $cost } of the costs { $of-cost } and { $money } of the money { $of-money } rest on decision { $decision }, { $state }.
which-is-proposed = which is only proposed
which-is-not-taken = which has not been taken, as far as the plan says
which-is-rejected = which has been rejected, so that this does not go ahead
share-of-whole = ({ $share } of { $whole })
share-not-known = (the whole is not known)
label-hangs = { $name }: { $amount }
label-decision-is = this decision { $state }
rests-on-decision-help = Say what happens if the decision is not taken, or write 'taken' once it is.
rests-without-payable = Without this decision everything can still be paid.
rests-without-short = Without this decision not everything can be paid: { $short } is short, in { $year }.
rests-without-short-in-all = Without this decision not everything can be paid: { $first } is short by the end of { $year }, and { $short } in all.
rests-on-all-short = If none of these decisions is taken, not everything can be paid: { $short } is short, in { $year } ({ $decisions }).
rests-on-all-short-in-all = If none of these decisions is taken, not everything can be paid: { $first } is short by the end of { $year }, and { $short } in all ({ $decisions }).
rests-on-decision-help-rejected = Take out of the plan what rests on it, or put a new decision in its place.

# 310
decisions-out-of-order = Decision { $decision } of { $date } is to follow decision { $first }, but that one is later: { $before }.
decisions-out-of-order-help = Check both dates, and which decision follows which.
decision-without-its-first = Decision { $decision } is taken, but it is to follow decision { $first }, which { $state }.
decision-without-its-first-help = Write 'taken' at { $first } if it has been, or check which decision follows which.
decision-state-unknown = has not been taken, as far as the plan says
decision-state-proposed = is only proposed
decision-state-taken = has been taken
decision-state-rejected = has been rejected
label-after = it is to follow { $first }
label-decision = decision { $decision }
# time
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

shifted-outside = Shifted { $by }, { $name } has amounts in { $years }; the plan runs over { $plan }.
shifted-later = { $count ->
    [one] 1 year later
   *[other] { $count } years later
}
shifted-earlier = { $count ->
    [one] 1 year earlier
   *[other] { $count } years earlier
}
shifted-outside-help = Shift it less far, or widen the years of the plan.
label-shifted = this comes in { $years }
