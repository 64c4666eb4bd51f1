# Familie 1: namen.

include-missing = Het bestand "{ $path }" bestaat hier niet.
include-missing-help = Het pad begint bij de map van dit bestand; tussen mappen staat /.
include-missing-help-similar = Bedoelt u { $similar }?
include-outside = "{ $path }" ligt buiten het project en wordt daarom niet gelezen.
include-outside-help = Zet het bestand in het project en geef het pad vanaf dit bestand. Een project is de map met pok.toml of .git.
include-cycle = Deze bestanden nemen elkaar in een kring op: { $chain }.
include-cycle-help = Haal een van deze regels weg. Een bestand dat twee andere opnemen, wordt één keer gelezen; zij hoeven elkaar niet op te nemen.
include-unreadable = "{ $path }" is niet te lezen: het is een map, of lezen is niet toegestaan.
include-limit = "{ $path }" wordt niet gelezen: een plan mag uit ten hoogste { $files } bestanden bestaan, ten hoogste { $depth } diep.
include-too-large = "{ $path }" wordt niet gelezen: de bestanden van een plan mogen samen { $limit } MiB groot zijn.

no-plan = Dit bestand heeft geen plan, en geen gecontroleerd plan neemt het op. Daarom is alleen de tekst gecontroleerd.
no-plan-help = Controleer het plan dat dit bestand opneemt, of begin het bestand met een plan: { $example }
no-plan-empty = In dit bestand staat niets om te controleren.
list-reads-like-statement = Door de komma telt “{ $name }” als nog een naam in de lijst, maar het lijkt op de volgende opdracht.
list-reads-like-statement-help = Haal de komma aan het eind van de vorige regel weg als hier een nieuwe opdracht begint.

## From the model

unknown-name = Er is geen { $wanted } met de naam “{ $name }”.
unknown-name-help = Controleer de spelling, of leg “{ $name }” vast in dit plan of in een bestand dat het opneemt.
unknown-name-help-document = Leg het vast: document { $name } "Titel van het document".
unknown-name-help-near = Bedoelt u { $near }?
unknown-name-help-minus = “-” tussen twee letters hoort bij de naam. Zet er spaties omheen als u een verschil bedoelt: { $near }.
unknown-name-help-subtotal = Een rij die andere rijen optelt, noemt die rijen: { $example }. Telt de rij alles op? Schrijf dan: totaal.
unknown-name-help-line = Gebruik een naam precies zoals die in de tabel staat; een naam met spaties staat tussen aanhalingstekens.
unknown-currency = “{ $name }” is geen valutacode.
unknown-currency-help = Gebruik de drie letters van ISO 4217, zoals EUR, SEK of PLN.
declared-twice = “{ $name }” is twee keer vastgelegd; hier als { $is }. De eerste telt, wat in deze staat wordt niet gebruikt.
line-twice = De tabel heeft twee { $line ->
    [row] rijen
   *[other] kolommen
  } met de naam “{ $name }”.
plan-twice = Er staan twee plannen in deze bestanden; het tweede, { $name }, wordt niet gebruikt.
wrong-kind = “{ $name }” is { $is }, en hier hoort { $wanted }.
wrong-column = “{ $head }” kan niet boven een kolom van deze tabel staan; hier hoort { $wanted }.
wrong-column-help-movements = Zeg bij elk jaar wat de kolom is: { $example }.
wrong-kind-help-tag = Achter “voor” staan labels: woorden die doelen herhalen achter “dient”. Mag dit geld alleen “{ $name }” betalen? Zet dan hier een label en herhaal het achter “dient” in die doelen.
theme-circle = Het thema { $name } ligt binnen zichzelf.
unused = Niets in het plan gebruikt het { $kind } { $name }.
unused-help-document = Verwijs ernaar met @ achter wat eruit komt, of haal het weg.
unused-help-decision = Zet “vereist besluit” bij wat ervan afhangt, of haal het weg.
unused-help-theme = Zet “thema” bij de doelen, bronnen of reserves die erbij horen, of haal het weg.
tag-not-served = Geen enkel doel dient “{ $tag }”; geld dat alleen daarvoor is, kan dus niets betalen.
tag-not-served-help = Voeg “{ $tag }” toe achter “dient” bij de doelen waar dit geld voor is, of verbeter het label.
tag-not-funded = Alle bronnen en reserves zijn geoormerkt, en geen enkele is voor “{ $tag }”.
tag-not-funded-help = Voeg “{ $tag }” toe achter “voor” bij een bron of reserve, of verbeter het label.

