# Family 1: names.

list-reads-like-statement = After the comma “{ $name }” is read as one more name in the list, but it reads like the next statement.
list-reads-like-statement-help = Remove the comma at the end of the line before if a new statement begins here.
