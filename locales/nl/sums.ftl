## From the checks

# 209
stages-out-of-order = { $subject }: in { $years } is { $amount } { $upper }, { $over } meer dan de { $limit } die { $lower } is.
stages-out-of-order-help = Controleer beide bedragen; kloppen ze allebei, dan is er een wijziging van het plan nodig voor het verschil.
stage-of-cost = Lasten van doel { $name }
stage-of-budget = Budget van doel { $name }
stage-of-payment = Betaling uit { $payer } voor doel { $name }
stage-of-coverage = Betalingen uit { $payer }
stage-of-withdrawal = Onttrekkingen aan reserve { $name }
stage-planned = begroot
stage-obligated = vastgelegd
stage-actual = gerealiseerd
label-stage = { $stage }: { $amount }
# sums
