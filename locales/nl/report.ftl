# Woorden van het verslag zelf: niveaus, koppen, oordelen, aantallen.

level-error = fout
level-warning = waarschuwing
level-note = opmerking
help-heading = hulp

list-and = { $head } en { $last }
list-or = { $head } of { $last }
list-more = nog { $count }

plain-place = regel { $line }, kolom { $column }
plain-place-in = { $file }, regel { $line }, kolom { $column }
plain-quote = daar staat: { $text }

more-places = { $count ->
    [one] … en nog 1 plaats.
   *[other] … en nog { $count } plaatsen.
}

more-findings = { $count ->
    [one] … en nog 1 bevinding; `--format short` laat ze allemaal zien.
   *[other] … en nog { $count } bevindingen; `--format short` laat ze allemaal zien.
}

not-checked-heading = Niet gecontroleerd:
not-checked-entry = { $what }: { $why }

verdict-holds = klopt
verdict-holds-so-far = klopt voor zover bekend
verdict-fails = klopt niet
verdict-undetermined = niet te bepalen

reason-no-plan = want geen plan neemt dit bestand op
reason-not-checked = { $count ->
    [one] want 1 onderdeel is niet gecontroleerd (zie hierboven)
   *[other] want { $count } onderdelen zijn niet gecontroleerd (zie hierboven)
}
reason-unread = { $count ->
    [one] want door een fout kon een deel niet worden gecontroleerd
   *[other] want door { $count } fouten konden delen niet worden gecontroleerd
}

count-errors = { $count ->
    [one] 1 fout
   *[other] { $count } fouten
}
count-warnings = { $count ->
    [one] 1 waarschuwing
   *[other] { $count } waarschuwingen
}
count-notes = { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
}
count-nothing = geen bevindingen
count-hidden = { $count ->
    [one] 1 bevinding is niet getoond door --select of --ignore
   *[other] { $count } bevindingen zijn niet getoond door --select of --ignore
}

plans-count = { $count ->
    [one] 1 plan
   *[other] { $count } plannen
}
plans-failing = { $count ->
    [one] 1 klopt niet
   *[other] { $count } kloppen niet
}
plans-undetermined = { $count } niet te bepalen
plans-holding = { $count ->
    [one] 1 klopt
   *[other] { $count } kloppen
}
files-without-plan = { $count ->
    [one] 1 bestand zonder plan
   *[other] { $count } bestanden zonder plan
}

explain-hint = Meer over een bevinding: { $command }

as-it-stands = het plan zoals het er ligt
in-scenario = in scenario "{ $name }": { $sentence }
count-what-if = { $count ->
    [one] 1 bevinding in scenario's
   *[other] { $count } bevindingen in scenario's
}
because-scenario-unclear = iets erin is niet te lezen, of is op twee manieren te lezen
