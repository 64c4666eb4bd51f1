# De teksten van de hulp: zie src/bin/pok/speech/help.rs voor hoe zij heten.

help-usage = Gebruik
help-commands = Opdrachten
help-arguments = Argumenten
help-options = Opties
help-default = standaard: { $value }
help-possible = mogelijk: { $value }
help-more = `{ $command } --help` vertelt meer.

place-options = OPTIES
place-command = OPDRACHT
place-path = PAD
place-file = BESTAND
place-format-file = [VORM=]BESTAND
place-code = CODE
place-pack = PAKKET
place-pack-code = PAKKET|CODE
place-date = DATUM
place-name = NAAM
place-level = NIVEAU
place-language = TAAL
place-when = WANNEER
place-format = VORM
place-expression = UITDRUKKING
place-of = WAT
place-width = KOLOMMEN

## Opdrachten

cmd-pok = Controleert bestedingsplannen van de overheid: kloppen de bedragen die er staan, en zo niet, waarom niet?
cmd-check = Controleer plannen en laat zien wat niet klopt
cmd-eval = Laat zien waar het geld op uitkomt: wie wat betaalt en wat er overblijft
cmd-fmt = Geef plannen en regelbestanden één opmaak, of vertaal hun sleutelwoorden en getallen
cmd-snap = Bewaar de uitkomst van plannen ernaast, en meld het als die verandert
cmd-explain = Leg uit wat een code zoals POK201 betekent, met een voorbeeld
cmd-test = Voer de toetsen van regels uit: elk een klein plan, met wat erin gevonden moet worden
cmd-rules = Bekijk regelpakketten: welke er zijn, wat erin staat, en wat er fout in is
cmd-rules-list = Noem de pakketten die bij pok horen, en die van regelbestanden die u opgeeft
cmd-rules-show = Laat de regels van een pakket zien, of één regel: wat die zegt, waar die op rust en wanneer die telt
cmd-rules-check = Controleer regelbestanden: wat er fout is in hun regels en toetsen
cmd-rules-help = Laat de hulp bij een opdracht zien
cmd-schema = Geef het JSON Schema van wat --format json oplevert
cmd-trace = Laat zien waar een bedrag vandaan komt, tot en met de bedragen zoals ze geschreven zijn
cmd-help = Laat de hulp bij een opdracht zien

after-pok =
    Om te beginnen:
      pok check                alle plannen in deze map en daaronder
      pok explain POK201       wat een bevinding betekent
    Taal: --lang nl of en, anders de variabele POK_LANG, `language` in pok.toml, de taal van het systeem.
after-check =
    Uitkomst voor scripts (exit code):
      0  geen fouten (met --deny warnings: ook geen waarschuwingen)
      1  fouten gevonden
      2  het werk kon niet worden gedaan: een verkeerd argument, een bestand dat niet te lezen is

    In mappen zoekt pok naar bestanden die op .pok eindigen. Verborgen bestanden en wat .gitignore noemt, blijven erbuiten.
    De instellingen van een project staan in pok.toml; `pok check pok.toml` controleert alleen dat bestand.
after-eval =
    Uitkomst voor scripts (exit code):
      0  geen fouten
      1  fouten gevonden, in het plan of in het gevraagde scenario
      2  het werk kon niet worden gedaan: een verkeerd argument, een bestand dat niet te lezen is
after-fmt =
    Commentaar, lege regels en regeleinden binnen een opdracht blijven waar ze zijn; wat een bestand betekent verandert nooit.
    Met --language gaan sleutelwoorden en getallen over op die taal; teksten en namen blijven.

    Uitkomst voor scripts (exit code):
      0  elk bestand heeft de opmaak, of had die al
      1  met --check of --diff: een bestand zou veranderen
      2  een bestand is gebleven zoals het was: er staat een fout in de tekst, het kan niet gelezen of geschreven worden, een verkeerd argument
after-snap =
    De momentopname van PLAN.pok staat in PLAN.pok.snap. Is die er niet, dan wordt hij geschreven; is die er wel, dan wordt
    ermee vergeleken.

    Uitkomst voor scripts (exit code):
      0  elke uitkomst is zoals de momentopname zegt, of is geschreven
      1  een uitkomst is veranderd; met --check ook: een momentopname ontbreekt
      2  het werk kon niet worden gedaan: een verkeerd argument, een bestand dat niet te lezen of te schrijven is
after-test =
    Een toets staat in een regelbestand, of in een plan naast regels: toets "…" {"{"} … verwacht CODE op NAAM {"}"}. Wat de regels in
    dat plan vinden, moet precies zijn wat de toets verwacht. Bestanden zonder toetsen worden overgeslagen.

    Uitkomst voor scripts (exit code):
      0  elke toets doet wat er staat
      1  een toets slaagt niet of is niet te lezen, of er staat een fout in de regels ernaast
      2  het werk kon niet worden gedaan: een verkeerd argument, een bestand dat niet te lezen is
