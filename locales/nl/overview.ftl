# Woorden van `pok eval` en `pok snap`: tabellen van waar het geld op uitkomt.

overview-plan = Plan { $name }
overview-scenario = scenario { $name }: { $verdict }
overview-scenarios-heading = Scenario's:
overview-findings-heading = Bevindingen:
overview-open-heading = Nog niet bekend (telt als 0):
overview-open-entry = { $name }
overview-open-entry-years = { $name }, { $years }
overview-open-entry-most = { $name }, { $years }: ten hoogste { $amount }
overview-nothing = Wie wat betaalt, is niet uitgerekend; de reden staat hierboven.
overview-amounts = Bedragen in { $currency }.

overview-sources = Baten en wat ervan overblijft
overview-reserves = Verloop van de reserves
overview-goals = Dekkingsoverzicht
overview-left = Wat aan het eind van het jaar overblijft
overview-years = Per jaar
overview-headroom-goals = Ruimte: hoeveel een doel meer mag kosten
overview-headroom-tranches = Ruimte: hoeveel een tranche lager mag uitvallen

overview-source = bron
overview-reserve = reserve
overview-goal = doel
overview-who = wat
overview-total = totaal
overview-all = Alles samen
overview-unknown = onbekend
overview-unbounded = onbeperkt
overview-not-computed = niet berekend
overview-at-least = ten minste { $amount }
overview-unlimited = { $name } (onbeperkt)
overview-left-out = { $name } (optioneel, niet opgenomen)
overview-theme = { $name } (themabudget)

overview-income = baten
overview-brought = van eerdere jaren
overview-paid = betaald aan doelen
overview-added = gestort in reserves
overview-moved = restant naar een reserve
overview-lapsed = vervallen of terugbetaald
overview-carried = over voor later
overview-opening = beginstand
overview-additions = stortingen
overview-withdrawn = onttrekkingen
overview-released = vrijval
overview-overflow = paste niet, vervallen
overview-closing = eindstand

overview-cost = lasten
overview-from = uit { $name }
overview-from-sources = uit bronnen
overview-from-reserves = uit reserves
overview-uncovered = niet gedekt
overview-total-cost = totaal lasten
overview-total-covered = totaal dekking
overview-total-left = totaal over

snap-written = { $file }: geschreven
snap-accepted = { $file }: de nieuwe uitkomst is overgenomen
snap-same = { $file }: ongewijzigd
snap-changed = { $file }: de uitkomst is veranderd
snap-missing = { $file }: er is geen momentopname; `pok snap` maakt die
snap-part = { $file }: deel van andere plannen, overgeslagen
snap-rules = { $file }: regels, overgeslagen
snap-hint = Is de nieuwe uitkomst goed? Neem die over met `pok snap --accept`.
