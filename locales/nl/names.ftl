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