after-rules-show =
    Voorbeelden:
      pok rules show nl.bbv
      pok rules show NL-BBV-001 --lang en
      pok rules show onze-regels.pok --format markdown
after-rules-check =
    Uitkomst voor scripts (exit code):
      0  geen fouten
      1  fouten gevonden
      2  het werk kon niet worden gedaan: een verkeerd argument, een bestand dat niet te lezen is
after-trace =
    Voorbeelden:
      pok trace plan.pok 'lasten(2025)'
      pok trace plan.pok 'eindstand(buffer, 2026)'
      pok trace plan.pok 'baten(2025..2027) - lasten(2025..2027)'

    Uitkomst voor scripts (exit code):
      0  de herkomst van het bedrag is gevonden
      1  er staan fouten in de uitdrukking
      2  het werk kon niet worden gedaan: een verkeerd argument, een bestand dat niet te lezen is of geen plan bevat

## Argumenten van meer opdrachten

arg-help = Laat de hulp zien; -h is korter
arg-version = Laat de versie zien
arg-config = Haal de instellingen uit dit bestand [standaard: de dichtstbijzijnde pok.toml boven elk plan]
arg-no-config = Gebruik geen instellingen van een project
arg-lang = Taal van de meldingen [standaard: die van de variabele POK_LANG, van pok.toml, anders die van het plan zelf]
arg-color = Wanneer er kleur wordt gebruikt
arg-exit-zero = Eindig met 0, wat er ook gevonden is
arg-strict = Eindig ook met 1 waar het oordeel onbeslist is
arg-rules = Leg de plannen ook langs dit regelpakket: de naam ervan, of een bestand; mag vaker
arg-format = Hoe het wordt getoond

value-lang-en = English
value-language-en = English
value-lang-nl = Nederlands
value-language-nl = Nederlands
value-color-auto = waar het scherm het laat zien; NO_COLOR, CLICOLOR en CLICOLOR_FORCE worden gevolgd
value-color-always = altijd
value-color-never = nooit
value-format-text = voor mensen
value-format-json = één object voor programma’s
value-format-markdown = om in een document te zetten
value-format-csv = één regel per bedrag, voor een rekenblad

## Argumenten van één opdracht

arg-fmt-paths = Bestanden en mappen; `-` is de standaardinvoer, naar de standaarduitvoer [standaard: deze map]
arg-fmt-check = Schrijf niets; noem de bestanden die zouden veranderen
arg-fmt-diff = Schrijf niets; laat zien wat er zou veranderen
arg-fmt-language = Vertaal de sleutelwoorden en getallen van de bestanden
arg-check-paths = Bestanden en mappen die u wilt controleren; `-` is de standaardinvoer [standaard: deze map]
arg-check-format = Hoe de bevindingen worden getoond
arg-check-output = Schrijf naar dit bestand in plaats van naar het scherm; met een vorm ervoor (sarif=BESTAND) ernaast, zo vaak u wilt
arg-check-statistics = Toon hoeveel bevindingen elke code heeft, in plaats van de bevindingen
arg-check-all = Laat lange optellingen helemaal zien
arg-check-deny = Laat waarschuwingen als fouten tellen voor de exit code
arg-check-select = Toon alleen bevindingen met deze codes, of codes die zo beginnen (POK201, POK2)
arg-check-ignore = Toon geen bevindingen met deze codes, of codes die zo beginnen
arg-check-today = Welke dag het is, als JJJJ-MM-DD: wat is geaccepteerd tot een datum daarvóór, is dat niet meer
arg-check-add-allow = Zet in elk plan een `accepteer` voor elke fout en waarschuwing die getoond wordt; u vult de reden in
arg-check-fix = Herstel wat zonder een bedrag of periode te veranderen hersteld kan worden: schrijft in de genoemde bestanden
arg-check-unsafe-fixes = Als --fix, en ook wat een bedrag of periode verandert: lees het daarna na
arg-check-watch = Blijf controleren: wat door een wijziging geraakt wordt, wordt opnieuw gecontroleerd, tot u stopt met Ctrl-C
arg-check-diff = Laat zien wat --fix zou veranderen, en schrijf niets
value-deny-warnings = ook een waarschuwing maakt de exit code 1
value-check-format-text = voor mensen: elke bevinding met de regels waar het om gaat
value-check-format-short = één regel per bevinding
value-check-format-sarif = SARIF 2.1.0, voor code scanning
value-check-format-github = opdrachten die GitHub Actions bij de regels van een wijziging toont
value-check-format-gitlab = codekwaliteit van GitLab
value-check-format-junit = uitslagen van toetsen, voor Jenkins en GitLab
value-check-format-markdown = een document: één bladzijde voor wie besluit, dan elke bevinding

arg-eval-paths = Plannen; `-` is de standaardinvoer, een map staat voor de plannen daarin
arg-eval-format = Hoe de uitkomst wordt getoond
arg-eval-scenario = Alleen dit scenario
arg-eval-headroom = Ook hoeveel losse bedragen kunnen veranderen; van NAAM alleen, met wat de grens bepaalt
value-eval-format-table = tabellen voor mensen
value-eval-format-json = één object voor programma’s, met alle scenario’s
value-eval-format-markdown = tabellen om in een voorstel te plakken

