# time
# Familie 3: tijd.

## Uit de optellingen

not-empty-at-end = { $name } eindigt in { $year }, maar er zit dan nog { $balance } in ({ $sum }).
not-empty-at-end-help = Besteed het voor die tijd, of zeg waar het heen gaat (“vrijval naar”).
