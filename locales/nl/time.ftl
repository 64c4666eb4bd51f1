## From the checks

amount-in-years = { $amount } in { $years }
label-amount-in-years = { $amount } in { $years }
amount-partly-outside = { $amount } voor { $years }, waarvan { $outside } erbuiten valt
at-least = ten minste { $amount }

# 301
cost-outside-bounds = Doel { $goal } { $bounds }, maar heeft lasten buiten die periode: { $amounts }.
budget-outside-bounds = Doel { $goal } { $bounds }, maar heeft een budget buiten die periode: { $amounts }.
bounds-during = loopt in { $years }
bounds-from = begint in { $year }
bounds-through = eindigt in { $year }
label-bounds = het doel loopt in { $years }
label-bound-from = het doel begint in { $year }
label-bound-through = het doel eindigt in { $year }
outside-bounds-help = Ga na wat klopt: zet het bedrag in een jaar binnen de periode, of pas de periode van het doel aan.
outside-bounds-help-window = Ga na wat klopt: geef het bedrag alleen voor de jaren binnen de periode, of pas de periode van het doel aan.

# 302
payment-outside-availability = { $payer } betaalt { $amounts }, maar is alleen beschikbaar in { $available }.
payment-outside-availability-help = Dek die jaren uit een andere bron, of ga na tot wanneer dit geld gebruikt mag worden.
label-available = beschikbaar in { $years }
payment-without-tranche = { $payer } betaalt { $amounts }, maar heeft alleen geld { $usable }.
payment-without-tranche-help = Dek die jaren uit een andere bron, of geef aan dat het restant langer beschikbaar blijft.
usable-in = in { $years }
usable-from = vanaf { $year }
label-last-tranche = hier komt voor het laatst geld binnen: { $amount } in { $years }
label-stays-years = wat overblijft, is nog { $count } jaar te gebruiken
label-goes-to = wat overblijft, gaat naar reserve { $reserve }
label-lapses = wat overblijft, vervalt aan het eind van het jaar
label-returns = wat overblijft, wordt aan het eind van het jaar terugbetaald
payment-after-reserve-ends = Reserve { $payer } eindigt in { $year }, maar betaalt daarna nog { $amounts }.
payment-after-reserve-ends-help = Dek die jaren uit een andere reserve of bron, of laat de reserve later eindigen.
label-reserve-ends = de reserve eindigt in { $year }

# 303
goal-outlives-money = Doel { $goal } is structureel en kost { $cost }, maar wordt betaald uit incidenteel geld ({ $payers }): er is dekking tot en met { $last }, vanaf { $from } niet meer.
goal-stops-without-follow-up = Doel { $goal } is structureel en kost { $cost }, maar het plan heeft er alleen geld voor tot en met { $last }: vanaf { $from } is er niets begroot, en een vervolg is niet zeker.
goal-runs-beyond-money = Doel { $goal } { $bounds }, maar het geld ervoor ({ $payers }) is er alleen tot en met { $last }: voor { $without } is er geen dekking.
goal-outlives-money-help = Geef met 'vervolg' aan waar over het vervolg wordt besloten, of zoek structurele dekking; mag het doel stoppen, noem het dan 'incidenteel'.
goal-runs-beyond-money-help = Laat het doel eindigen als het geld op is, zoek andere dekking voor de jaren erna, of geef met 'vervolg' aan waar daarover wordt besloten.
follow-up-help-proposed = Besluit { $decision } is alleen voorgesteld. Reken er tot het genomen is op dat het doel stopt, of zoek structurele dekking.
follow-up-help-open = Volgens het plan is besluit { $decision } nog niet genomen. Reken er tot die tijd op dat het doel stopt, of zoek structurele dekking.
follow-up-help-rejected = Besluit { $decision } is verworpen. Laat het doel eindigen, of zoek structurele dekking.
label-goal-recurring = { $goal } gaat elk jaar door
label-payer-temporary = { $payer } is incidenteel geld
label-payer-ends = { $payer } eindigt
label-payer-until = { $payer } heeft hierna geen geld meer
label-last-cost-open = het laatste bedrag, nog niet bekend
label-last-cost = het laatste bedrag: { $amount } in { $years }
label-follow-up-proposed = vervolg { $decision } is alleen voorgesteld
label-follow-up-open = vervolg { $decision } is volgens het plan nog niet genomen
label-follow-up-rejected = vervolg { $decision } is verworpen
cost-a-year = { $amount } per jaar
cost-share-a-year = { $amount } per jaar ({ $share } van { $whole })
cost-over-years = { $amount } over { $years }
cost-not-yet-known = een nog onbekend bedrag
unchecked-outlives = of doel { $goal } langer loopt dan het geld ervoor

