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
# Familie 2: optellingen.

## Uit de controles

stated-too-low = { $what } is vermeld als { $stated }, maar { $sum }: het vermelde bedrag is { $difference } te laag.
stated-too-high = { $what } is vermeld als { $stated }, maar { $sum }: het vermelde bedrag is { $difference } te hoog.
sum-plain = het komt uit op { $computed }
sum-of-parts = { $sum } = { $computed }
what-column-total = Het totaal van { $column } in “{ $table }”
what-row-total = Het totaal van de regel { $row } in “{ $table }”
what-grand-total = Het eindtotaal van “{ $table }”
what-subtotal = Het subtotaal { $row } voor { $column } in “{ $table }”
what-subtotal-total = Het totaal van het subtotaal { $row } in “{ $table }”
what-claim = “{ $claim }”
what-formula = { $row }, { $column } in “{ $table }”
stated-differs-help = Verbeter het vermelde bedrag, of de bedragen waaruit het is opgeteld. Kijk wat in het document fout is gegaan.
label-stated = vermeld { $stated }, moet zijn { $computed }
label-part = telt mee voor { $amount }
label-part-off = gaat eraf: { $amount }

cell-misprinted = { $what } voor { $column } in “{ $table }” is { $stated }, maar het totaal van de regel en het totaal van de kolom kloppen allebei pas met { $computed }: een verschil van { $difference }.
cell-misprinted-help = Eén fout bedrag verklaart beide totalen. Vergelijk eerst dit bedrag met het document, en laat de totalen staan.
label-total-needs = vermeld { $stated }; de bedragen tellen op tot { $computed }

claim-fails = Het document zegt “{ $claim }”, en dat klopt niet{ $sides }.
claim-sides = : { $left } is { $left-value } en { $right } is { $right-value }
claim-side = : { $left } is { $left-value }
claim-sides-none = {""}

slip-one = Waarschijnlijke vergissing: { $what } geeft precies { $stated }.
slip-two = Twee vergissingen samen geven precies { $stated }: { $first }, en { $second }.
slip-range = optellen over { $years }
slip-share = het aandeel van { $share } vergeten
slip-left-out = { $part } niet meetellen
slip-twice = { $part } dubbel tellen
slip-sign = { $part } met het verkeerde teken tellen
slip-subtotal = het subtotaal { $part } als regel meetellen
slip-copied = het bedrag van { $from } overnemen
slip-factor = een factor { $factor }
slip-swapped = twee cijfers naast elkaar verwisselen
slip-digit-missing = een cijfer vergeten
slip-digit-extra = een cijfer te veel typen
slip-sign-whole = het teken omdraaien
slip-part-of-year = { $name } { $years } ({ $amount })
slip-part = { $name } ({ $amount })
slip-part-years = { $years } ({ $amount })
slip-part-amount = { $amount }

within-rounding = { $what } staat er als { $stated }, terwijl de afgedrukte bedragen { $computed } geven; { $count ->
    [one] dat verschil komt door afronding (ten hoogste { $largest }).
   *[other] dit en in totaal { $count } verschillen komen door afronding (ten hoogste { $largest }).
  }

rests-on-pm = { $what } klopt, maar { $count ->
    [one] het rust
   *[other] dit en andere totalen ({ $count }) rusten
  } op een bedrag dat nog open staat (pm).
rests-on-pm-help = Het totaal wordt hoger zodra het bedrag bekend is. Meld dat bij de tabel, of vul het bedrag in.
label-total-rests = rust op het open bedrag
label-pm = nog niet bekend, telt als nul

what-budget = Het budget van { $goal } voor { $years }
budget-by-year = Het eigen aandeel per jaar: { $years }.
year-and-amount = { $amount } in { $years }
what-budget-share = Het budget van { $goal } voor { $years }, eigen aandeel { $share },
budget-below-cost = { $what } is { $stated }, maar de lasten vragen meer: { $sum }. Er is { $difference } te weinig gereserveerd.
budget-above-cost = { $what } is { $stated }, maar de lasten verklaren minder: { $sum }. Voor { $difference } is geen verklaring.
budget-below-cost-help = Verhoog het budget, of verbeter de lasten.
budget-above-cost-help = Vermeld waar de rest voor is (nog een regel met lasten), of verlaag het budget.

what-balance = De eindstand van { $name } over { $years }
balance-too-low = { $what } is vermeld als { $stated }, maar { $sum }: het vermelde bedrag is { $difference } te laag.
balance-too-high = { $what } is vermeld als { $stated }, maar { $sum }: het vermelde bedrag is { $difference } te hoog.
what-all-opening = De beginstand van alle reserves in { $years }
what-all-addition = De stortingen in alle reserves in { $years }
what-all-withdrawal = De onttrekkingen aan alle reserves in { $years }
what-all-movement = De mutatie van alle reserves in { $years }
what-all-balance = De eindstand van alle reserves over { $years }

outside-money = In { $name } wordt { $amount } gestort zonder dat er staat waar het vandaan komt: het telt als geld van buiten dit plan.
outside-money-help = Komt het uit een bron of reserve van dit plan, zeg dat dan met “uit”. Anders hoeft u niets te doen.

## Wat niet is gecontroleerd

