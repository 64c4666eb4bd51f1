## From the checks

# 209
stages-out-of-order = { $subject }: { $amount } { $upper } in { $years } is { $over } more than the { $limit } { $lower }.
stages-out-of-order-help = Check both amounts; if both are right, the plan needs a change that sets the difference aside.
stage-of-cost = Cost of goal { $name }
stage-of-budget = Budget of goal { $name }
stage-of-payment = Payment by { $payer } for goal { $name }
stage-of-coverage = Payments by { $payer }
stage-of-withdrawal = Withdrawals from reserve { $name }
stage-planned = planned
stage-obligated = obligated
stage-actual = actually spent
label-stage = { $stage }: { $amount }
# sums
# Family 2: sums.

## From the checks

stated-too-low = { $what } is stated as { $stated }, but { $sum }: the stated figure is { $difference } too low.
stated-too-high = { $what } is stated as { $stated }, but { $sum }: the stated figure is { $difference } too high.
sum-plain = it comes to { $computed }
sum-of-parts = { $sum } = { $computed }
what-column-total = The total of { $column } in “{ $table }”
what-row-total = The total of the row { $row } in “{ $table }”
what-grand-total = The grand total of “{ $table }”
what-subtotal = The subtotal { $row } for { $column } in “{ $table }”
what-subtotal-total = The total of the subtotal { $row } in “{ $table }”
what-claim = “{ $claim }”
what-formula = { $row }, { $column } in “{ $table }”
stated-differs-help = Correct the stated figure, or the amounts that it adds up, whichever the document got wrong.
label-stated = stated { $stated }, should be { $computed }
label-part = counts { $amount }
label-part-off = takes off { $amount }

cell-misprinted = { $what } for { $column } in “{ $table }” says { $stated }, but the total of its row and the total of its column both need { $computed }: a difference of { $difference }.
cell-misprinted-help = One wrong cell explains both totals: check this cell against the document before you touch the totals.
label-total-needs = stated { $stated }; the cells add up to { $computed }

claim-fails = The document says “{ $claim }”, and that does not hold{ $sides }.
claim-sides = : { $left } is { $left-value } and { $right } is { $right-value }
claim-side = : { $left } is { $left-value }
claim-sides-none = {""}

slip-one = Likely slip: { $what } gives exactly { $stated }.
slip-two = Two slips together give exactly { $stated }: { $first }, and { $second }.
slip-range = adding up over { $years }
slip-share = not applying the share of { $share }
slip-left-out = leaving out { $part }
slip-twice = counting { $part } twice
slip-sign = taking { $part } with the wrong sign
slip-subtotal = counting the subtotal { $part } as a row
slip-copied = copying the figure of { $from }
slip-factor = a factor of { $factor }
slip-swapped = swapping two digits next to each other
slip-digit-missing = dropping a digit
slip-digit-extra = typing a digit too many
slip-sign-whole = turning the sign
slip-part-of-year = { $name } { $years } ({ $amount })
slip-part = { $name } ({ $amount })
slip-part-years = { $years } ({ $amount })
slip-part-amount = { $amount }

within-rounding = { $what } is printed as { $stated } where the printed amounts give { $computed }; { $count ->
    [one] rounding explains this difference (at most { $largest }).
   *[other] rounding explains this and { $count } differences in all (at most { $largest }).
  }

rests-on-pm = { $what } adds up, but { $count ->
    [one] it rests
   *[other] this and other totals ({ $count }) rest
  } on an amount that is still open (pm).
rests-on-pm-help = The total will be higher once the amount is known. Say so beside the table, or fill in the amount.
label-total-rests = rests on the open amount
label-pm = not yet known, counted as zero

what-budget = The budget of { $goal } for { $years }
budget-by-year = The own share by year: { $years }.
year-and-amount = { $amount } in { $years }
what-budget-share = The budget of { $goal } for { $years }, own share { $share },
budget-below-cost = { $what } is { $stated }, but its cost lines ask more: { $sum }. { $difference } too little is set aside.
budget-above-cost = { $what } is { $stated }, but its cost lines explain less: { $sum }. { $difference } has no explanation.
budget-below-cost-help = Raise the budget, or correct the cost lines.
budget-above-cost-help = Say what the rest is for (another cost line), or lower the budget.

what-balance = The balance of { $name } at the end of { $years }
balance-too-low = { $what } is stated as { $stated }, but { $sum }: the stated figure is { $difference } too low.
balance-too-high = { $what } is stated as { $stated }, but { $sum }: the stated figure is { $difference } too high.
what-all-opening = The opening balance of all reserves in { $years }
what-all-addition = The additions to all reserves in { $years }
what-all-withdrawal = The withdrawals from all reserves in { $years }
what-all-movement = The movement of all reserves in { $years }
what-all-balance = The balance of all reserves at the end of { $years }

outside-money = { $amount } is added to { $name } without saying where it comes from: it counts as money from outside this plan.
outside-money-help = If it comes from a source or reserve of this plan, say so with “from”; otherwise nothing needs to be done.

## What was not checked

