# Words of the report itself: levels, headings, verdicts, counts.

level-error = error
level-warning = warning
level-note = note
help-heading = help

list-and = { $head } and { $last }
list-or = { $head } or { $last }
list-more = { $count } more

plain-place = line { $line }, column { $column }
plain-place-in = { $file }, line { $line }, column { $column }
plain-quote = it says there: { $text }

more-places = { $count ->
    [one] … and 1 more place.
   *[other] … and { $count } more places.
}

more-findings = { $count ->
    [one] … and 1 more finding; `--format short` lists them all.
   *[other] … and { $count } more findings; `--format short` lists them all.
}

not-checked-heading = Not checked:
not-checked-entry = { $what }: { $why }

verdict-holds = holds
verdict-holds-so-far = holds as far as known
verdict-fails = does not hold
verdict-undetermined = undecided

reason-no-plan = because no plan includes this file
reason-not-checked = { $count ->
    [one] because 1 part was not checked (listed above)
   *[other] because { $count } parts were not checked (listed above)
}
reason-unread = { $count ->
    [one] because an error keeps a part from being checked
   *[other] because { $count } errors keep parts from being checked
}

count-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
count-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
count-nothing = nothing to report
count-hidden = { $count ->
    [one] 1 finding is not shown because of --select or --ignore
   *[other] { $count } findings are not shown because of --select or --ignore
}

plans-count = { $count ->
    [one] 1 plan
   *[other] { $count } plans
}
plans-failing = { $count ->
    [one] 1 does not hold
   *[other] { $count } do not hold
}
plans-undetermined = { $count ->
    [one] 1 is undecided
   *[other] { $count } are undecided
}
plans-holding = { $count ->
    [one] 1 holds
   *[other] { $count } hold
}
files-without-plan = { $count ->
    [one] 1 file without a plan
   *[other] { $count } files without a plan
}

explain-hint = More about a finding: { $command }

as-it-stands = the plan as it stands
in-scenario = in scenario "{ $name }": { $sentence }
count-what-if = { $count ->
    [one] 1 finding in scenarios
   *[other] { $count } findings in scenarios
}
because-scenario-unclear = something in it could not be read, or can be meant in two ways
