# cover
# Familie 4: dekking.

## Uit de optellingen

overdrawn = In { $year } wordt { $used } betaald uit { $name }, maar er is niet meer dan { $sum } = { $available }: { $difference } te veel.
overdrawn-help = Betaal minder uit deze bron, schuif lasten naar een later jaar, of noem een andere bron.
without-goal = Van { $name } heeft { $amount } geen doel als het plan in { $year } eindigt: van { $income } wordt { $used } gebruikt.
without-goal-tranche = Dat is precies wat er in { $years } binnenkomt: { $amount }.
without-goal-help = Het geld is tijdelijk. Noem er een doel voor, zeg dat het later wordt bestemd (“restant van”), of zeg waar het heen gaat.
label-tranche = hier komt { $amount } binnen
lapses = Van { $name } { $how } { $amount } aan het eind van { $years }: geen doel gebruikt het op tijd.
is-lost = vervalt
goes-back = gaat terug naar de gever:
lapses-sum = { $sum } = { $amount }.
lapses-help = Gebruik het geld in zijn eigen jaar, of zoek uit of een restant mag blijven.

## Wat niet is gecontroleerd

unchecked-payable = of alles betaald kan worden
because-no-flow = deze versie berekent nog niet hoe het geld te verdelen is
because-no-money = het plan noemt geen bronnen en geen reserves
