## From the checks

# 505
paid-outside-purpose = Reserve { $payer } is only for { $tags }, but pays { $amounts } for goal { $goal }, which { $serves }.
paid-outside-purpose-help = Let another source or reserve pay for this goal; widening the purpose of a reserve takes a decision of the council.
# reserves
# Family 5: reserves.

below-floor = At the end of { $year } { $name } stands at { $sum }, which is { $difference } below its floor of { $floor }.
below-floor-later = It gets worse: at the end of { $year } it is { $difference } below the floor.
below-floor-leftover = { $amount } comes in at the end of the year, too late to be withdrawn in it.
below-floor-help = Withdraw less, add money, or lower the floor if the rules allow it. A reserve without a stated floor may not go below zero.
label-floor = floor of { $floor }
label-added = adds { $amount }
label-withdrawn = takes { $amount }
above-ceiling = At the end of { $year } { $name } stands at { $sum }, which is { $difference } above its ceiling of { $ceiling }.
above-ceiling-help = Add less, withdraw more, or say where the excess goes.
label-ceiling = ceiling of { $ceiling }
above-limit = { $withdrawn } is withdrawn from { $name } { $when }, but at most { $limit } is allowed: { $difference } too much.
in-year = in { $year }
over-all-years = over all years ({ $sum })
above-limit-help = Withdraw less in that period, or raise the limit by a decision.
label-limit = at most { $limit }
withdrawal-differs = The withdrawal from { $name } in { $year } is stated as { $stated }, but the reserve pays { $computed } in that year: a difference of { $difference }.
withdrawal-differs-help = What is withdrawn is what the reserve pays. Correct one of the two.
addition-differs = The additions to { $name } in { $year } are stated as { $stated }, but { $computed } flows into it: { $difference } too little is stated.
addition-differs-help = Leftovers, releases and additions that name their source all count. Correct the table, or what flows in.
opening-differs = The opening balance of { $name } in { $year } is stated as { $stated }, but { $before } closes with { $computed }: a difference of { $difference }.
opening-differs-help = A year opens with what the year before left. Correct one of the two, or name the movement between them.

net-movement-differs = The movement of { $name } in { $years } is { $stated }, but { $added } added less { $withdrawn } withdrawn is { $computed }: a difference of { $difference }.
net-movement-differs-help = A movement without a title is the net of what is added and withdrawn in that year. Is it a movement beside those? Then give its row a title: movement "Interest".
label-added-here = { $amount } added
label-withdrawn-here = { $amount } withdrawn
unchecked-net = the movement of { $name } in { $years }
