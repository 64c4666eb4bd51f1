# Familie 3: tijd.

## Uit de optellingen

not-empty-at-end = { $name } eindigt in { $year }, maar er zit dan nog { $balance } in ({ $sum }).
not-empty-at-end-help = Besteed het voor die tijd, of zeg waar het heen gaat (“vrijval naar”).

## From the model

year-outside-plan = { $years } ligt buiten de jaren van het plan, { $plan }.
year-outside-plan-help = Verbeter het jaar, of verruim het plan: jaren { $years }.
label-plan-years = het plan loopt over { $years }
year-style = Dit plan schrijft jaren op twee manieren.
year-style-help-calendar = Schrijf elk jaar met vier cijfers, zoals 2024: zo staat het eerste jaar er.
year-style-help-split = Schrijf elk jaar als 2024/25: zo staat het eerste jaar er.
label-year-style-first = zo staat het eerste jaar er
range-too-long = { $years } zijn { $count } jaren; een plan heeft er ten hoogste 300.
range-needs-word = { $what }: { $amount } over { $years } kan op twee manieren gelezen worden: per jaar, of voor alle jaren samen.
range-needs-word-help-each = Per jaar { $amount }, samen { $together }: voeg “{ $word }” toe.
range-needs-word-help-total = Alle jaren samen { $amount }: voeg “{ $word }” toe.
indexed-needs-each = Een bedrag voor { $years } samen kan niet worden geïndexeerd: het plan zegt niet hoe het over de jaren verdeeld is.
indexed-needs-each-help = Geef het bedrag van één jaar, “per jaar”, en indexeer dat.
unlimited-goes-to = { $name } betaalt wat er gevraagd wordt; er blijft dus niets over dat naar { $reserve } kan.
unlimited-goes-to-help = Haal “restant naar” weg, of geef de baten per jaar.
