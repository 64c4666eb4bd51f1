# What `check --fix` does, and what it could do.

# What a fix does.
fix-write-instead = write { $text } instead of { $old }

# After a check without --fix.
fixable = [*] { $count ->
    [one] 1 finding
   *[other] { $count } findings
} can be mended with --fix
fixable-and-unsafe = [*] { $count ->
    [one] 1 finding
   *[other] { $count } findings
} can be mended with --fix; { $unsafe } more with --unsafe-fixes
fixable-unsafe = [*] { $unsafe ->
    [one] 1 finding
   *[other] { $unsafe } findings
} can be mended with --unsafe-fixes, which changes amounts or periods

# After --fix, and after --diff.
fix-none = nothing was mended
fix-done = { $count ->
    [one] 1 finding mended
   *[other] { $count } findings mended
}
fix-would = { $count ->
    [one] 1 finding would be mended
   *[other] { $count } findings would be mended
}
fix-none-to-do = nothing would be mended
fix-with-unsafe = { $what }; { $count } more can be mended with --unsafe-fixes: that changes amounts or periods, so read them afterwards
fix-elsewhere = There are fixes for { $files } too, but { $count ->
    [one] that file was
   *[other] those files were
} not named: give { $count ->
    [one] it
   *[other] them
} to pok check as well to change { $count ->
    [one] it
   *[other] them
}.
fix-left-out = { $file }:{ $line }:{ $column }: not applied, since it would not mend the finding or would make the text read worse: { $title }