# 304
spent-after-deadline = Bron { $source } moet uiterlijk op { $date } besteed zijn, dus in { $year }, maar betaalt { $amounts }.
spent-after-deadline-help = Betaal dit eerder, of uit een andere bron; wat op de datum niet besteed is, gaat meestal verloren.
committed-after-deadline = Bron { $source } moet uiterlijk op { $date } in verplichtingen zijn vastgelegd, dus in { $year }, maar het plan gaat verplichtingen aan voor { $amounts }.
committed-after-deadline-help = Ga deze verplichtingen eerder aan, of betaal ze uit een andere bron.
label-deadline = de uiterste datum is { $date }, in { $year }

# 305
moved-after-end = Reserve { $reserve } eindigt in { $year }, maar heeft daarna nog mutaties: { $amounts }.
moved-after-end-help = Haal deze mutaties uit het plan, of laat de reserve later eindigen.

# 308
money-before-decision = Het geld van { $kind } { $name } gaat al lopen voor besluit { $decision } van { $date }: { $amounts }.
money-before-decision-help = Laat het geld pas lopen in of na het jaar van het besluit, of laat het besluit eerder nemen.
label-needs-decision = hiervoor is besluit { $decision } nodig
label-decision-date = datum van besluit { $decision }

# 309
cost-rests-on-decision = { $cost } van de lasten { $of-cost } rust op besluit { $decision }, { $state }.
money-rests-on-decision = { $money } van het geld { $of-money } rust op besluit { $decision }, { $state }.
cost-and-money-rest-on-decision = { $cost } van de lasten { $of-cost } en { $money } van het geld { $of-money } rusten op besluit { $decision }, { $state }.
which-is-proposed = dat alleen is voorgesteld
which-is-not-taken = dat volgens het plan nog niet is genomen
which-is-rejected = dat is verworpen, zodat dit niet doorgaat
share-of-whole = ({ $share } van { $whole })
share-not-known = (het geheel is niet bekend)
label-hangs = { $name }: { $amount }
label-decision-is = dit besluit { $state }
rests-on-decision-help = Geef aan wat er gebeurt als het besluit niet wordt genomen, of schrijf 'genomen' zodra dat zo is.
rests-without-payable = Zonder dit besluit kan alles nog steeds betaald worden.
rests-without-short = Zonder dit besluit kan niet alles betaald worden: er is { $short } te kort, in { $year }.
rests-without-short-in-all = Zonder dit besluit kan niet alles betaald worden: eind { $year } is er { $first } te kort, in totaal { $short }.
rests-on-all-short = Als geen van deze besluiten wordt genomen, kan niet alles betaald worden: er is { $short } te kort, in { $year } ({ $decisions }).
rests-on-all-short-in-all = Als geen van deze besluiten wordt genomen, kan niet alles betaald worden: eind { $year } is er { $first } te kort, in totaal { $short } ({ $decisions }).
rests-on-decision-help-rejected = Haal uit het plan wat erop rust, of zet er een nieuw besluit voor in de plaats.

# 310
decisions-out-of-order = Besluit { $decision } van { $date } volgt op besluit { $first }, maar dat is later: { $before }.
decisions-out-of-order-help = Controleer beide datums, en welk besluit op welk volgt.
decision-without-its-first = Besluit { $decision } is genomen, maar het volgt op besluit { $first }, en dat { $state }.
decision-without-its-first-help = Schrijf 'genomen' bij { $first } als dat zo is, of controleer welk besluit op welk volgt.
decision-state-unknown = is volgens het plan nog niet genomen
decision-state-proposed = is alleen voorgesteld
decision-state-taken = is genomen
decision-state-rejected = is verworpen
label-after = volgt op { $first }
label-decision = besluit { $decision }
# time
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

shifted-outside = Verschoven met { $by } heeft { $name } bedragen in { $years }; het plan loopt over { $plan }.
shifted-later = { $count } jaar naar later
shifted-earlier = { $count } jaar naar eerder
shifted-outside-help = Verschuif het minder ver, of maak de jaren van het plan ruimer.
label-shifted = dit komt in { $years }
