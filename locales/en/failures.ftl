# What keeps the program from its work, and what is wrong with a command line.

failure-similar = ; did you mean { $similar }?
failure-file = { $file }: { $cause }
failure-stdin = standard input: { $cause }
failure-output = the output could not be written: { $cause }
failure-lang = the variable POK_LANG is “{ $value }”; pok speaks en and nl
failure-missing = there is no file or folder { $file }
failure-not-allowed = { $file }: not allowed to read it
failure-no-plans = no .pok file in { $folder }
failure-not-regular = { $file }: not a regular file; to read from a pipe, give - as the path
failure-code = no finding has the code “{ $code }”{ $similar } (pok explain --list shows all)
failure-no-page = { $code } is a code of pok, but this version has no page about it
failure-rule-code = no rule has the code “{ $code }”{ $similar }
failure-pack = there is no rule pack { $name }; these ship with pok: { $known }; a pack of your own is named by its file
failure-folder = { $file } is a folder; name the file of one plan
failure-no-plan = { $file } is no plan; name the file of one
failure-declares-none = { $file } declares no plan; name the file of the plan that it belongs to
failure-which-plan = which plan? Give a file: pok eval plan.pok
failure-scenario = { $plan } has no scenario “{ $name }”; there is { $known }
failure-no-scenario = { $plan } has no scenario “{ $name }”; no scenario of it was worked out
failure-headroom = { $plan } has no headroom of “{ $name }”: it is no goal, theme or source
failure-the-file = the file
failure-config-folder = { $file } is a folder; the settings of a project stand in a file of that name
failure-config-regular = { $file }: not a regular file
failure-config-large = { $file } is larger than 1 MiB, so it was not read
failure-snap-stdin = a snapshot stands beside its plan, so standard input has none; give a file
failure-allow-stdin = --add-allow writes into the file of a plan, and standard input has none
failure-allow-changed = { $file }: it has changed, or has bytes that are no text; nothing was written
failure-allow-unread = { $file }: an allow cannot be added before the errors in its text are mended; nothing was written

## Causes that the system gives

cause-not-found = it is not there
cause-not-allowed = not allowed
cause-full = there is no room left
cause-read-only = it is read-only; nothing was written
cause-folder = it is a folder
cause-no-folder = a folder on the way is no folder
cause-exists = it is there already
cause-changed = it has changed meanwhile; nothing was written
cause-busy = it is in use

## The command line

usage-option = there is no option { $argument } here{ $similar }
usage-unexpected = “{ $argument }” is one word more than this command takes
usage-command = there is no command “{ $command }”{ $similar }
usage-no-command = which command? None is given
usage-value = “{ $value }” cannot stand after { $argument } (possible: { $known }){ $similar }
usage-date = “{ $value }” after { $argument } is no date; write it as 2026-05-31
usage-number = “{ $value }” after { $argument } is no whole number
usage-not-a-value = “{ $value }” cannot stand after { $argument }
usage-needs-value = { $argument } needs a value behind it
usage-needs-one-of = { $argument } needs a value behind it: { $known }
usage-equals = write { $argument } with an equals sign before its value
usage-too-many = “{ $value }” is one value too many for { $argument }
usage-twice = { $argument } is given twice; once is enough
usage-conflict = { $argument } cannot be given together with { $others }
usage-conflict-any = { $argument } cannot be given together with the others
usage-missing = still needed: { $arguments }
usage-no-text = an argument is no text (UTF-8), so it cannot be read
usage-other = the command line cannot be read: { $cause }

## A first plan, and the manual

init-exists = { $file } is there already, and nothing was written; choose another name, or replace it with --force
init-no-folder = { $file }: its folder does not exist; make that first
init-years = “{ $years }” are no years; write them as 2027..2030, going up, twenty at most
init-currency = there is no currency with the code “{ $code }”; give three letters of ISO 4217, such as EUR
init-not-sound = with this name, title or owner it would be no good plan: { $sentence }
failure-no-command = there is no command “{ $command }”; `pok --help` lists them
## Watching

failure-watch-stdin = --watch follows files, and standard input is none; name files or folders
failure-watch-stopped = the system no longer tells which files change; start --watch again
failure-watch = changes cannot be followed here: { $cause }; run pok check without --watch
watch-state = { $files ->
    [one] One file
   *[other] { $files } files
}: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}.
watch-waits = Waiting for changes. Ctrl-C stops.

## Reports to files

failure-output-once = --output FILE can be given once; give further ones as --output FORMAT=FILE
failure-output-screen-twice = two reports would go to standard output; give each a file of its own
failure-output-twice = two reports would go to { $file }; give each a file of its own
failure-output-no-file = --output { $value }: the file is missing after the equals sign
failure-output-format = --output { $value }: there is no format “{ $word }”; there are { $known }; for a file of that name write --output ./{ $value }
failure-output-folder = { $file } is a folder; a report goes to a file
failure-output-no-folder = { $file }: there is no folder { $folder } to write it in
failure-output-plan = { $file }: a report is never written over a plan or pok.toml; give another file
failure-statistics-format = --statistics has the formats text and json only
