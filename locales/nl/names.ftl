# Familie 1: namen.

list-reads-like-statement = Door de komma telt “{ $name }” als nog een naam in de lijst, maar het lijkt op de volgende opdracht.
list-reads-like-statement-help = Haal de komma aan het eind van de vorige regel weg als hier een nieuwe opdracht begint.
