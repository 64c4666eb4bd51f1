# Where a figure comes from: the words of the tree that `pok trace` shows.

trace-titled = { $name } ({ $title })
trace-of-theme = theme { $theme }
trace-all-sources = all sources
trace-all-goals = all goals
trace-all-reserves = all reserves
trace-all-payers = all sources and reserves

trace-income = income of { $of } in { $years }
trace-cost = cost of { $of } in { $years }
trace-budget = budget of { $of } in { $years }
trace-coverage = paid by { $of } in { $years }
trace-covered = what is paid for { $of } in { $years }
trace-paid = what { $payer } pays for { $goal } in { $years }
trace-balance = balance of { $of } at the end of { $year }
trace-opening = balance of { $of } at the start of { $year }
trace-addition = additions to { $of } in { $years }
trace-withdrawal = withdrawals from { $of } in { $years }
trace-movement = net movement of { $of } in { $years }: additions less withdrawals
trace-available = money that is new in { $years }: income and opening balances
trace-openings = opening balances in { $years }
trace-unspent = unspent of { $of } at the end of { $year }
trace-lapsed = lapsed or repaid of { $of } in { $years }

trace-name = { $name }
trace-name-part = { $name }, { $part }
trace-years = { $years }
trace-window = { $years } together
trace-line = { $line }, { $when }
trace-literal = { $text }, as given in the question
trace-written = { $text }
trace-cell = “{ $table }”, { $row }, { $column }

trace-opening-of = opening balance { $year }
trace-added = added in { $year }
trace-withdrawn = withdrawn in { $year }
trace-net = net movement in { $years }
trace-added-from = from { $from } in { $years }
trace-added-outside = from outside the plan in { $years }
trace-released-to = released to { $to } at the end of { $year }
trace-released-from = released by { $from } at the end of { $year }
trace-overflow = lost in { $year }: the ceiling cannot hold it
trace-left-over = left over of { $of } at the end of { $year }
trace-lapsed-of = lapsed or repaid of { $of } at the end of { $year }
trace-brought = brought forward from { $year }
trace-moved = to { $to } at the end of { $year }
trace-lapses = lapses at the end of { $year }
trace-returned = repaid at the end of { $year }
trace-stays = stays at the end of { $year }
trace-overdrawn = paid in { $year } beyond what there is
trace-given = added to { $to } in { $years }
trace-pays = paid from { $payer } in { $year }
trace-payment = { $payer } for { $goal } in { $years }
trace-payment-all = for all goals together in { $years }
trace-joined = { $first }: { $second }
trace-for-goal = for { $goal }
trace-for-goal-from = for { $goal }, from { $payer }
trace-for-all = for all goals together
trace-for = { $goal }, { $what }
trace-for-from = { $goal }, { $what }, from { $payer }
trace-asked-cost = cost
trace-asked-budget = set aside in its budget beyond the costs
trace-asked-remainder = what is left
trace-remainder = { $goal }: what is left of { $payer } in { $year }

trace-note-pm = not yet known (pm), counted as zero
trace-note-unread = could not be read, or is given with two amounts: see `pok check`
trace-note-damaged = something of it could not be read: see `pok check`
trace-note-not-stated = the plan does not state who pays this
trace-note-remainder = the plan does not state how much is left
trace-note-no-opening = the plan gives no opening balance
trace-note-unlimited = without limit
trace-note-limited-only = sources without limit left out
trace-note-rolled = stated; from { $year } it would be { $amount }
trace-note-outside = outside the years of the plan
trace-nothing = nothing is said
trace-note-no-value = cannot be worked out
trace-note-cut = not traced further
trace-note-correction = correction, on top of what is given elsewhere
trace-note-about = an estimate
trace-note-expected = expected, not yet granted
trace-note-as-expected = as expected
trace-note-as-obligated = as obligated
trace-note-as-actual = as actual
trace-note-empty = no amount, counts as zero
trace-note-window-cut = { $amount } for { $years } together; the plan does not say how much of it falls in the years asked for
trace-note-grown-once = { $base } × (1 + { $rate }), rounded to whole cents
trace-note-grown = { $base } × (1 + { $rate })^{ $times }, rounded to whole cents
trace-note-unit = printed as { $written } in units of { $unit }
trace-note-sign = printed as { $written }
trace-note-closing = balance at the end of { $year }: { $amount }
trace-note-of = of { $amount } for { $years }
trace-note-share-of = { $payer } pays { $share } of { $amount }
trace-note-share = { $payer } pays { $share }
trace-note-formula = { $formula } gives { $amount }
trace-note-difference = difference { $amount }
trace-note-times = the first times the second
trace-note-divided = the first divided by the second
trace-note-rounded = rounded to whole cents

trace-yes = yes
trace-no = no
trace-unknown = not known
trace-also = also in { $place }
trace-more = { $count ->
    [one] and 1 more (together { $amount }); --all shows it
   *[other] and { $count } more (together { $amount }); --all shows them
}
trace-more-unknown = { $count ->
    [one] and 1 more; --all shows it
   *[other] and { $count } more; --all shows them
}
trace-errors = { $count ->
    [one] Reading this plan gave 1 error: see `pok check`.
   *[other] Reading this plan gave { $count } errors: see `pok check`.
}
trace-ask-measure = Ask for a figure, such as `{ $form }`.
