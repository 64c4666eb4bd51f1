## From the checks

# 402
covered-too-much = Doel { $goal } kost { $cost } in { $years }, maar de vermelde dekking is { $paid }: { $difference } te veel.
covered-too-little = Doel { $goal } kost { $cost } in { $years }, maar de vermelde dekking is { $paid }: { $difference } te weinig.
covered-without-cost = Doel { $goal } kost niets in { $years }, maar er is { $paid } dekking voor vermeld.
covered-too-much-help = Controleer de lasten en de dekking van dat jaar: een van de twee klopt niet, of de dekking staat in het verkeerde jaar.
covered-too-little-help = Controleer de lasten en de dekking van dat jaar, of geef aan wie de rest betaalt.
goals-above-coverage = { $payer } betaalt in { $years } in totaal { $stated }, maar per doel opgeteld is het { $paid }: { $difference } meer.
goals-below-coverage = { $payer } betaalt in { $years } in totaal { $stated }, maar per doel opgeteld is het { $paid }: { $difference } minder.
goals-and-coverage-help = Controleer beide: wat in totaal is vermeld, en wat per doel is vermeld.
year-covered-too-much = Alle doelen samen kosten { $cost } in { $years }, maar de dekking is { $paid }: { $difference } te veel.
year-covered-too-little = Alle doelen samen kosten { $cost } in { $years }, maar de dekking is { $paid }: { $difference } te weinig.
year-covered-too-much-help = Controleer de lasten en de dekking van dat jaar; geld zonder doel hoort bij het restant, niet bij de dekking.
year-covered-too-little-help = Controleer de lasten en de dekking van dat jaar, of geef aan wie de rest betaalt.
share-differs = { $payer } betaalt { $share } van doel { $goal }, dus { $due } van { $cost } in { $years }, maar er staat { $paid }.
share-differs-help = Verbeter het aandeel of het bedrag: ze zeggen samen wie dit doel betaalt.
theme-covered-too-much = De doelen van thema { $theme } kosten samen { $cost } in { $years }, maar de vermelde dekking is { $paid }: { $difference } te veel.
theme-covered-too-little = De doelen van thema { $theme } kosten samen { $cost } in { $years }, maar de vermelde dekking is { $paid }: { $difference } te weinig.
label-paid = betaalt { $amount } in { $years }
label-paid-in-all = in totaal { $amount } in { $years }
label-cost = kost { $amount } in { $years }
label-budget = budget van { $amount } in { $years }
amount-with-sum = { $amount } ({ $sum })
unchecked-coverage = of de dekking van doel { $goal } in { $years } gelijk is aan de lasten
unchecked-coverage-of-years = of de dekking per jaar gelijk is aan de lasten

# 404
earmark-broken = Bron { $payer } is alleen voor { $tags }, maar betaalt { $amounts } voor doel { $goal }, { $serves }.
earmark-broken-help = Betaal dit doel uit een andere bron, of voeg het oormerk toe aan 'ten behoeve van' als het doel er wel onder valt.
payer-not-named = { $payer } betaalt { $amounts } voor doel { $goal }, dat alleen betaald mag worden uit { $named }.
payer-not-named-help = Betaal het uit wat wel is genoemd, of voeg deze toe aan 'betaald uit'.
serves-tags = dat er is ten behoeve van { $tags }
serves-nothing = waarbij niet staat waarvoor het dient
label-serves = doel { $serves }
label-earmark = alleen voor { $tags }
label-paid-by = waaruit het doel betaald mag worden

# 405
earmark-widened = Reserve { $reserve } mag ook gebruikt worden voor { $tags }, maar geld uit { $payer } dat erin komt, is alleen voor { $earmark }.
earmark-lost = Reserve { $reserve } mag overal voor gebruikt worden, maar geld uit { $payer } dat erin komt, is alleen voor { $earmark }.
earmark-widened-help = Geef { $reserve } hetzelfde “voor” als { $payer }, zet dit geld in een eigen reserve, of accepteer het met “accepteer” en de reden als het ruimere gebruik is afgesproken.
label-no-earmark = heeft geen “voor”
label-into-reserve = geld uit { $payer } gaat naar { $reserve }

# 407
optional-left-out = Optioneel doel { $goal } gaat niet door: het vraagt { $amount }, en dat kan niet helemaal betaald worden naast { $beside }.
optional-left-out-help = Verlaag de lasten, schuif ze naar een jaar waarin geld over is, geef dit doel een lager getal bij “prioriteit” dan een ander optioneel doel, of zoek meer geld.
beside-required = alles wat moet
beside-required-and = alles wat moet en wat eerder aan de beurt is ({ $goals })
beside-required-and-many = alles wat moet en { $count ->
    [one] één optioneel doel dat eerder aan de beurt is
   *[other] { $count } optionele doelen die eerder aan de beurt zijn
 }
label-optional = dit doel is optioneel

