# Wat het programma van zijn werk houdt, en wat er fout is aan een opdrachtregel.

failure-similar = ; bedoelt u { $similar }?
failure-file = { $file }: { $cause }
failure-stdin = standaardinvoer: { $cause }
failure-output = de uitvoer kon niet worden geschreven: { $cause }
failure-lang = de variabele POK_LANG is “{ $value }”; pok spreekt nl en en
failure-missing = er is geen bestand of map { $file }
failure-not-allowed = { $file }: u mag dit niet lezen
failure-no-plans = geen .pok-bestand in { $folder }
failure-not-regular = { $file }: geen gewoon bestand; geef - als pad om uit een pijp te lezen
failure-code = geen enkele bevinding heeft de code “{ $code }”{ $similar } (pok explain --list noemt ze allemaal)
failure-no-page = { $code } is een code van pok, maar deze versie heeft er geen uitleg bij
failure-rule-code = geen enkele regel heeft de code “{ $code }”{ $similar }
failure-pack = er is geen regelpakket { $name }; bij pok horen { $known }; een eigen pakket noemt u bij zijn bestand
failure-folder = { $file } is een map; noem het bestand van één plan
failure-no-plan = { $file } is geen plan; noem het bestand van een plan
failure-declares-none = { $file } bevat zelf geen plan; noem het bestand van het plan waar het bij hoort
failure-which-plan = welk plan? Geef een bestand: pok eval plan.pok
failure-scenario = { $plan } heeft geen scenario “{ $name }”; wel { $known }
failure-no-scenario = { $plan } heeft geen scenario “{ $name }”; er is geen enkel scenario van uitgewerkt
failure-headroom = { $plan } heeft geen ruimte van “{ $name }”: dat is geen doel, thema of bron
failure-the-file = het bestand
failure-config-folder = { $file } is een map; de instellingen van een project staan in een bestand met die naam
failure-config-regular = { $file }: geen gewoon bestand
failure-config-large = { $file } is groter dan 1 MiB en is daarom niet gelezen
failure-snap-stdin = een momentopname staat naast het plan, en bij de standaardinvoer kan dat niet; geef een bestand
failure-allow-stdin = --add-allow schrijft in het bestand van een plan, en bij de standaardinvoer is dat er niet
failure-allow-changed = { $file }: het is veranderd, of er staan tekens in die geen tekst zijn; er is niets geschreven
failure-allow-unread = { $file }: herstel eerst de fouten in de tekst, dan kan er een ‘accepteer’ bij; er is niets geschreven

## Oorzaken die het systeem geeft

cause-not-found = het is er niet
cause-not-allowed = u mag dit niet
cause-full = er is geen ruimte meer
cause-read-only = u mag het alleen lezen; er is niets geschreven
cause-folder = het is een map
cause-no-folder = een map in het pad is geen map
cause-exists = het is er al
cause-changed = het is intussen veranderd; er is niets geschreven
cause-busy = het is in gebruik

## De opdrachtregel

usage-option = er is hier geen optie { $argument }{ $similar }
usage-unexpected = “{ $argument }” is een woord te veel voor deze opdracht
usage-command = er is geen opdracht “{ $command }”{ $similar }
usage-no-command = welke opdracht? Er is er geen gegeven
usage-value = “{ $value }” kan niet achter { $argument } staan (mogelijk: { $known }){ $similar }
usage-date = “{ $value }” achter { $argument } is geen datum; schrijf die als 2026-05-31
usage-number = “{ $value }” achter { $argument } is geen heel getal
usage-not-a-value = “{ $value }” kan niet achter { $argument } staan
usage-needs-value = achter { $argument } hoort nog een waarde
usage-needs-one-of = achter { $argument } hoort nog een waarde: { $known }
usage-equals = zet bij { $argument } een is-teken voor de waarde
usage-too-many = “{ $value }” is één waarde te veel voor { $argument }
usage-twice = { $argument } staat er twee keer; één keer is genoeg
usage-conflict = { $argument } kan niet samen met { $others }
usage-conflict-any = { $argument } kan niet samen met de andere
usage-missing = dit ontbreekt nog: { $arguments }
usage-no-text = een argument is geen tekst (UTF-8) en is dus niet te lezen
usage-other = de opdrachtregel is niet te lezen: { $cause }

## Een eerste plan, en de handleiding

init-exists = { $file } is er al, en er is niets geschreven; kies een andere naam, of vervang het met --force
init-no-folder = { $file }: de map bestaat niet; maak die eerst
init-years = “{ $years }” zijn geen jaren; schrijf ze als 2027..2030, oplopend, ten hoogste twintig
init-currency = er is geen munt met de code “{ $code }”; geef drie letters van ISO 4217, zoals EUR
init-not-sound = met deze naam, titel of eigenaar wordt het geen goed plan: { $sentence }
failure-no-command = er is geen opdracht “{ $command }”; `pok --help` noemt ze
## Blijven controleren

failure-watch-stdin = --watch volgt bestanden, en de standaardinvoer is er geen; noem bestanden of mappen
failure-watch-stopped = het systeem meldt niet meer welke bestanden veranderen; start --watch opnieuw
failure-watch = wijzigingen zijn hier niet te volgen: { $cause }; gebruik pok check zonder --watch
watch-state = { $files ->
    [one] Eén bestand
   *[other] { $files } bestanden
}: { $errors ->
    [0] geen fouten
    [one] 1 fout
   *[other] { $errors } fouten
}, { $warnings ->
    [0] geen waarschuwingen
    [one] 1 waarschuwing
   *[other] { $warnings } waarschuwingen
}.
watch-waits = Wacht op wijzigingen. Ctrl-C stopt.

## Verslagen naar bestanden

failure-output-once = --output BESTAND kan maar één keer; geef andere als --output VORM=BESTAND
failure-output-screen-twice = er zouden twee verslagen naar de standaarduitvoer gaan; geef elk een eigen bestand
failure-output-twice = er zouden twee verslagen naar { $file } gaan; geef elk een eigen bestand
failure-output-no-file = --output { $value }: het bestand achter het is-teken ontbreekt
failure-output-format = --output { $value }: er is geen vorm “{ $word }”; wel { $known }; schrijf --output ./{ $value } als een bestand zo moet heten
failure-output-folder = { $file } is een map; een verslag gaat naar een bestand
failure-output-no-folder = { $file }: er is geen map { $folder } om het in te schrijven
failure-output-plan = { $file }: een verslag komt nooit in de plaats van een plan of pok.toml; geef een ander bestand
failure-statistics-format = --statistics kan alleen als tekst en json
