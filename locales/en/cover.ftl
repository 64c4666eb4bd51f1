## From the checks

# 402
covered-too-much = Goal { $goal } costs { $cost } in { $years }, but what is stated to pay for it comes to { $paid }: { $difference } too much.
covered-too-little = Goal { $goal } costs { $cost } in { $years }, but what is stated to pay for it comes to { $paid }: { $difference } too little.
covered-without-cost = Goal { $goal } costs nothing in { $years }, but { $paid } is stated to pay for it.
covered-too-much-help = Check the cost and the coverage of that year: one of the two is wrong, or the coverage stands in the wrong year.
covered-too-little-help = Check the cost and the coverage of that year, or say who pays the rest.
goals-above-coverage = { $payer } pays { $stated } in { $years } in all, but goal by goal it comes to { $paid }: { $difference } more.
goals-below-coverage = { $payer } pays { $stated } in { $years } in all, but goal by goal it comes to { $paid }: { $difference } less.
goals-and-coverage-help = Check both: what is stated in all, and what is stated for each goal.
year-covered-too-much = All goals together cost { $cost } in { $years }, but the coverage comes to { $paid }: { $difference } too much.
year-covered-too-little = All goals together cost { $cost } in { $years }, but the coverage comes to { $paid }: { $difference } too little.
year-covered-too-much-help = Check the costs and the coverage of that year; money without a goal belongs in what is left, not in the coverage.
year-covered-too-little-help = Check the costs and the coverage of that year, or say who pays the rest.
share-differs = { $payer } pays { $share } of goal { $goal }, so { $due } of { $cost } in { $years }, but { $paid } is stated.
share-differs-help = Correct the share or the amount: together they say who pays for this goal.
theme-covered-too-much = The goals of theme { $theme } together cost { $cost } in { $years }, but the stated coverage is { $paid }: { $difference } too much.
theme-covered-too-little = The goals of theme { $theme } together cost { $cost } in { $years }, but the stated coverage is { $paid }: { $difference } too little.
label-paid = pays { $amount } in { $years }
label-paid-in-all = { $amount } in { $years } in all
label-cost = costs { $amount } in { $years }
label-budget = { $amount } is set aside for { $years }
amount-with-sum = { $amount } ({ $sum })
unchecked-coverage = whether what is paid for goal { $goal } in { $years } matches its cost
unchecked-coverage-of-years = whether the coverage of each year matches the costs

# 404
earmark-broken = Source { $payer } is only for { $tags }, but pays { $amounts } for goal { $goal }, which { $serves }.
earmark-broken-help = Let another source pay for this goal, or, if the goal does serve that purpose, add it to 'serves'.
payer-not-named = { $payer } pays { $amounts } for goal { $goal }, which may be paid by { $named } only.
payer-not-named-help = Let one of the payers named pay, or add this one to 'paid by'.
serves-tags = serves { $tags }
serves-nothing = does not say what it serves
label-serves = this goal { $serves }
label-earmark = only for { $tags }
label-paid-by = who may pay for the goal

# 405
earmark-widened = Reserve { $reserve } may be used for { $tags } too, but money of { $payer } that goes into it is only for { $earmark }.
earmark-lost = Reserve { $reserve } may be used for anything, but money of { $payer } that goes into it is only for { $earmark }.
earmark-widened-help = Give { $reserve } the same “for” as { $payer }, keep this money in a reserve of its own, or, if the wider use is agreed, accept it with “allow” and the reason.
label-no-earmark = has no “for”
label-into-reserve = money of { $payer } goes into { $reserve }

# 407
optional-left-out = Optional goal { $goal } is left out: it asks { $amount }, and that cannot be paid in full beside { $beside }.
optional-left-out-help = Lower its cost, move it to a year with money left, give it a lower “priority” number than another optional goal, or find more money.
beside-required = everything that is required
beside-required-and = everything that is required and what comes before it ({ $goals })
beside-required-and-many = everything that is required and { $count ->
    [one] one optional goal whose turn is earlier
   *[other] { $count } optional goals whose turn is earlier
 }
label-optional = this goal is optional