# 409
cap-exceeded = { $payer } mag ten hoogste { $limit } per jaar betalen voor doel { $goal }, maar betaalt { $amounts }: { $over } te veel.
cap-exceeded-total = { $payer } mag in totaal ten hoogste { $limit } betalen voor doel { $goal }, maar { $sum } is { $total }: { $over } te veel.
cap-exceeded-help = Betaal wat boven de grens komt uit een andere bron, of controleer de grens.
label-cap-per-year = ten hoogste { $limit } per jaar
label-cap-total = ten hoogste { $limit } in totaal
# cover
# Familie 4: dekking.

## Uit de optellingen

overdrawn = In { $year } wordt { $used } betaald uit { $name }, maar er is niet meer dan { $available }: { $difference } te veel.
overdrawn-help = Betaal minder uit deze bron, schuif lasten naar een later jaar, of noem een andere bron.
overdrawn-lapsed-help = Van { $years } is { $sum } niet op tijd gebruikt en dus weg: een restant blijft hier niet.
overdrawn-expired-help = Van { $years } is { $sum } niet op tijd gebruikt; dat mag nu niet meer.
label-drawn = betaalt { $amount }
label-carry-over = wat over is, blijft niet
without-goal = Van { $name } heeft { $amount } geen doel als het plan in { $year } eindigt: van { $income } wordt { $used } gebruikt.
without-goal-tranche = Dat is precies wat er in { $years } binnenkomt: { $amount }.
without-goal-help = Het geld is tijdelijk. Noem er een doel voor, zeg dat het later wordt bestemd (“restant van”), of zeg waar het heen gaat.
without-goal-help-ends = Daarna mag het geld niet meer worden gebruikt. Noem er een doel voor, of zeg waar het heen gaat.
label-tranche = hier komt { $amount } binnen
lapses = Van { $name } { $how } { $amount } aan het eind van { $years }: geen doel gebruikt het op tijd.
is-lost = vervalt
goes-back = gaat terug naar de gever:
lapses-sum = { $sum } = { $amount }.
lapses-help = Gebruik het geld in zijn eigen jaar, of zoek uit of een restant mag blijven.

## Wat niet is gecontroleerd

unchecked-payable = of alles betaald kan worden
because-no-money = het plan noemt geen bronnen en geen reserves
unchecked-scenario = de uitkomst
unchecked-rules = de regels van { $name }
unchecked-rule = de regel { $name }
unchecked-theme = het budget en de dekking van thema { $theme } in { $years }

# 401: kan het betaald worden
cannot-be-paid = Niet alles kan betaald worden: voor { $who } is { $needed } nodig, en daarvoor mag { $available } gebruikt worden: { $short } te weinig.
cannot-be-paid-timeline = Eind { $year } is er { $short } te weinig, { $later }.
cannot-be-paid-when = Eind { $year } is er { $short } te weinig.
short-by = eind { $year } { $short }
so-many-goals = { $count ->
    [one] één doel
   *[other] { $count } doelen
 }
