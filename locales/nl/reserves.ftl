## From the checks

# 505
paid-outside-purpose = Reserve { $payer } is alleen voor { $tags }, maar betaalt { $amounts } voor doel { $goal }, { $serves }.
paid-outside-purpose-help = Dek dit doel uit een andere bron of reserve; het doel van een reserve verruimen is een besluit van de raad.
# reserves
# Familie 5: reserves.

below-floor = Aan het eind van { $year } staat { $name } op { $sum }. Dat is { $difference } onder de ondergrens van { $floor }.
below-floor-later = Het wordt erger: aan het eind van { $year } is het { $difference } onder de ondergrens.
below-floor-leftover = Aan het eind van het jaar komt er { $amount } bij: te laat om nog in dat jaar te onttrekken.
below-floor-help = Onttrek minder, stort geld bij, of verlaag de ondergrens als de regels dat toelaten. Zonder vermelde ondergrens mag een reserve niet onder nul komen.
label-floor = ondergrens van { $floor }
label-added = erbij: { $amount }
label-withdrawn = eraf: { $amount }
above-ceiling = Aan het eind van { $year } staat { $name } op { $sum }. Dat is { $difference } boven het plafond van { $ceiling }.
above-ceiling-help = Stort minder, onttrek meer, of zeg waar het overschot heen gaat.
label-ceiling = plafond van { $ceiling }
above-limit = Aan { $name } wordt { $when } { $withdrawn } onttrokken, maar ten hoogste { $limit } mag: { $difference } te veel.
in-year = in { $year }
over-all-years = over alle jaren ({ $sum })
above-limit-help = Onttrek minder in die periode, of laat de grens bij besluit verhogen.
label-limit = ten hoogste { $limit }
withdrawal-differs = De onttrekking aan { $name } in { $year } is vermeld als { $stated }, maar de reserve betaalt in dat jaar { $computed }: een verschil van { $difference }.
withdrawal-differs-help = Wat u onttrekt, is wat de reserve betaalt. Verbeter een van de twee.
addition-differs = De stortingen in { $name } in { $year } zijn vermeld als { $stated }, maar er komt { $computed } in: er is { $difference } te weinig vermeld.
addition-differs-help = Restanten, vrijval en stortingen uit een bron tellen allemaal mee. Verbeter de tabel, of wat erin komt.
opening-differs = De beginstand van { $name } in { $year } is vermeld als { $stated }, maar { $before } sluit met { $computed }: een verschil van { $difference }.
opening-differs-help = Een jaar begint met wat het jaar ervoor overliet. Verbeter een van de twee, of vermeld wat er tussen is gebeurd.

net-movement-differs = De mutatie van { $name } in { $years } is { $stated }, maar { $added } storting min { $withdrawn } onttrekking is { $computed }: { $difference } verschil.
net-movement-differs-help = Een mutatie zonder titel is het saldo van de stortingen en onttrekkingen van dat jaar. Is het een beweging daarnaast? Geef de regel dan een titel: mutatie "Rente".
label-added-here = storting van { $amount }
label-withdrawn-here = onttrekking van { $amount }
unchecked-net = de mutatie van { $name } in { $years }