# 409
cap-exceeded = { $payer } may pay at most { $limit } a year for goal { $goal }, but pays { $amounts }: { $over } too much.
cap-exceeded-total = { $payer } may pay at most { $limit } in all for goal { $goal }, but { $sum } comes to { $total }: { $over } too much.
cap-exceeded-help = Let another source pay what is above the limit, or check the limit.
label-cap-per-year = at most { $limit } a year
label-cap-total = at most { $limit } in all
# cover
# Family 4: cover.

## From the sums

overdrawn = In { $year } { $used } is paid from { $name }, but there is no more than { $available }: { $difference } too much.
overdrawn-help = Lower what is paid from this source, move the cost to a later year, or name another payer.
overdrawn-lapsed-help = { $sum } of { $years } was not used in time and is gone: leftovers do not stay.
overdrawn-expired-help = { $sum } of { $years } was not used in time and may no longer be used.
label-drawn = pays { $amount }
label-carry-over = what is left does not stay
without-goal = { $amount } of { $name } has no goal when the plan ends in { $year }: of { $income }, { $used } is used.
without-goal-tranche = That is exactly the income of { $years }: { $amount }.
without-goal-help = The money is temporary: name a goal for it, say that it is to be allocated later (“remainder of”), or say where it goes.
without-goal-help-ends = After that the money may not be used any more: name a goal for it, or say where it goes.
label-tranche = income of { $amount }
lapses = { $amount } of { $name } { $how } at the end of { $years }: no goal uses it in time.
is-lost = is lost
goes-back = goes back to the giver
lapses-sum = { $sum } = { $amount }.
lapses-help = Use the money in its own year, or find out whether leftovers may be kept.

## What was not checked

unchecked-payable = whether everything can be paid
because-no-money = the plan names no sources and no reserves
unchecked-scenario = the outcome
unchecked-rules = the rules of { $name }
unchecked-rule = rule { $name }
unchecked-theme = the budget and the coverage of theme { $theme } in { $years }

# 401: can it be paid
cannot-be-paid = Not everything can be paid: for { $who } { $needed } is needed, and { $available } may pay for it: { $short } short.
cannot-be-paid-timeline = By the end of { $year } it is { $short } short, { $later }.
cannot-be-paid-when = It is { $short } short by the end of { $year }.
short-by = by the end of { $year } { $short }
so-many-goals = { $count ->
    [one] one goal
   *[other] { $count } goals
 }