unchecked-total = een totaal in “{ $table }”
unchecked-claim = “{ $claim }”
unchecked-budget = het budget van { $goal } naast de lasten
unchecked-balance = de eindstand van { $name } over { $years }
unchecked-opening = de beginstand van { $name } in { $year }
unchecked-all = “{ $what }”
unchecked-reserve = de stand van { $name }
unchecked-end = of { $name } leeg is aan het eind van { $year }
because-unread-cell = een bedrag in de tabel is niet te lezen
because-unknown-row = een regel heeft een naam die niet bekend is
because-pm = het document geeft het bedrag nog niet (pm)
because-unread = iets waarop het rust is niet te lezen
because-not-known = wat er gevraagd wordt volgt niet uit wat het plan vermeldt
because-too-large = de bedragen zijn te groot om precies te rekenen
because-divided-by-zero = er wordt door nul gedeeld, of door iets wat niet bekend is
because-not-divided = het plan vermeldt niet hoe het geld over doelen en jaren is verdeeld, en er is geen verdeling gevonden waarmee alles betaald wordt
because-no-opening = het plan geeft geen beginstand

## From the model

theme-budget-below-cost = Het budget van thema { $theme } in { $years } is { $budget }, maar de doelen ervan kosten samen { $cost }: { $difference } meer.
theme-budget-below-cost-help = Verhoog het budget van het thema of verlaag de lasten van de doelen.
same-fact-differs = { $what } van { $name } in { $years }: er staan twee bedragen, { $first } en { $second }.
same-fact-differs-help = Verbeter het bedrag dat niet klopt met het document, of haal het weg. Tot dan telt geen van beide.
window-overlap = { $what } van { $name }: er staat een bedrag voor { $first } en nog een voor { $second }; deze jaren zouden dubbel tellen.
window-overlap-help = Geef elk jaar één keer, of gebruik lastenregels met een eigen naam. Tot dan telt geen van beide.
period-stated-twice = Bij { $name } staan achter “{ $statement }” twee periodes: { $first } en { $second }.
period-stated-twice-help = De ruimste, { $used }, telt. Houd de periode aan die het document bedoelt.
statement-twice = “{ $statement }” staat hier twee keer, en verschillend: { $first } en { $second }.
statement-twice-help = De eerste telt. Houd één van de twee.
shares-not-whole = De aandelen die { $name } betalen, zijn samen { $sum } en geen 100% ({ $parts }).
shares-not-whole-help-short = { $difference } betaalt niemand: verhoog een aandeel of voeg een betaler toe.
shares-not-whole-help-over = { $difference } wordt dubbel betaald: verlaag een aandeel.
paid-by-mixed = “{ $statement }” noemt aandelen, bedragen en losse namen door elkaar.
paid-by-mixed-help = Geef elke betaler een aandeel, elke betaler bedragen, of geen van beide.
lines-and-whole-differ = De lastenregels van { $name } in { $years } zijn samen { $parts } ({ $sum }), maar de hele last staat er als { $whole }: een verschil van { $difference }.
lines-and-whole-differ-help = De lastenregels tellen. Verbeter een regel of het geheel.
parts-and-whole-differ = De delen van { $name } brengen in { $years } samen { $parts } op ({ $sum }), maar het geheel staat er als { $whole }: een verschil van { $difference }.
parts-and-whole-differ-help = De delen tellen. Verbeter een deel of het geheel.
sign-without-meaning = Een minteken zegt niets bij { $what }: { $amount } telt zoals het er staat.
sign-without-meaning-help = Laat het minteken weg, of zet het bedrag in een correctietabel als het boven op een ander bedrag komt.
sign-odd-one-out = { $amount } heeft een ander teken dan de andere onttrekkingen in de rij.
sign-odd-one-out-help = Onttrekkingen staan allemaal met een minteken of allemaal zonder. Controleer het teken in het document.

fact-income = De baten
fact-opening = De beginstand
fact-cost = De lasten
fact-budget = Het budget
fact-coverage = De dekking
fact-addition = De storting
fact-withdrawal = De onttrekking
fact-movement = De mutatie
fact-balance = De eindstand
fact-all-reserves = Het bedrag van alle reserves
sign-income = baten
sign-opening = een beginstand
sign-cost = lasten
sign-budget = een budget
sign-coverage = een betaling
sign-addition = een storting
sign-withdrawal = een onttrekking
sign-floor = een ondergrens
sign-ceiling = een bovengrens
sign-limit = een maximum
label-counts = deze telt
label-period-first = hier staat { $years }
label-amount = { $amount }
label-window = { $amount } voor { $years }
label-share = { $share }
label-whole = hier staat { $amount }
label-unlimited = onbeperkt
currency-differs = “{ $mark }” is niet de valuta van dit plan, { $currency }.
currency-differs-help = Reken het bedrag om naar { $currency }, of zet “valuta” in het plan.
indexed-too-large = Geïndexeerd tot en met { $year } wordt dit bedrag langer dan 15 cijfers.

## Scenario's

window-cut = { $what } van { $name } is één totaal over { $window }; wat daarvan in { $years } valt, staat er niet, dus een scenario kan alleen dat niet veranderen.
window-cut-help = Noem de hele periode: { $window }.
changed-twice = { $what }: twee regels van dit scenario veranderen dit.
changed-twice-help = Houd één van de twee, of maak van elk een eigen scenario.
changed-amount = { $what } van { $name } in { $year }
changed-goal = Het doel { $name }
changed-statement = “{ $statement }” van { $name }
label-changed-first = hier al veranderd
# 206: waar het plan niet vastlegt wie betaalt
balance-not-attained = { $what } is vermeld als { $stated }, maar geen enkele verdeling van het geld die alles betaalt, komt daarop uit; de gewone verdeling laat { $computed } over, een verschil van { $difference }.
balance-not-attained-help = Controleer de vermelde stand, of leg vast wie wat betaalt, zodat die eruit volgt.
balance-of-other-division = { $what } is vermeld als { $stated }. Het plan legt niet vast wie betaalt; de gewone verdeling laat { $computed } over, een andere verdeling laat over wat is vermeld.
balance-of-other-division-help = Leg vast wie wat betaalt (“betaald uit”, of een tabel met dekking), zodat de stand uit het plan volgt.
unchecked-stated = { $what }
