### Formats for other programs: SARIF, GitHub, GitLab, JUnit; and counts

undecided-no-plan = It cannot be decided whether { $file } holds, because no plan includes this file.
undecided-not-checked = { $count ->
    [one] It cannot be decided whether “{ $name }” holds, because 1 part was not checked.
   *[other] It cannot be decided whether “{ $name }” holds, because { $count } parts were not checked.
}
undecided-unread = { $count ->
    [one] It cannot be decided whether “{ $name }” holds, because an error keeps a part from being checked.
   *[other] It cannot be decided whether “{ $name }” holds, because { $count } errors keep parts from being checked.
}
not-checked-title = Not checked
unread-title = Not read
left-out-title = Left out
count-not-checked = { $count ->
    [one] 1 part was not checked
   *[other] { $count } parts were not checked
}

sarif-pok = Checks public spending plans.
sarif-root = The folder in which pok was run.
sarif-unread = A file could not be read.
sarif-not-checked = Something was not checked.
sarif-left-out = A file was left out, as the project wishes.
sarif-undecided = It cannot be decided whether a plan holds.
sarif-undecided-full = Nothing was found that fails, but not everything could be checked.
sarif-undecided-help = Look at what was not checked and why: `pok check` lists it. Fill in what is missing, and check again.
sarif-unread-help = Look whether the file is there, and whether you are allowed to read it.
sarif-left-out-help = Should this file be checked after all? Then take the pattern out of “exclude” in pok.toml.

page-title = { $count ->
    [one] Check of the spending plan
   *[other] Check of the spending plans
}
page-intro = This is the outcome of a check with pok: do the amounts add up, is there enough money in time, and does everything fit the decisions and the rules that were chosen?
page-no-plans = No plan was checked.
page-holds = This plan holds.
page-holds-checked = This plan holds, and everything was checked.
page-holds-so-far = This plan holds as far as known: how high some amounts are is not known yet (pm).
page-fails = This plan does not hold.
page-plan = Plan
page-errors = Errors
page-warnings = Warnings
page-notes = Notes
page-accepted = Accepted
page-what-if = In scenarios
page-scenario = In scenario “{ $name }”: { $verdict }
page-total = total
page-gravest = What weighs most
page-all = All findings
page-more-plans = { $count ->
    [one] 1 more file
   *[other] { $count } more files
}
page-more-findings = { $count ->
    [one] And 1 more finding: see below.
   *[other] And { $count } more findings: see below.
}
page-more-parts = { $count ->
    [one] And 1 more part: see below.
   *[other] And { $count } more parts: see below.
}
