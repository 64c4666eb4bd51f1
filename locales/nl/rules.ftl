### Rules, accepted deviations, packs

rule-says = { $text }

## Geaccepteerde afwijkingen

allow-about = op { $name }
allow-here = hier
allow-in-plan = in dit plan
allow-in-scenario = { $where }, in scenario "{ $name }"

allow-unused = Deze accepteer-regel accepteert niets: er is geen { $code } { $where }.
allow-unused-elsewhere = { $code } is wel gevonden op { $names }.
allow-unused-others = Wat is gevonden { $where }: { $codes }.
allow-unused-help = Haal de regel weg als de afwijking er niet meer is. Is die verplaatst, pas dan de naam in de regel aan.
fix-remove-allow = haal deze accepteer-regel weg
allow-unknown-code = { $code } is geen code van pok of van de gebruikte regelpakketten, dus deze accepteer-regel accepteert niets.
allow-unknown-code-near = Bedoelt u { $near }?
allow-unknown-code-help = `pok explain --list` geeft alle codes van pok.
allow-cannot = { $code } kan niet worden geaccepteerd: { $why }.
allow-cannot-unread = zolang iets niet te lezen is, wordt niet gecontroleerd wat ervan afhangt, dus het moet worden hersteld
allow-cannot-itself = een bevinding over een accepteer-regel wordt hersteld door die regel te wijzigen
allow-expired = { $code } { $where } was geaccepteerd tot en met { $date } en het is vandaag { $today }: de afwijking is niet meer geaccepteerd.
allow-expired-help = Herstel de afwijking, of laat die opnieuw accepteren en schrijf hier de latere datum.
allow-no-amount = Deze accepteer-regel accepteert { $code } { $where } tot { $limit }, maar de bevinding heeft geen bedrag om te vergelijken en is dus niet geaccepteerd.
allow-no-amount-help = Laat “ten hoogste …” weg om de bevinding te accepteren zoals die is.
allow-no-reason = Waarom { $code } { $where } is geaccepteerd, is nog niet ingevuld.
allow-no-reason-help = Schrijf de reden tussen de aanhalingstekens na “omdat”: wie met de afwijking heeft ingestemd, en waarom.
accepted-up-to = Dit was geaccepteerd tot { $limit } en is groter geworden: het is nu { $amount }. Herstel het, of laat het hogere bedrag accepteren en schrijf dat na “ten hoogste”.

unchecked-allow-until = of { $code } { $where } nog is geaccepteerd; dat is zo tot en met { $date }
because-no-today = niemand zei welke dag het is; geef --today

accepted-heading = Geaccepteerd:
accepted-because = omdat “{ $because }”
accepted-by = door { $by }
accepted-until = tot en met { $date }
level-accepted = geaccepteerd
count-accepted = { $count ->
    [one] 1 geaccepteerd
   *[other] { $count } geaccepteerd
}
