# Family 1: names.

include-missing = There is no file "{ $path }" here.
include-missing-help = The path is read from the folder of this file; folders are parted by /.
include-missing-help-similar = Did you mean { $similar }?
include-outside = "{ $path }" lies outside the project, so it is not read.
include-outside-help = Put the file inside the project and give its path from this file. A project is the folder with pok.toml or .git.
include-cycle = These files include each other in a circle: { $chain }.
include-cycle-help = Remove one of these lines. A file that two others include is read once; they need not include each other.
include-unreadable = "{ $path }" cannot be read: it is a folder, or reading it is not allowed.
include-limit = "{ $path }" is not read: a plan may have at most { $files } files, at most { $depth } deep.
include-too-large = "{ $path }" is not read: the files of a plan may be { $limit } MiB together.

no-plan = This file has no plan, and no plan that was checked includes it, so only its text was checked.
no-plan-help = Check the plan that includes it, or begin the file with a plan: { $example }
no-plan-empty = There is nothing in this file to check.
list-reads-like-statement = After the comma “{ $name }” is read as one more name in the list, but it reads like the next statement.
list-reads-like-statement-help = Remove the comma at the end of the line before if a new statement begins here.
