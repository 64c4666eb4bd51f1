# Waar een bedrag vandaan komt: de woorden van de boom die `pok trace` laat zien.

trace-titled = { $name } ({ $title })
trace-of-theme = thema { $theme }
trace-all-sources = alle bronnen
trace-all-goals = alle doelen
trace-all-reserves = alle reserves
trace-all-payers = alle bronnen en reserves

trace-income = baten van { $of } in { $years }
trace-cost = lasten van { $of } in { $years }
trace-budget = budget van { $of } in { $years }
trace-coverage = dekking door { $of } in { $years }
trace-covered = betaald voor { $of } in { $years }
trace-paid = betaald door { $payer } voor { $goal } in { $years }
trace-balance = eindstand van { $of } in { $year }
trace-opening = beginstand van { $of } in { $year }
trace-addition = stortingen in { $of } in { $years }
trace-withdrawal = onttrekkingen aan { $of } in { $years }
trace-movement = mutatie van { $of } in { $years }: stortingen min onttrekkingen
trace-available = nieuw geld in { $years }: baten en beginstanden
trace-openings = beginstanden in { $years }
trace-unspent = restant van { $of } eind { $year }
trace-lapsed = vervallen of terugbetaald van { $of } in { $years }

trace-name = { $name }
trace-name-part = { $name }, { $part }
trace-years = { $years }
trace-window = { $years } samen
trace-line = { $line }, { $when }
trace-literal = { $text }, zoals in de vraag
trace-written = { $text }
trace-cell = “{ $table }”, { $row }, { $column }

trace-opening-of = beginstand { $year }
trace-added = gestort in { $year }
trace-withdrawn = onttrokken in { $year }
trace-net = mutatie in { $years }
trace-added-from = uit { $from } in { $years }
trace-added-outside = van buiten het plan in { $years }
trace-released-to = eind { $year } vrijgevallen naar { $to }
trace-released-from = eind { $year } vrijgevallen uit { $from }
trace-overflow = in { $year } verloren: past niet onder de bovengrens
trace-left-over = restant van { $of } eind { $year }
trace-lapsed-of = eind { $year } vervallen of terugbetaald van { $of }
trace-brought = overgebracht uit { $year }
trace-moved = eind { $year } naar { $to }
trace-lapses = vervalt eind { $year }
trace-returned = terugbetaald eind { $year }
trace-stays = blijft over eind { $year }
trace-overdrawn = in { $year } betaald boven wat er is
trace-given = gestort in { $to } in { $years }
trace-pays = betaald uit { $payer } in { $year }
trace-payment = { $payer } voor { $goal } in { $years }
trace-payment-all = voor alle doelen samen in { $years }
trace-joined = { $first }: { $second }
trace-for-goal = voor { $goal }
trace-for-goal-from = voor { $goal }, uit { $payer }
trace-for-all = voor alle doelen samen
trace-for = { $goal }, { $what }
trace-for-from = { $goal }, { $what }, uit { $payer }
trace-asked-cost = lasten
trace-asked-budget = in het budget opzij gezet boven de lasten
trace-asked-remainder = wat er over is
trace-remainder = { $goal }: wat er over is van { $payer } in { $year }

trace-note-pm = nog niet bekend (pm), telt als nul
trace-note-unread = niet te lezen, of met twee bedragen opgegeven: zie `pok check`
trace-note-damaged = een deel hiervan is niet te lezen: zie `pok check`
trace-note-not-stated = het plan vermeldt niet wie dit betaalt
trace-note-remainder = het plan vermeldt niet hoeveel er over is
trace-note-no-opening = het plan geeft geen beginstand
trace-note-unlimited = onbeperkt
trace-note-limited-only = zonder de onbeperkte bronnen
trace-note-rolled = vermeld; vanuit { $year } zou het { $amount } zijn
trace-note-outside = buiten de jaren van het plan
trace-nothing = niets gezegd
trace-note-no-value = niet te berekenen
trace-note-cut = niet verder uitgezocht
trace-note-correction = correctie, boven op wat elders staat
trace-note-about = een schatting
trace-note-expected = verwacht, nog niet toegekend
trace-note-as-expected = als verwacht
trace-note-as-obligated = als vastgelegd
trace-note-as-actual = als realisatie
trace-note-empty = geen bedrag, telt als nul
trace-note-window-cut = { $amount } voor { $years } samen; het plan zegt niet hoeveel daarvan in de gevraagde jaren valt
trace-note-grown-once = { $base } × (1 + { $rate }), afgerond op hele centen
trace-note-grown = { $base } × (1 + { $rate })^{ $times }, afgerond op hele centen
trace-note-unit = gedrukt als { $written } in eenheden van { $unit }
trace-note-sign = gedrukt als { $written }
trace-note-closing = eindstand { $year }: { $amount }
trace-note-of = van { $amount } voor { $years }
trace-note-share-of = { $payer } betaalt { $share } van { $amount }
trace-note-share = { $payer } betaalt { $share }
trace-note-formula = { $formula } geeft { $amount }
trace-note-difference = verschil { $amount }
trace-note-times = het eerste maal het tweede
trace-note-divided = het eerste gedeeld door het tweede
trace-note-rounded = afgerond op hele centen

trace-yes = ja
trace-no = nee
trace-unknown = onbekend
trace-also = ook in { $place }
trace-more = { $count ->
    [one] en nog 1 (samen { $amount }); met --all te zien
   *[other] en nog { $count } (samen { $amount }); met --all te zien
}
trace-more-unknown = { $count ->
    [one] en nog 1; met --all te zien
   *[other] en nog { $count }; met --all te zien
}
trace-errors = { $count ->
    [one] Bij het lezen van dit plan is 1 fout gevonden: zie `pok check`.
   *[other] Bij het lezen van dit plan zijn { $count } fouten gevonden: zie `pok check`.
}
trace-ask-measure = Vraag naar een bedrag, zoals `{ $form }`.