arg-snap-paths = Plannen en mappen [standaard: deze map]
arg-snap-accept = Neem de nieuwe uitkomsten over
arg-snap-check = Schrijf niets; ook een ontbrekende momentopname is dan een fout

arg-explain-code = De code, zoals POK201, 201, of die van een regel zoals NL-BBV-001
arg-explain-list = Noem alle codes

arg-test-paths = Bestanden en mappen met toetsen; `-` is de standaardinvoer [standaard: deze map]
arg-test-format = Hoe de uitkomst wordt getoond
value-test-format-text = voor mensen: elke toets die niet slaagt, en waarom
value-test-format-short = één regel per toets die niet slaagt

arg-rules-list-packs = Regelbestanden om ook te noemen
arg-rules-list-format = Hoe ze worden genoemd
arg-rules-show-what = Een pakket bij zijn naam, een regelbestand, of de code van een regel
arg-rules-show-format = Hoe ze worden getoond
arg-rules-check-paths = Regelbestanden en mappen; `-` is de standaardinvoer [standaard: deze map]
arg-rules-check-format = Hoe de fouten worden getoond
arg-rules-check-strict = Vraag van eigen regels wat ook van de pakketten van pok gevraagd wordt: een grondslag, en een toets die elke regel laat afgaan
value-rules-check-format-text = voor mensen: elke fout met de regels waar het om gaat
value-rules-check-format-short = één regel per fout

arg-schema-of = Waarvan
value-of-outcome = `pok eval --format json`
value-of-check = `pok check --format json`

arg-trace-file = Het plan; `-` is de standaardinvoer
arg-trace-expression = Het bedrag, geschreven in de taal van plannen
arg-trace-all = Laat alle delen zien, ook van lange lijsten
value-trace-format-text = voor mensen: onder elk bedrag zijn delen

arg-commands = De opdracht waarover u hulp wilt, zoals check, of rules show

arg-plain = Schrijf alles als gewone zinnen, zonder lijnen, pijlen en kolommen; ook met de variabele POK_PLAIN

cmd-init = Maak een eerste plan, met uitleg erin, om zelf in te vullen
after-init =
    Voorbeelden:
      pok init
      pok init begroting.pok --owner "Gemeente Overbetuwe" --years 2027..2030
      pok init - --lang en

    Het plan klopt meteen, met verzonnen bedragen. Wat er al is, wordt niet overschreven.
arg-init-file = Het bestand dat wordt geschreven; `-` laat het plan alleen zien
arg-init-name = De naam van het plan in het plan zelf [standaard: naar het bestand]
arg-init-title = De titel van het plan
arg-init-owner = Van wie het plan is, zoals “Gemeente Overbetuwe”
arg-init-years = De jaren van het plan, zoals 2027..2030 [standaard: de vier begrotingsjaren na dit jaar]
arg-init-currency = De munt van de bedragen, met haar code van drie letters
arg-init-force = Vervang een bestand dat er al is
arg-init-lang = Taal van het plan [standaard: die van de variabele POK_LANG, van pok.toml, anders van het systeem]
place-title = TITEL
place-years = JAREN
place-currency = MUNT

cmd-completions = Geef een script waarmee een shell opdrachten en opties aanvult
after-completions =
    Voorbeelden:
      pok completions bash > ~/.local/share/bash-completion/completions/pok
      pok completions zsh > ~/.zfunc/_pok
      pok completions fish > ~/.config/fish/completions/pok.fish
arg-completions-shell = Welke shell
arg-completions-lang = Taal van de uitleg bij opdrachten en opties
place-shell = SHELL
value-shell-bash = Bash
value-shell-elvish = Elvish
value-shell-fish = fish
value-shell-powershell = PowerShell
value-shell-zsh = Zsh

cmd-man = Geef de handleiding van een opdracht als man-pagina
after-man =
    Voorbeelden:
      pok man check | man -l -
      pok man --out ~/.local/share/man/man1
arg-man-commands = De opdracht, zoals check, of rules show [standaard: pok zelf]
arg-man-out = Schrijf alle pagina’s in deze map
arg-man-lang = Taal van de pagina’s
place-folder = MAP

arg-help-lang = Taal van de hulp
arg-rules-help-lang = Taal van de hulp

man-name = NAAM
man-synopsis = GEBRUIK
man-description = BESCHRIJVING
man-more = TOELICHTING
man-version = VERSIE
man-written = { $count ->
    [one] 1 pagina geschreven in { $folder }
   *[other] { $count } pagina’s geschreven in { $folder }
}

init-title = Bestedingsplan
init-owner = Naam van uw gemeente
init-written =
    Geschreven: { $file }. Het plan klopt, maar de namen en bedragen zijn verzonnen. Vul uw eigen stuk in, en daarna:
      pok check { $quoted }    kijkt of alles klopt
      pok eval { $quoted }     laat zien wie wat betaalt