label-asks = vraagt { $amount } in { $years }
label-may-pay = { $amount } mag hiervoor gebruikt worden
label-lets-through = laat { $amount } door
account-asked = Moet betaald worden
account-means = Mag daarvoor gebruikt worden
account-rest = Over
account-together = samen
account-short = te weinig
account-cost = { $goal }, { $years }
account-share = { $goal }, { $years }, het deel van { $payer }
account-budget = { $goal }, { $years }, budget boven de lasten
account-theme = thema { $goal }, { $years }, budget boven de lasten
account-costs-of = { $count } lasten van { $years }
account-floor = { $name } moet eind { $year } houden
account-tranche = { $name }, baten van { $years }
account-tranches = { $name }, { $count } bedragen, { $years }
account-means-of = { $count } bedragen van { $years }
account-opening = { $name }, beginstand van { $years }
account-outside = { $name }, storting in { $years } van buiten het plan
account-through-cap = { $name } voor { $goal }, { $years }: ten hoogste
account-through-limit = { $name }, onttrekking van { $years }: ten hoogste
account-through-paid = { $name } voor { $goal }, { $years }: zoals vermeld
account-through-coverage = { $name }, dekking van { $years }: zoals vermeld
account-through-withdrawal = { $name }, onttrekking van { $years }: zoals vermeld
account-through-movement = { $name }, mutatie van { $years }: zoals vermeld
account-through-ceiling = { $name }, meegenomen eind { $years }: ten hoogste
account-through-inflow = { $name }, storting van { $years }: zoals vermeld
account-through-addition = { $name }, storting van { $years }: zoals vermeld
blocked-earmarked = { $amount } blijft ongebruikt, omdat het voor iets anders is geoormerkt: { $money }.
blocked-for = { $amount } van { $name } (alleen voor { $tags })
blocked-of = { $amount } van { $name } ({ $years })
blocked-not-named = { $amount } blijft ongebruikt, omdat deze doelen andere betalers noemen: { $money }.
blocked-expired = { $amount } blijft ongebruikt, omdat het dan niet meer gebruikt mag worden: { $money }.
blocked-later = { $amount } komt pas na deze lasten binnen: { $money }.
blocked-bounded = { $amount } blijft ongebruikt, omdat een grens er niet meer van doorlaat: { $money }.
mend-stays = Oplossing: laat het restant van { $name } staan (in een scenario: `{ $statement }`).
mend-earmark = Oplossing: laat { $name } ook betalen voor { $other } (in een scenario: `{ $statement }`).
mend-available = Oplossing: laat { $name } betalen in { $years } (in een scenario: `{ $statement }`).
mend-cap = Oplossing: laat { $other } { $by } meer betalen aan { $name }, ten hoogste { $to } (in een scenario: `{ $statement }`).
mend-limit = Oplossing: sta toe dat { $by } meer uit { $name } wordt onttrokken, ten hoogste { $to } (in een scenario: `{ $statement }`).
mend-ceiling = Oplossing: verhoog de bovengrens van { $name } met { $by } naar { $to } (in een scenario: `{ $statement }`).
mend-floor = Oplossing: verlaag de ondergrens van { $name } met { $by } naar { $to } (in een scenario: `{ $statement }`).
mend-shift = Oplossing: voer { $name } een jaar later uit (in een scenario: `{ $statement }`).
mend-income = Oplossing: { $by } meer baten van { $name } in { $years }, samen { $to } (in een scenario: `{ $statement }`).
mend-opening = Oplossing: { $by } meer in { $name } aan het begin van { $years }, samen { $to } (in een scenario: `{ $statement }`).
mend-cost = Oplossing: { $by } minder lasten van { $name } in { $years }, dus { $to } (in een scenario: `{ $statement }`).
mend-budget = Oplossing: { $by } minder budget van { $name } in { $years }, dus { $to } (in een scenario: `{ $statement }`).
mend-none = Er is geen enkele wijziging gevonden die dit alleen oplost: er zijn er meer samen nodig, of een grotere.
bound-cap = een grens over jaren samen
bound-limit = een grens aan onttrekkingen over alle jaren samen
bound-paid = een betaling die over jaren samen is vermeld
bound-coverage = dekking die over jaren samen is vermeld, of van een bron met ongelijke delen
bound-withdrawal = een onttrekking die over jaren samen is vermeld
bound-movement = een saldo van mutaties van een reserve waar ook restanten in komen
bound-ceiling = een plafond
bound-inflow = een tabel met stortingen
bound-addition = een storting
because-opening-needed = er is meer nodig dan er in { $names } komt, en er is geen beginstand gegeven
because-crossing = { $what } werkt over jaren heen, en er is geen verdeling gevonden en ook geen bewijs dat die er niet is
because-internal = de tweede controle klopte niet ({ $doubt }): dit is een fout in pok, meld die alstublieft
account-more = { $count ->
    [one] nog één (--all toont die)
   *[other] nog { $count } (--all toont ze)
 }

# 402: vermelde dekking die geen lasten vindt
coverage-does-not-fit = { $payer } betaalt volgens het plan { $stated } in { $years }, maar de doelen die er uit betaald mogen worden, hebben naast de andere vermelde dekking plaats voor { $fits }: { $difference } te veel.
coverage-does-not-fit-help = Verlaag deze dekking, of laat de bron ook andere doelen betalen.
# 408
pm-headroom = { $what } staat nog open (pm); dat mag ten hoogste { $amount } worden.
pm-no-headroom = { $what } staat nog open (pm), maar er is geen geld meer voor: het mag ten hoogste { $amount } worden.
pm-headroom-help = Daarboven kan niet alles betaald worden. Wat de grens bepaalt: { $binding }.
what-open-cost = De last van { $name } in { $years }
what-open-budget = Het budget van { $name } voor { $years }
what-open-theme-budget = Het budget van thema { $name } voor { $years }

## Wat een bedrag begrenst

binds-tranche = de baten van { $name } in { $year } ({ $amount })
binds-opening = de beginstand van { $name } in { $year } ({ $amount })
binds-outside = wat in { $year } in { $name } wordt gestort ({ $amount })
binds-floor = de ondergrens van { $name } eind { $year } ({ $amount })
binds-ceiling = het plafond van { $name } eind { $year } ({ $amount })
binds-inflow = wat in { $year } in { $name } mag komen ({ $amount })
binds-addition = wat in { $year } naar { $name } gaat ({ $amount })
binds-cap = wat { $name } ten hoogste voor { $goal } mag betalen in { $years } ({ $amount })
binds-paid = wat { $name } volgens het plan voor { $goal } betaalt in { $years } ({ $amount })
binds-coverage = wat { $name } volgens het plan betaalt in { $years } ({ $amount })
binds-withdrawal = wat in { $years } aan { $name } wordt onttrokken ({ $amount })
binds-limit = wat ten hoogste aan { $name } mag worden onttrokken in { $years } ({ $amount })
binds-no-money = er is geen geld dat hiervoor mag worden gebruikt
