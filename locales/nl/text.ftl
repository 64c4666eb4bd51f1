# Familie 0: de tekst van een plan.

## 001 schrijfwijze

syntax = { $after } hoort { $expected } te staan, maar { $found }.
unclosed-block = De sluitaccolade van dit blok ontbreekt.
unclosed-block-help = Zet een { "}" } op een eigen regel na de laatste opdracht van dit blok.
stray-brace = Deze sluitaccolade sluit niets af; misschien is hierboven te vroeg een accolade gesloten.
brace-on-own-line = De openingsaccolade hoort op de regel van het onderdeel dat ermee begint.
not-on-own-line = “{ $found }” staat achter een sluitaccolade op dezelfde regel; een nieuwe opdracht begint op een eigen regel.
no-block-here = “{ $word }” heeft geen blok, dus hier kan geen accolade staan.
unclosed-text = Het aanhalingsteken aan het eind van deze tekst ontbreekt; een tekst eindigt op de regel waar hij begint.
unknown-escape = “{ $found }” betekent niets in een tekst; een backslash staat alleen voor ", \ en n.
unclosed-parenthesis = Dit haakje wordt nergens gesloten.
reserved-name = Niets kan “{ $name }” heten: dat woord staat op plaatsen waar namen staan.
reserved-name-help = Kies een andere naam, bijvoorbeeld met een woord erbij. Niet toegestaan zijn totaal, alle, en, of, niet en pm, en in het Engels total, all, and, or en not.
language-not-first = De taal van een bestand staat op de eerste regel; hier komt zij te laat en telt zij niet.
language-unknown = “{ $found }” is geen taal die pok leest; schrijf en of nl.
years-reversed = De periode { $found } loopt achteruit; het eerste jaar staat voorop: { $right }.
years-not-consecutive = { $found } is geen boekjaar: het tweede jaar moet op het eerste volgen, zoals in { $right }.
years-form = Jaren worden niet geschreven als “{ $found }”; schrijf { $right }.
years-mixed = { $found } begint met de ene soort jaar en eindigt met de andere; gebruik kalenderjaren of boekjaren, niet allebei.
until-ambiguous = Bij “{ $found }” is niet duidelijk of dat jaar meetelt; schrijf “{ $with }” als het meetelt en “{ $without }” als het niet meetelt.
date-form = Een datum wordt geschreven als jaar-maand-dag: { $right } in plaats van { $found }.
date-impossible = De dag { $found } bestaat niet.
count-out-of-range = { $found } kan hier niet; schrijf een geheel getal van 0 tot en met 9999.
task-field-form = Een taakveld wordt niet geschreven als { $found }, maar als twee getallen met een punt ertussen: 6.2.
comparison-chain = In dezelfde vergelijking volgt een tweede “{ $operator }”; er kunnen maar twee dingen tegelijk worden vergeleken.
comparison-chain-help = Schrijf twee regels met vermeld, of verbind twee vergelijkingen met en.
claim-without-comparison = Wat vermeld wordt, moet een vergelijking zijn, bijvoorbeeld met een bedrag achter =.
operator-spacing = Voor en achter “{ $operator }” hoort een spatie, want zonder spatie kan het teken bij een naam of een jaar horen.
aggregate-form = “{ $function }” wordt niet zo geschreven; noem wat wordt opgeteld, de variabele en waar die uit komt.
aggregate-form-help = Bijvoorbeeld: som(lasten(g, 2025) voor g in doelen waarbij g is structureel). Dit kan bij som, min, max, aantal, alle en enige.
allow-without-reason = Een afwijking wordt alleen geaccepteerd met een reden; hier staat geen reden.
allow-limit = Tot { $found } kan niets worden geaccepteerd: een bovengrens is een bekend bedrag dat niet negatief is.
allow-limit-help = Schrijf een bedrag, bijvoorbeeld ten hoogste 5.000, of laat “ten hoogste” weg als de afwijking hoe groot ook wordt geaccepteerd.
part-twice = “{ $found }” staat hier voor de tweede keer; één keer is genoeg.
factor-unreadable = “{ $found }” is geen eenheid voor een tabel.
factor-unreadable-help = Schrijf een macht van tien: (x 1.000), (x 1 miljoen).
table-empty = Deze tabel heeft geen regel met kolomkoppen.
cell-count = De rij “{ $row }” heeft { $cells ->
    [one] één cel
   *[other] { $cells } cellen
  }, maar de tabel heeft { $columns ->
    [one] één kolom
   *[other] { $columns } kolommen
  }.
label-columns = { $columns ->
    [one] de ene kolom
   *[other] de { $columns } kolommen
  }
label-next-statement = de volgende opdracht
leading-bar = { $rows ->
    [one] Een rij begint
   *[other] In deze tabel beginnen { $rows } rijen met een streep; een rij begint
  } niet met een streep: de eerste streep staat tussen de naam en de eerste cel.
separator-row = { $rows ->
    [one] Dit is een scheidingsregel
   *[other] Dit is een van { $rows } scheidingsregels
  }; die hoort niet in een tabel. Haal weg wat alleen uit streepjes bestaat.
