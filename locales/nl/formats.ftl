### Vormen voor andere programma’s: SARIF, GitHub, GitLab, JUnit; en aantallen

undecided-no-plan = Of { $file } klopt, is niet te bepalen, want geen plan neemt dit bestand op.
undecided-not-checked = { $count ->
    [one] Of “{ $name }” klopt, is niet te bepalen, want 1 onderdeel is niet gecontroleerd.
   *[other] Of “{ $name }” klopt, is niet te bepalen, want { $count } onderdelen zijn niet gecontroleerd.
}
undecided-unread = { $count ->
    [one] Of “{ $name }” klopt, is niet te bepalen, want door een fout kon een deel niet worden gecontroleerd.
   *[other] Of “{ $name }” klopt, is niet te bepalen, want door { $count } fouten konden delen niet worden gecontroleerd.
}
not-checked-title = Niet gecontroleerd
unread-title = Niet gelezen
left-out-title = Weggelaten
count-not-checked = { $count ->
    [one] 1 onderdeel is niet gecontroleerd
   *[other] { $count } onderdelen zijn niet gecontroleerd
}

sarif-pok = Controleert plannen voor publieke uitgaven.
sarif-root = De map waarin pok is gestart.
sarif-unread = Een bestand was niet te lezen.
sarif-not-checked = Iets is niet gecontroleerd.
sarif-left-out = Een bestand is weggelaten, zoals het project het wil.
sarif-undecided = Van een plan is niet te bepalen of het klopt.
sarif-undecided-full = Er is niets gevonden wat niet klopt, maar niet alles kon worden gecontroleerd.
sarif-undecided-help = Kijk wat niet is gecontroleerd en waarom: “pok check” laat het zien. Vul aan wat ontbreekt en controleer opnieuw.
sarif-unread-help = Kijk of het bestand er is, en of u het mag lezen.
sarif-left-out-help = Moet dit bestand toch worden gecontroleerd? Haal dan het patroon weg bij “exclude” in pok.toml.

page-title = { $count ->
    [one] Controle van het bestedingsplan
   *[other] Controle van de bestedingsplannen
}
page-intro = Dit is de uitkomst van een controle met pok: tellen de bedragen op, is er op tijd genoeg geld, en past alles bij de besluiten en de regels die zijn gekozen?
page-no-plans = Er is geen plan gecontroleerd.
page-holds = Dit plan klopt.
page-holds-checked = Dit plan klopt, en alles is gecontroleerd.
page-holds-so-far = Dit plan klopt voor zover bekend: van sommige bedragen is nog niet bekend hoe hoog ze zijn (pm).
page-fails = Dit plan klopt niet.
page-plan = Plan
page-errors = Fouten
page-warnings = Waarschuwingen
page-notes = Opmerkingen
page-accepted = Geaccepteerd
page-what-if = In scenario’s
page-scenario = In scenario “{ $name }”: { $verdict }
page-total = totaal
page-gravest = Wat het zwaarst weegt
page-all = Alle bevindingen
page-more-plans = { $count ->
    [one] nog 1 bestand
   *[other] nog { $count } bestanden
}
page-more-findings = { $count ->
    [one] En nog 1 bevinding: zie verderop.
   *[other] En nog { $count } bevindingen: zie verderop.
}
page-more-parts = { $count ->
    [one] En nog 1 onderdeel: zie verderop.
   *[other] En nog { $count } onderdelen: zie verderop.
}
