### Rules, accepted deviations, packs

rule-says = { $text }

## Geaccepteerde afwijkingen




rule-without-code = De regel “{ $name }” heeft geen code.
rule-without-code-help = Elke bevinding draagt de code van haar regel. Zet erbij, bijvoorbeeld: code SUBSIDIE-001.
rule-code-form = “{ $code }” is geen code voor een regel.
rule-code-form-help = Een code is letters, een streepje en cijfers, zoals NL-BBV-001. Codes die met POK beginnen zijn van pok zelf.
rule-without-condition = De regel “{ $name }” vraagt niets: er staat geen “waarbij” en geen “eis” in.
rule-without-condition-help = Zeg met “eis …” wat moet gelden, of met “waarbij …” wat niet mag voorkomen.
rule-without-message = De regel “{ $name }” heeft geen melding.
rule-without-message-help = Zeg in een zin wat er gevonden is: melding "{"{"}d{"}"} heeft geen eigenaar". Namen tussen accolades worden ingevuld.
rule-name-twice = “{ $name }” is in deze regel of dit pakket al in gebruik.
rule-name-twice-help = Kies een andere naam, zodat altijd duidelijk is wat bedoeld is.
rule-text-twice = Deze tekst staat er twee keer voor de taal “{ $language }”.
rule-text-twice-help = Laat er één staan. Een tekst in een andere taal begint met het woord daarvoor: melding en "…".
rule-hole-open = Deze accolade wordt niet gesloten.
rule-hole-open-help = Sluit haar na de naam. Schrijf een accolade die zelf in de tekst moet staan dubbel.
rule-hole-empty = Tussen deze accolades staat niets.
rule-hole-empty-help = Schrijf wat ingevuld moet worden, zoals de naam na “voor”. Schrijf een accolade die zelf in de tekst moet staan dubbel.
rule-file-item = Dit hoort in een plan, niet in een regelbestand.
rule-file-item-help = In een regelbestand staan pakketten, parameters, regels, toetsen en wat is opgenomen. Zet een plan in een eigen bestand, of in een toets.
pack-missing = Dit regelbestand zegt niet welk pakket het is.
pack-missing-help = Begin met een regel als: pakket onze-regels "Regels van onze gemeente".
pack-unknown = Er is geen regelpakket “{ $name }”. De regels ervan zijn niet gecontroleerd.
pack-unknown-help = Deze pakketten horen bij pok: { $known }. Een eigen pakket noem je met zijn bestand: gebruik regels "onze-regels.pok".
pack-unknown-help-near = Bedoel je “{ $near }”?
pack-unread = Het regelbestand “{ $path }” is niet te lezen. De regels ervan zijn niet gecontroleerd.
pack-unread-help = Kijk het pad na. Het begint bij de map van dit bestand, en mag niet buiten het project leiden.
pack-broken = { $count ->
    [one] Eén regel van het pakket “{ $name }” bevat een fout en is niet gecontroleerd: { $rules }.
   *[other] { $count } regels van het pakket “{ $name }” bevatten een fout en zijn niet gecontroleerd: { $rules }.
}
pack-broken-text = In het regelbestand van het pakket “{ $name }” staan fouten. Niet al zijn regels zijn gecontroleerd.
pack-broken-help = Herstel het regelbestand; de fouten worden daar op hun plaats gemeld. Met “pok rules check” zie je ze apart.
parameter-unknown = Het pakket “{ $pack }” heeft geen parameter “{ $name }”.
parameter-unknown-help = Het heeft: { $known }.
parameter-unknown-help-none = Het heeft geen parameters.
parameter-unknown-help-near = Bedoel je “{ $near }”?
parameter-type = “{ $name }” is { $needed }, en dit is { $is }.
parameter-type-help = In het pakket is de waarde { $value }.
rule-without-basis = De regel “{ $name }” zegt niet waarop hij rust.
rule-without-basis-help = Zet het artikel erbij, met de datum: grondslag "Gemeentewet art. 189 lid 2" url "…".
rule-without-test = Geen enkele toets laat de regel “{ $name }” ({ $code }) aanslaan.
rule-without-test-help = Voeg een toets toe met een klein plan dat de regel schendt, en “verwacht { $code }”.
rule-value = { $text } = { $value }
rule-yes = ja
rule-no = nee
rule-unknown = niet bekend
a-value = een bedrag, een getal, jaren, een datum of een tekst
a-place = iets uit het plan, of een regel daarvan zoals d.aard
unchecked-rule-of-pack = de regel “{ $name }” ({ $code })
unchecked-rule-of-pack-on = de regel “{ $name }” ({ $code }) voor { $on }
because-rule-open = wat hij vraagt is niet bekend
because-rule-large = er zouden meer combinaties zijn dan pok probeert
rule-name = “{ $name }”
because-pack-unread = het regelbestand kon niet gelezen worden
because-rule-broken = er staat een fout in
values-heading = want
basis-heading = grondslag
a-second-value = een tweede waarde

