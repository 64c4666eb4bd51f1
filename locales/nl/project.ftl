### Het projectbestand, pok.toml, en wat eruit volgt

project-syntax = Zo schrijf je een instelling niet: { $cause }.
project-syntax-list = een lijst begint met “[”, eindigt met “]” en heeft komma’s tussen de teksten
project-syntax-table = een kopje staat alleen op zijn regel, tussen “[” en “]”
project-syntax-value = na de naam komen “=” en één waarde
project-syntax-text = een tekst begint en eindigt met hetzelfde aanhalingsteken, op één regel
project-syntax-other = pok kan dit teken hier niet lezen
project-syntax-help = Herstel deze regel. Tot die tijd gebruikt pok geen enkele instelling uit dit bestand.
project-unquoted = De tekst “{ $text }” staat zonder aanhalingstekens.
project-unquoted-help = Schrijf { $example }. Tot die tijd gebruikt pok geen enkele instelling uit dit bestand.
project-key-twice = De instelling “{ $key }” staat er twee keer.
project-key-twice-help = Laat er één staan. Tot die tijd gebruikt pok geen enkele instelling uit dit bestand.
project-unknown-key = Er is geen instelling “{ $key }”.
project-unknown-key-help = De instellingen zijn { $known }.
project-near = Bedoelt u { $near }?
project-key-below = De instelling “{ $key }” staat onder “[severity]”. Daardoor leest pok haar als de code van een bevinding.
project-key-below-help = Zet deze regel boven “[severity]”.
project-type = Bij “{ $key }” hoort { $needed }, maar dit is { $is }.
project-type-help = Schrijf het zo: { $example }
project-type-help-severity = Zet de code met haar niveau op een regel onder “[severity]”: { $example }
project-a-list = een lijst van teksten
project-texts = namen of patronen tussen aanhalingstekens
project-a-text = een tekst
project-an-empty-text = een lege tekst
project-a-word = een woord tussen aanhalingstekens
project-a-flag = true of false
project-a-table = een lijst van codes met hun niveau
project-a-number = een getal
project-a-date = een datum
project-unknown-word = Bij “{ $key }” kan het woord “{ $word }” niet staan.
project-unknown-word-help = Het kan { $known } zijn.
project-pattern = “{ $pattern }” is geen patroon van bestanden.
project-pattern-help = Schrijf het zoals in .gitignore: "concepten/" is een map, "*.concept.pok" elk bestand dat zo eindigt. Accolades staan er altijd in paren.
project-code-twice = De code { $code } heeft twee niveaus.
project-code-twice-first = het eerste, en dat telt
project-code-twice-help = Laat er één staan.
project-own-code = Het niveau van { $code } kan niet anders: die code gaat over dit bestand zelf.
project-own-code-help = Herstel wat die code in dit bestand meldt, en haal deze regel weg.
project-code-unknown = Geen enkele bevinding heeft de code “{ $code }”. Deze regel doet dus niets.
project-code-unknown-help = “pok explain --list” laat alle codes zien.
project-code-unknown-help-rule = Geen regelpakket dat hier gebruikt wordt heeft zo’n regel. Noem het pakket bij “rules”, of haal deze regel weg.
project-excludes-nothing = Het patroon “{ $pattern }” laat geen enkel bestand weg.
project-excludes-nothing-help = Kijk of de map of de bestanden nu anders heten; haal het patroon anders weg. Een patroon geldt vanaf de map van dit bestand.

project-in-order = in orde
project-not-read = niet helemaal te lezen
count-off = { $count ->
    [one] 1 bevinding is niet getoond, want pok.toml zet die uit
   *[other] { $count } bevindingen zijn niet getoond, want pok.toml zet die uit
}
# file: het genoemde bestand; plans: de plannen die het gebruiken en niet genoemd zijn; count: hoeveel.
also-checked = { $count ->
    [one] { $file } wordt gebruikt door { $plans }. Dat plan is ook gecontroleerd.
   *[other] { $file } wordt gebruikt door { $plans }. Die plannen zijn ook gecontroleerd.
}

left-out = { $count ->
    [one] Weggelaten door “exclude” in { $config }: { $files }. Dit bestand is niet gecontroleerd.
   *[other] Weggelaten door “exclude” in { $config }: { $files }. Deze bestanden zijn niet gecontroleerd.
}
