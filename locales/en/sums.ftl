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
