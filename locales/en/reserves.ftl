## From the checks

# 505
paid-outside-purpose = Reserve { $payer } is only for { $tags }, but pays { $amounts } for goal { $goal }, which { $serves }.
paid-outside-purpose-help = Let another source or reserve pay for this goal; widening the purpose of a reserve takes a decision of the council.
# reserves
