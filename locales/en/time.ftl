# time
# Family 3: time.

## From the sums

not-empty-at-end = { $name } ends in { $year }, but { $balance } is still in it then ({ $sum }).
not-empty-at-end-help = Spend it before then, or say where it goes (“release to”).
