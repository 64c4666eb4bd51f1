### Opmaken: pok fmt

format-written = { $file }: opgemaakt
format-would = { $file }: zou anders worden opgemaakt
format-done = { $changed ->
    [one] 1 bestand opgemaakt
   *[other] { $changed } bestanden opgemaakt
}{ $same ->
    [0] {""}
    [one] , 1 was al goed
   *[other] , { $same } waren al goed
}{ $refused ->
    [0] .
    [one] ; 1 bestand is niet opgemaakt.
   *[other] ; { $refused } bestanden zijn niet opgemaakt.
}
format-done-check = { $changed ->
    [0] Geen bestand zou anders worden opgemaakt
    [one] 1 bestand zou anders worden opgemaakt
   *[other] { $changed } bestanden zouden anders worden opgemaakt
}{ $same ->
    [0] {""}
    [one] , 1 is al goed
   *[other] , { $same } zijn al goed
}{ $refused ->
    [0] .
    [one] ; 1 bestand is niet op te maken.
   *[other] ; { $refused } bestanden zijn niet op te maken.
}
format-hint = “pok fmt” zonder --check en --diff schrijft ze.
format-unreadable = { $file }, regel { $line }: niet opgemaakt, want er staat een fout in de tekst. { $what } Herstel die eerst; “pok check” laat alle fouten zien.
format-odd = pok kan deze regel niet uit elkaar halen.
format-clash = { $file }, regel { $line }: niet vertaald, want “{ $word }” zou “{ $becomes }” worden, en zo heet hier al iets anders. Geef dat eerst een andere naam.
format-changed = { $file }, regel { $line }: niet opgemaakt, want na het opmaken zou het bestand iets anders zeggen. Dat is een fout in pok: meld haar met dit bestand. Het bestand is niet veranderd.
format-read-only = { $file }: niet opgemaakt, want het bestand mag niet worden geschreven. Maak het schrijfbaar, of laat het weg.
format-left-out = { $count ->
    [one] Weggelaten door “exclude” in { $config }: { $files }. Dit bestand is niet opgemaakt.
   *[other] Weggelaten door “exclude” in { $config }: { $files }. Deze bestanden zijn niet opgemaakt.
}