## Waarom een regel niets vindt

why-heading = waarom
why-with = met { $values }:
why-false = “{ $text }” gaat niet op
why-open = “{ $text }” is niet bekend
why-kept = “{ $text }” is de eis, en daaraan is voldaan
why-values = { $sentence }, want { $values }
why-fires = hier slaat de regel wel aan, maar de bevinding staat ergens anders
why-empty = er is niets waar “{ $variable }” voor kan staan
why-not-ranged = “{ $name }” hoort niet bij wat de regel langsgaat; wat er het dichtst bij komt:
why-period = de regel geldt { $period }, en dit plan heeft de jaren { $years }
why-from = vanaf { $from }
why-through = tot en met { $through }
why-from-through = vanaf { $from } tot en met { $through }
why-always = in elk jaar

## Toetsen van regels

testing-passed = geslaagd
testing-failed = mislukt
testing-broken = niet te lezen
testing-missing = { $code } werd verwacht, en is niet gevonden.
testing-missing-on = { $code } werd verwacht bij “{ $name }”, en is niet gevonden.
testing-unexpected = { $code } is gevonden, en werd niet verwacht: { $sentence }
testing-undecided = Niet te beslissen was { $what }, want { $why }.
testing-count = { $count ->
    [one] 1 toets
   *[other] { $count } toetsen
}
testing-count-passed = { $count } geslaagd
testing-count-failed = { $count } mislukt
testing-count-broken = { $count } niet te lezen
testing-files = { $count ->
    [one] 1 bestand
   *[other] { $count } bestanden
}
testing-none = Hier staan geen toetsen. Een toets staat in een regelbestand, of in een plan bij de regels: toets "…" {"{"} … verwacht CODE op NAAM {"}"}
testing-never-fires = Geen enkele toets laat deze regels aanslaan:
testing-never-clean = Geen enkele toets laat zien dat deze regels zwijgen waar ze iets vragen:
test-without-expect = Deze toets verwacht niets, ook niet “niets”.
test-without-expect-help = Zeg wat er gevonden moet worden (verwacht CODE op NAAM), of dat er niets gevonden mag worden: verwacht niets.
test-expects-both = Deze toets verwacht niets, en verwacht ook iets.
test-expects-both-help = Laat een van de twee staan.
test-code-unknown = Geen enkele regel heeft de code { $code }.
test-code-unknown-near = Bedoel je { $near }?
test-code-unknown-known = Deze regels worden hier getoetst: { $known }.
test-code-unknown-own = Een toets gaat over de regels van pakketten, niet over wat pok zelf vindt.
test-code-unknown-broken = Een regel met een fout erin doet in toetsen niet mee; misschien is het die.
test-name-unknown = Niets in deze toets heet “{ $name }”.
test-name-unknown-near = Bedoel je “{ $near }”?
test-name-unknown-help = Noem een doel, bron, reserve, thema, besluit, document of tabel uit de toets, of het plan ervan.
test-include = In een toets worden geen bestanden opgenomen.
test-include-help = Zet het plan van de toets tussen zijn accolades.

## Pagina's over regels

