# Woorden voor meldingen over de tekst van een plan: wat er hoort, wat er staat, waar, en hoe opdrachten eruitzien.

after-text = Na “{ $text }”
at-start = Hier
found-text = hier staat “{ $text }”
found-end = de opdracht houdt hier op
found-nothing = hier staat niets
written-so = Zo schrijft u het: { $form }

language-english = Engels
language-dutch = Nederlands

## Waar een opdracht staat

block-file = buiten alle blokken
block-plan = in een plan
block-document = in een document
block-decision = in een besluit
block-theme = in een thema
block-source = in een bron
block-reserve = in een reserve
block-goal = in een doel
block-scenario = in een scenario
block-pack = in een pakket
block-rule = in een regel
block-test = in een toets
block-table = in een tabel

## Wat er hoort

expect-name = een naam
expect-text = een tekst tussen dubbele aanhalingstekens
expect-code = de code van een bevinding, zoals POK201
expect-pack = de naam van een regelpakket
expect-colon = een dubbele punt (:)
expect-comma = een komma
expect-equals = {"="}
expect-open = een haakje openen
expect-close = een haakje sluiten
expect-amount = een bedrag
expect-number = een getal
expect-percent = een percentage, zoals 50%
expect-count = een geheel getal
expect-task-field = een taakveld zoals 6.2
expect-year = een jaar of een periode zoals 2024..2026
expect-date = een datum zoals 2024-10-29
expect-month-day = een maand en een dag, zoals 04-01
expect-reference = een verwijzing met @
expect-given = een jaar met een bedrag, zoals 2025: 1.000
expect-body = raad, college of een tekst tussen dubbele aanhalingstekens
expect-payer = de naam van een bron of reserve
expect-table-kind = waar de tabel over gaat (baten, lasten, budget, dekking, storting, onttrekking, mutatie, verloop, eindstand, beginstand, cijfers)
expect-table-part = een naam, een titel, als met een stadium, een eenheid zoals (x 1.000)
expect-factor = een eenheid zoals (x 1.000)
expect-expression = een bedrag, een naam of een berekening
expect-course-kind = beginstand, storting, onttrekking, mutatie of eindstand
expect-operator = een bewerking zoals + of =
expect-column-head = een kolomkop: een jaar, een periode, een naam of totaal
expect-keyword = “{ $word }”
expect-end = het eind van de opdracht

## Hoe opdrachten eruitzien

form-language = taal nl
form-plan = plan weidebeek "Titel" {"{"} … {"}"}
form-document = document voorstel "Titel" {"{"} … {"}"}
form-decision = besluit verordening "Titel" {"{"} … {"}"}
form-theme = thema digitaal "Titel" {"{"} … {"}"}
form-source = bron bijdrage "Titel" {"{"} … {"}"}
form-reserve = reserve buffer "Titel" {"{"} … {"}"}
form-goal = doel advies "Titel" {"{"} … {"}"}
form-table = tabel lasten "Titel" @ voorstel "blz. 4" {"{"} … {"}"}
form-stated = vermeld baten(bijdrage, 2024..2026) = 360.000
form-scenario = scenario laag "Titel" {"{"} … {"}"}
form-allow = accepteer POK201 op bijdrage omdat "reden", of accepteer POK201 op bijdrage ten hoogste 5.000 omdat "reden"
form-include = neem op "bronnen.pok"
form-use-rules = gebruik regels nl.bbv met grens = 15%
form-pack = pakket nl.bbv "Titel" {"{"} versie "2024" {"}"}
form-parameter = parameter grens = 10%, of parameter verboden = "voedsel", "tabak"
form-rule = regel structurele-lasten {"{"} … {"}"}
form-test = toets "wat wordt getoetst" {"{"} … {"}"}
form-part = deel eerste "Titel" {"{"} baten 2024: 5.000 {"}"}
form-change = wijzig bijdrage {"{"} restant vervalt {"}"}
form-owner = eigenaar "Gemeente Weidebeek"
form-note = toelichting "tekst"
form-years = jaren 2024..2027
form-evaluate-yearly = evalueer jaarlijks, of evalueer jaarlijks aan "gemeenteraad"
form-evaluate = evalueer jaarlijks, of evalueer 2025, 2027 aan "gemeenteraad"
form-currency = valuta EUR
form-year-starts = jaar begint 04-01
form-named-by-end = genoemd naar eind
form-decided = besloten 2024-10-29 door raad
form-date = datum 2024-10-29
form-number = nummer "2024-017"
form-url = url "https://…"
form-by = door raad
form-on = op 2024-10-29
form-proposed = voorgesteld
form-taken = genomen
form-rejected = verworpen
form-after = na verordening
form-theme-of = thema digitaal
form-needs-decision = vereist besluit verordening
form-account = grootboek "6080100"
form-kind = soort specifieke-uitkering
form-task-field = taakveld 6.2
form-temporary = incidenteel
form-recurring = structureel
form-for = voor schuldhulp, rechtshulp
form-income = baten 2024: 175.000, 2025: 180.000
form-available = beschikbaar 2024..2027
form-unspent = restant blijft, restant blijft 3 jaar, restant naar buffer, restant vervalt of restant terugbetalen
form-status = status toegekend, of status verwacht
form-commit-by = verplichten uiterlijk 2024-12-31
form-spend-by = besteden uiterlijk 2026-12-31
form-opening = beginstand 2024: 459.500
form-floor = ondergrens 10.000
form-ceiling = bovengrens 500.000
form-add = stort 2025: 5.000 uit bijdrage
form-withdraw = onttrek 2025: 5.000, of onttrek ten hoogste 5.000 per jaar
form-ends = eindigt 2026
form-release-to = vrijval naar algemeen
form-during = gedurende 2024..2026
form-from = vanaf 2024 tot en met 2026
form-through = tot en met 2026
form-until = tot en met 2026
form-cost = lasten 2024: 165.000, 2025: 100.000
form-obligated = verplicht 2024: 60.000
form-statutory = wettelijk
form-paid-by = betaald uit bijdrage, buffer; of betaald uit bijdrage 50%, buffer 50%; of betaald uit bijdrage 2024: 62.000
form-at-most = ten hoogste 100.000 per jaar uit bijdrage
form-budget = budget 2024..2025: 6.000 totaal
form-serves = ten behoeve van rechtshulp
form-priority = prioriteit 1
form-optional = optioneel
form-follow-up = vervolg "Kadernota 2026"
form-was = voorheen "Oude titel"
form-continues = zet voort coaching
form-remainder-of = restant van bijdrage 2025
form-goal-status = status bereikt, voortgezet, gestopt of nieuw
form-set = zet lasten(advies, 2025) = 0
form-scale = schaal baten(bijdrage, 2025..2027) naar 90%
form-drop-goal = schrap doel advies
form-shift-goal = verschuif doel advies met 1 jaar
form-only-granted = alleen toegekend
form-version = versie "2024"
form-title = titel en "titel in die taal"
form-code = code NL-BBV-001
form-severity = ernst waarschuwing
form-basis = grondslag "artikel" url "https://…"
form-reading = lezing nl "wat er in de bron staat, en hoe die is gelezen"
form-applies = geldt vanaf 2023
form-rule-for = voor g in doelen, s in payers(g)
form-where = waarbij g is structureel
form-require = eis g heeft vervolg
form-refines = verfijnt POK303
form-at = bij g.nature, s.nature
form-let = stel x = lasten(g, 2025)
form-message = melding "tekst"
form-help = hulp "tekst"
form-expect = verwacht NL-BBV-001 op advies, of verwacht niets
# syntax