type-operands = “{ $operator }” kan niet staan tussen { $left } en { $right }.
type-operands-help-percentage = Vermenigvuldig om een bedrag met een percentage te verhogen: bedrag * 102%.
type-operands-help-year = Een jaar zegt wanneer; zet het binnen de haakjes om het bedrag van een jaar te vragen: lasten(doel, 2025).
type-needed = “{ $text }” is { $is }, en hier hoort { $needed }.
type-arguments = { $name } gebruikt u zo: { $form }. Namen en jaren mogen ook wegblijven.
type-needed-help-not = Zet haakjes om de hele vergelijking: niet ({ $text } = een bedrag).
type-not-comparison = “{ $claim }” vergelijkt niets: het is { $is }.
type-not-comparison-help = Zeg wat het moet zijn: { $claim } = een bedrag.
type-unknown-function = Er is geen grootheid of functie met de naam “{ $name }”.
type-unknown-function-help = U kunt kiezen uit { $known }.
type-stage = “{ $text }” hoort achter een maat zoals lasten(doel, 2025); hier zegt het niets.
type-unknown-property = { $kind } heeft geen “{ $name }”.
type-unknown-property-help = U kunt vragen naar { $known }.
type-function-arguments = { $name } gebruikt u zo: { $form }.
type-relation = “{ $text }” is geen waarde: { $name } geeft een rij, die u een voor een langsgaat.
type-relation-help = Tel ze, of vraag iets van elk: { $form }.
type-only-has = “{ $name }” heeft geen waarde om te vergelijken; u kunt alleen vragen of het er is.
type-only-has-help = Schrijf: { $form }.
type-unknown-state = “{ $name }” is niet te zeggen van { $kind }.
type-unknown-word = “{ $name }” is geen woord voor “{ $property }” van { $kind }.
type-unknown-word-help = De woorden zijn { $known }.

label-declared-as = hier vastgelegd als { $is }
label-declared-first = hier voor het eerst vastgelegd
label-first-plan = het eerste plan
label-first = de eerste
label-here-too = hier ook
label-type = { $type }

fix-write = schrijf { $text }
fix-add = voeg “{ $text }” toe

kind-plan = plan
kind-source = bron
kind-reserve = reserve
kind-goal = doel
kind-theme = thema
kind-decision = besluit
kind-document = document
kind-table = tabel
kind-scenario = scenario
kind-item = bron, reserve, doel of thema
kind-row = rij in deze tabel
kind-column = kolom in deze tabel

column-of-years = een jaar, zoals 2025
column-of-payers = een bron of reserve
column-of-movements = een soort met een jaar, zoals beginstand 2025
a-plan = een plan
a-source = een bron
a-reserve = een reserve
a-goal = een doel
a-theme = een thema
a-decision = een besluit
a-document = een document
a-payer = een bron of een reserve
a-stated = een vermelding
a-line = een kostenpost
a-table = een tabel
a-scenario = een scenario
a-name = de naam van iets in het plan
a-tag = een label
a-word = een woord
a-range = een soort in het meervoud (doelen, bronnen, …), jaren, of wat bij iets hoort (betalers(doel), oormerken(doel), …)
a-measure = een grootheid (zoals lasten(doel, 2025))
a-amount = een bedrag
a-number = een getal
a-percentage = een percentage
a-year = een jaar
a-date = een datum
a-text = een tekst
a-boolean = iets dat waar is of niet (zoals een vergelijking)
body-council = raad
body-executive = college
body-other = { $name }

## Scenario's

set-result = “{ $text }” volgt uit de rest van het plan; een scenario kan het niet zetten.
set-result-help = Een scenario zet of schaalt wat het plan noemt: baten, lasten, budget, dekking, betaald, beginstand, storting, onttrekking of mutatie.
set-several = “{ $text }” is { $count ->
    [one] één bedrag
   *[other] { $count } bedragen
  } samen, en nergens staat hoe een nieuw totaal daarover wordt verdeeld.
set-several-help = Zet elk bedrag met zijn eigen naam, of schaal ze samen: dan verandert elk met hetzelfde percentage.
set-unlimited = “{ $text }” is onbeperkt; één jaar daarvan is niet apart te zetten.
set-unlimited-help = Zet alle jaren samen, zonder een jaar te noemen: dan zijn de baten niet meer onbeperkt.
set-later-opening = “{ $text }” volgt uit een eerdere beginstand; een scenario kan het niet zetten.
set-later-opening-help = Zet de eerste beginstand van deze reserve, of een storting of onttrekking in het jaar ervoor.
scale-nothing = Voor “{ $text }” staat geen bedrag in dit plan; dit verandert dus niets.
scale-nothing-help = Controleer de naam en de jaren.