page-pack = { $level }; regel “{ $name }” van het pakket { $pack }.
page-pack-version = { $level }; regel “{ $name }” van het pakket { $pack } { $version }.
page-refines = Deze regel komt in de plaats van { $codes } over dezelfde dingen.
page-says = Wat er gemeld wordt
page-rests = Waarop de regel rust
page-rests-on-nothing = Dat zegt de regel niet.
page-reading = Wat zeker is, en wat onze uitleg is
page-period = Wanneer de regel geldt
page-from = Vanaf { $from }.
page-through = Tot en met { $through }.
page-from-through = Vanaf { $from } tot en met { $through }.
page-parameters = Wat u kunt instellen
page-parameters-how = In een plan: gebruik regels { $pack } met { $name } = …
page-do = Wat te doen
page-example = Voorbeeld
page-clean = Hetzelfde zonder bevinding
packs-rules = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
packs-none = Bij deze versie horen geen regelpakketten.
rules-none = Hier staan geen regelbestanden. Een regelbestand begint met: pakket NAAM "Titel"
codes-heading = Codes
codes-intro = Alles wat pok kan vinden. “pok explain CODE” toont de pagina van een code, met een voorbeeld en hoe dat te herstellen is. Woorden tussen accolades worden ingevuld.
codes-own = pok zelf
codes-columns = | Code | Niveau | Wat | Betekenis |
rule-absent = niets
a-list = een lijst

## Geaccepteerde afwijkingen

allow-about = op { $name }
allow-here = hier
allow-in-plan = in dit plan
allow-in-scenario = { $where }, in scenario "{ $name }"

allow-unused = Deze accepteer-regel accepteert niets: er is geen { $code } { $where }.
allow-unused-elsewhere = { $code } is wel gevonden op { $names }.
allow-unused-others = Wat is gevonden { $where }: { $codes }.
allow-unused-help = Haal de regel weg als de afwijking er niet meer is. Is die verplaatst, pas dan de naam in de regel aan.
fix-remove-allow = haal deze accepteer-regel weg
allow-unknown-code = { $code } is geen code van pok of van de gebruikte regelpakketten, dus deze accepteer-regel accepteert niets.
allow-unknown-code-near = Bedoelt u { $near }?
allow-unknown-code-help = `pok explain --list` geeft alle codes van pok.
allow-cannot = { $code } kan niet worden geaccepteerd: { $why }.
allow-cannot-unread = zolang iets niet te lezen is, wordt niet gecontroleerd wat ervan afhangt, dus het moet worden hersteld
allow-cannot-itself = een bevinding over een accepteer-regel wordt hersteld door die regel te wijzigen
allow-expired = { $code } { $where } was geaccepteerd tot en met { $date } en het is vandaag { $today }: de afwijking is niet meer geaccepteerd.
allow-expired-help = Herstel de afwijking, of laat die opnieuw accepteren en schrijf hier de latere datum.
allow-no-amount = Deze accepteer-regel accepteert { $code } { $where } tot { $limit }, maar de bevinding heeft geen bedrag om te vergelijken en is dus niet geaccepteerd.
allow-no-amount-help = Laat “ten hoogste …” weg om de bevinding te accepteren zoals die is.
allow-no-reason = Waarom { $code } { $where } is geaccepteerd, is nog niet ingevuld.
allow-no-reason-help = Schrijf de reden tussen de aanhalingstekens na “omdat”: wie met de afwijking heeft ingestemd, en waarom.
accepted-up-to = Dit was geaccepteerd tot { $limit } en is groter geworden: het is nu { $amount }. Herstel het, of laat het hogere bedrag accepteren en schrijf dat na “ten hoogste”.

unchecked-allow-until = of { $code } { $where } nog is geaccepteerd; dat is zo tot en met { $date }
because-no-today = niemand zei welke dag het is; geef --today

accepted-heading = Geaccepteerd:
accepted-because = omdat “{ $because }”
accepted-by = door { $by }
accepted-until = tot en met { $date }
level-accepted = geaccepteerd
count-accepted = { $count ->
    [one] 1 geaccepteerd
   *[other] { $count } geaccepteerd
}

add-allow-written = { $file }: { $count ->
    [one] één accepteer-regel geschreven
   *[other] { $count } accepteer-regels geschreven
}
add-allow-nothing = { $file }: niets te accepteren
add-allow-reasons = Vul bij elk de reden in; tot dan vraagt pok erom (POK601).
add-allow-left = Wat niet te lezen is, moet worden hersteld en kan niet worden geaccepteerd; pok check laat het zien.
because-warning-open = wat hij vraagt is niet bekend; hij waarschuwt alleen
