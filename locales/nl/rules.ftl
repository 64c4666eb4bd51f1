### Rules, accepted deviations, packs

rule-says = { $text }

## Geaccepteerde afwijkingen

allow-about = op { $name }
allow-here = hier
allow-in-plan = in dit plan
allow-in-scenario = { $where }, in scenario "{ $name }"

allow-unused = Deze accepteer-regel accepteert niets: er is geen { $code } { $where }.
allow-unused-elsewhere = { $code } is wel gevonden op { $names }.
allow-unused-others = Wat is gevonden { $where }: { $codes }.
allow-unused-help = Is de afwijking verplaatst of heet het nu anders? Pas dan de naam in de regel aan.
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