unchecked-total = a total in “{ $table }”
unchecked-claim = “{ $claim }”
unchecked-budget = the budget of { $goal } against its cost lines
unchecked-balance = the balance of { $name } at the end of { $years }
unchecked-opening = the opening balance of { $name } in { $year }
unchecked-all = “{ $what }”
unchecked-reserve = the balance of { $name }
unchecked-end = whether { $name } is empty at the end of { $year }
because-unread-cell = an amount in the table could not be read
because-unknown-row = a row has a name that is not known
because-pm = the document does not give the figure yet (pm)
because-unread = something that it rests on could not be read
because-not-known = what it asks does not follow from what the plan states
because-too-large = the figures are too large to be counted exactly
because-divided-by-zero = it divides by zero, or by something that is not known
because-not-divided = the plan does not state how the money divides over goals and years, and no division that pays for everything was found
because-no-opening = the plan gives no opening balance

## From the model

theme-budget-below-cost = The budget of theme { $theme } in { $years } is { $budget }, but its goals together cost { $cost }: { $difference } more.
theme-budget-below-cost-help = Raise the budget of the theme or lower the costs of its goals.
same-fact-differs = { $what } of { $name } for { $years } is given twice: { $first } and { $second }.
same-fact-differs-help = Correct the one that does not agree with the document, or remove it. Until then neither is used.
window-overlap = { $what } of { $name } is given for { $first } and again for { $second }: these years would count twice.
window-overlap-help = Give each year once, or use cost lines with names of their own. Until then neither is used.
period-stated-twice = { $name } states “{ $statement }” with two periods: { $first } and { $second }.
period-stated-twice-help = The widest, { $used }, is used. Keep the period that the document means.
statement-twice = “{ $statement }” is given twice here, and differently: { $first } and { $second }.
statement-twice-help = The first is used. Keep one of the two.
shares-not-whole = The shares that pay { $name } add up to { $sum }, not to 100% ({ $parts }).
shares-not-whole-help-short = { $difference } is paid by nobody: raise a share, or add a payer.
shares-not-whole-help-over = { $difference } is paid twice: lower a share.
paid-by-mixed = “{ $statement }” mixes shares, amounts and bare names in one statement.
paid-by-mixed-help = Give every payer a share, every payer amounts, or none of them either.
lines-and-whole-differ = The cost lines of { $name } for { $years } add up to { $parts } ({ $sum }), but its whole cost is given as { $whole }: { $difference } apart.
lines-and-whole-differ-help = The cost lines are used. Correct the line or the whole.
parts-and-whole-differ = The parts of { $name } bring in { $parts } in { $years } ({ $sum }), but the whole is given as { $whole }: { $difference } apart.
parts-and-whole-differ-help = The parts are used. Correct a part or the whole.
sign-without-meaning = A minus has no meaning in { $what }: { $amount } is counted as written.
sign-without-meaning-help = Write the amount without the minus, or put it in a correction table where it comes on top of another amount.
sign-odd-one-out = { $amount } has another sign than the other withdrawals in its row.
sign-odd-one-out-help = Withdrawals are printed all with a minus or all without. Check the sign against the document.

fact-income = Income
fact-opening = The opening balance
fact-cost = The cost
fact-budget = The budget
fact-coverage = The coverage
fact-addition = The addition
fact-withdrawal = The withdrawal
fact-movement = The movement
fact-balance = The closing balance
fact-all-reserves = The figure of all reserves
sign-income = income
sign-opening = an opening balance
sign-cost = a cost
sign-budget = a budget
sign-coverage = a payment
sign-addition = an addition
sign-withdrawal = a withdrawal
sign-floor = a floor
sign-ceiling = a ceiling
sign-limit = a limit
label-counts = this one counts
label-period-first = stated here as { $years }
label-amount = { $amount }
label-window = { $amount } for { $years }
label-share = { $share }
label-whole = given as { $amount }
label-unlimited = without limit
currency-differs = “{ $mark }” is not the currency of this plan, { $currency }.
currency-differs-help = Convert the amount to { $currency }, or say “currency” in the plan.
indexed-too-large = Indexed up to { $year }, this amount grows beyond 15 digits.

## Scenarios

window-cut = { $what } of { $name } is one total over { $window }; what it comes to in { $years } is not given, so a scenario cannot change only that.
window-cut-help = Name the whole period: { $window }.
changed-twice = { $what } is changed by two statements of this scenario.
changed-twice-help = Keep one of the two, or make a scenario of each.
changed-amount = { $what } of { $name } in { $year }
changed-goal = The goal { $name }
changed-statement = “{ $statement }” of { $name }
label-changed-first = changed here first
# 206: where the plan does not fix who pays
balance-not-attained = { $what } is stated as { $stated }, but no division of the money that pays everything leaves that; the usual one leaves { $computed }, a difference of { $difference }.
balance-not-attained-help = Check the stated balance, or state who pays what, so that it follows.
balance-of-other-division = { $what } is stated as { $stated }. The plan does not fix who pays; the usual division leaves { $computed }, another leaves what is stated.
balance-of-other-division-help = State who pays what (“paid by”, or a coverage table), so that the balance follows from the plan.
unchecked-stated = { $what }