unit-in-corner = De eenheid “{ $found }” staat in de hoek van de tabel, en daar telt zij niet; zet { $right } op de eerste regel, achter tabel en waar die over gaat.
stage-as-name = “{ $found }” staat hier als naam van de tabel; schrijf “{ $right }” als de tabel daarover gaat.
invisible-sign = Hier staat een onzichtbaar teken ({ $sign }), meegekomen met geplakte tekst; zo kan de regel niet worden gelezen.
label-colon = Haal de dubbele punt achter “{ $name }” weg; in een tabel scheidt een streep de naam van de bedragen.
label-blanks = Een rij begint met een naam zonder spaties, zoals { $right }; “{ $found }” is geen naam.
table-without-heads = De eerste regel van een tabel noemt de jaren, zoals | 2024 | 2025; hier staan meteen bedragen.
years-ambiguous = “{ $found }” kan op twee manieren worden gelezen: als het boekjaar { $first } of als de periode { $second }.
date-ambiguous = “{ $found }” kan op twee manieren worden gelezen: als { $first } of als { $second }.
trailing-comma = Door deze komma gaat de lijst verder, maar de volgende regel begint met “{ $word }”, en dat is een nieuwe opdracht.

## 002 bedragen

amount-ambiguous = “{ $found }” kan op twee manieren worden gelezen: als { $first } of als { $second }.
amount-notation = “{ $found }” wordt in dit bestand niet zo geschreven; schrijf { $right }.
amount-decimals = “{ $found }” heeft { $decimals ->
    [one] één decimaal
   *[other] { $decimals } decimalen
  }, maar een bedrag heeft er { $most ->
    [0] geen
    [one] hooguit één
   *[other] hooguit { $most }
  }.
amount-too-large = “{ $found }” is te groot: een bedrag heeft hooguit 15 cijfers voor de komma.
amount-is-percent = “{ $found }” is een percentage; hier hoort een bedrag.
amount-unreadable = “{ $found }” is geen bedrag.
amount-unreadable-help = Schrijf een bedrag als 1.234 of 1.234,50, een - voor geen bedrag, of pm als het nog niet bekend is.

## 003 bytes

bad-byte = De byte { $byte } is geen UTF-8{ $count ->
    [one] {""}
   *[other] {" "}(er staan hier { $count } foute bytes)
  }.
bad-byte-help = Bewaar het bestand als UTF-8-tekst.
file-utf16 = Dit bestand is tekst in UTF-16, en pok leest alleen tekst in UTF-8.
file-office = Dit is een Word- of Excel-bestand of een zip, geen platte tekst.
file-pdf = Dit is een PDF, geen platte tekst.
file-binary = Dit bestand is geen tekst.
file-old-line-ends = De regels van dit bestand eindigen op een losse CR (de regeleinden van oude Macs), en die leest pok niet.
control-character = Hier staat het onzichtbare stuurteken { $character }; dat hoort niet in een plan.
control-character-help = Haal het weg; zulke tekens komen vaak mee met geplakte tekst.

## 004 grenzen

too-large = Het bestand is { $size } MiB groot; pok leest hooguit { $limit } MiB.
too-deep = Dit zit meer dan { $limit } niveaus diep; dieper leest pok niet.
too-long = Deze berekening heeft meer dan { $limit } bewerkingen; langere leest pok niet.

## 005 sleutelwoorden

unknown-keyword = “{ $found }” is { $here } geen bekend woord.
misspelt-keyword = “{ $found }” is geen sleutelwoord; bedoelt u “{ $word }”?
foreign-keyword = “{ $found }” is een sleutelwoord van de andere taal; dit bestand is in het { $language }, schrijf dus “{ $word }”.
foreign-file = In dit bestand staan Nederlandse sleutelwoorden, maar er staat niet bij dat het Nederlands is.
foreign-file-help = Zet “taal nl” op de eerste regel. Het bestand is als Nederlands gelezen.
misplaced-statement = “{ $found }” kan niet { $here } staan; het hoort { $blocks }.
allowed-here = Wat { $here } kan staan: { $words }.
unknown-kind = “{ $name }” is geen soort { $item } die pok kent.
unknown-kind-elsewhere = Het is een soort { $item }.
unknown-kind-help = Achter “soort” kan hier een van deze woorden staan: { $known }.

## Verbeteringen

fix-replace = schrijf “{ $text }”
fix-move-brace = zet de accolade aan het eind van de vorige regel
fix-new-line = begin hier een nieuwe regel
fix-remove-bar = haal de streep aan het begin van elke rij weg
fix-remove-colon = haal de dubbele punt weg
fix-remove-sign = haal het onzichtbare teken weg
fix-remove-line = haal de scheidingsregels weg
fix-remove-comma = haal de komma weg
fix-declare-language = schrijf erbij dat het bestand Nederlands is
# text

change-part = Een deel van een bron wordt gewijzigd met zijn eigen naam, niet binnen de bron waar het bij hoort.
change-part-help = Geef het een eigen regel: wijzig, de naam van het deel, en tussen accolades wat er verandert.
scaled-too-large = Zo geschaald krijgt een bedrag in { $year } meer dan 15 cijfers.