label-asks = asks { $amount } in { $years }
label-may-pay = { $amount } may pay for it
label-lets-through = lets { $amount } through
account-asked = Must be paid
account-means = May pay for it
account-rest = Left
account-together = together
account-short = short
account-cost = { $goal }, { $years }
account-share = { $goal }, { $years }, the share of { $payer }
account-budget = { $goal }, { $years }, budget above the costs
account-theme = theme { $goal }, { $years }, budget above the costs
account-costs-of = { $count } costs of { $years }
account-floor = { $name } must keep at the end of { $year }
account-tranche = { $name }, income of { $years }
account-tranches = { $name }, { $count } amounts, { $years }
account-means-of = { $count } amounts of { $years }
account-opening = { $name }, balance at the start of { $years }
account-outside = { $name }, added in { $years } from outside the plan
account-through-cap = { $name } for { $goal }, { $years }: at most
account-through-limit = { $name }, withdrawal of { $years }: at most
account-through-paid = { $name } for { $goal }, { $years }: as stated
account-through-coverage = { $name }, coverage of { $years }: as stated
account-through-withdrawal = { $name }, withdrawal of { $years }: as stated
account-through-movement = { $name }, movement of { $years }: as stated
account-through-ceiling = { $name }, carried over at the end of { $years }: at most
account-through-inflow = { $name }, addition of { $years }: as stated
account-through-addition = { $name }, addition of { $years }: as stated
blocked-earmarked = { $amount } stays unused because it is earmarked for something else: { $money }.
blocked-for = { $amount } of { $name } (only for { $tags })
blocked-of = { $amount } of { $name } ({ $years })
blocked-not-named = { $amount } stays unused because these goals name other payers: { $money }.
blocked-expired = { $amount } stays unused because by then it may no longer pay: { $money }.
blocked-later = { $amount } comes in only after these costs: { $money }.
blocked-bounded = { $amount } stays unused because a limit lets no more of it through: { $money }.
mend-stays = To mend it: let what is left of { $name } stay (in a scenario: `{ $statement }`).
mend-earmark = To mend it: let { $name } also pay for { $other } (in a scenario: `{ $statement }`).
mend-available = To mend it: let { $name } pay in { $years } (in a scenario: `{ $statement }`).
mend-cap = To mend it: let { $other } pay { $by } more to { $name }, at most { $to } (in a scenario: `{ $statement }`).
mend-limit = To mend it: let { $by } more be withdrawn from { $name }, at most { $to } (in a scenario: `{ $statement }`).
mend-ceiling = To mend it: set the ceiling of { $name } { $by } higher, at { $to } (in a scenario: `{ $statement }`).
mend-floor = To mend it: set the floor of { $name } { $by } lower, at { $to } (in a scenario: `{ $statement }`).
mend-shift = To mend it: let { $name } take place a year later (in a scenario: `{ $statement }`).
mend-income = To mend it: { $by } more income of { $name } in { $years }, { $to } together (in a scenario: `{ $statement }`).
mend-opening = To mend it: { $by } more in { $name } at the start of { $years }, { $to } together (in a scenario: `{ $statement }`).
mend-cost = To mend it: { $by } less cost of { $name } in { $years }, so { $to } (in a scenario: `{ $statement }`).
mend-budget = To mend it: { $by } less budget of { $name } in { $years }, so { $to } (in a scenario: `{ $statement }`).
mend-none = No single change was found that mends it: it takes several together, or a larger one.
bound-cap = a cap over years together
bound-limit = a limit on withdrawals over all years together
bound-paid = a payment stated over years together
bound-coverage = coverage stated over years together, or of a source with unlike parts
bound-withdrawal = a withdrawal stated over years together
bound-movement = a net movement of a reserve into which leftovers flow
bound-ceiling = a ceiling
bound-inflow = a table of additions
bound-addition = an addition
because-opening-needed = more is needed than comes into { $names }, and no opening balance is given
because-crossing = { $what } binds across years, and neither a division nor a proof that there is none was found
because-internal = the second look did not agree ({ $doubt }): this is an error in pok, please report it
account-more = { $count ->
    [one] one more (--all shows it)
   *[other] { $count } more (--all shows them)
 }

# 402: stated coverage that finds no costs
coverage-does-not-fit = { $payer } is stated to pay { $stated } in { $years }, but the goals that it may pay have room for { $fits } of it beside what others are stated to pay: { $difference } too much.
coverage-does-not-fit-help = Lower this coverage, or let the source pay other goals too.
# 408
pm-headroom = { $what } is still open (pm); it may become at most { $amount }.
pm-no-headroom = { $what } is still open (pm), but there is no money left for it: it may become at most { $amount }.
pm-headroom-help = Beyond that not everything can be paid. What bounds it: { $binding }.
what-open-cost = The cost of { $name } in { $years }
what-open-budget = The budget of { $name } for { $years }
what-open-theme-budget = The budget of theme { $name } for { $years }

## What bounds a figure

binds-tranche = the income of { $name } in { $year } ({ $amount })
binds-opening = the opening balance of { $name } in { $year } ({ $amount })
binds-outside = what is added to { $name } in { $year } ({ $amount })
binds-floor = the floor of { $name } at the end of { $year } ({ $amount })
binds-ceiling = the ceiling of { $name } at the end of { $year } ({ $amount })
binds-inflow = what may be added to { $name } in { $year } ({ $amount })
binds-addition = what is moved to { $name } in { $year } ({ $amount })
binds-cap = the most that { $name } may pay for { $goal } in { $years } ({ $amount })
binds-paid = what { $name } is stated to pay for { $goal } in { $years } ({ $amount })
binds-coverage = what { $name } is stated to pay in { $years } ({ $amount })
binds-withdrawal = what is withdrawn from { $name } in { $years } ({ $amount })
binds-limit = the limit on withdrawals from { $name } in { $years } ({ $amount })
binds-no-money = there is no money that may pay for it
