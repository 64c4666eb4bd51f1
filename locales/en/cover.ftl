# cover
# Family 4: cover.

## From the sums

overdrawn = In { $year } { $used } is paid from { $name }, but there is no more than { $sum } = { $available }: { $difference } too much.
overdrawn-help = Lower what is paid from this source, move the cost to a later year, or name another payer.
without-goal = { $amount } of { $name } has no goal when the plan ends in { $year }: of { $income }, { $used } is used.
without-goal-tranche = That is exactly the income of { $years }: { $amount }.
without-goal-help = The money is temporary: name a goal for it, say that it is to be allocated later (“remainder of”), or say where it goes.
label-tranche = income of { $amount }
lapses = { $amount } of { $name } { $how } at the end of { $years }: no goal uses it in time.
is-lost = is lost
goes-back = goes back to the giver
lapses-sum = { $sum } = { $amount }.
lapses-help = Use the money in its own year, or find out whether leftovers may be kept.

## What was not checked

unchecked-payable = whether everything can be paid
because-no-flow = the division of the money is not computed by this version
because-no-money = the plan names no sources and no reserves
