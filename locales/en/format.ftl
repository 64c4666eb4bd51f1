### Laying out: pok fmt

format-written = { $file }: formatted
format-would = { $file }: would be formatted
format-done = { $changed ->
    [one] 1 file formatted
   *[other] { $changed } files formatted
}{ $same ->
    [0] {""}
    [one] , 1 was right already
   *[other] , { $same } were right already
}{ $refused ->
    [0] .
    [one] ; 1 file was not formatted.
   *[other] ; { $refused } files were not formatted.
}
format-done-check = { $changed ->
    [0] No file would be formatted
    [one] 1 file would be formatted
   *[other] { $changed } files would be formatted
}{ $same ->
    [0] {""}
    [one] , 1 is right already
   *[other] , { $same } are right already
}{ $refused ->
    [0] .
    [one] ; 1 file cannot be formatted.
   *[other] ; { $refused } files cannot be formatted.
}
format-hint = `pok fmt` without --check and --diff writes them.
format-unreadable = { $file }, line { $line }: not formatted, since there is a mistake in its text. { $what } Mend it first; `pok check` shows all mistakes.
format-odd = pok cannot take this line apart.
format-clash = { $file }, line { $line }: not translated, since “{ $word }” would become “{ $becomes }”, and something else is called so here. Give that another name first.
format-changed = { $file }, line { $line }: not formatted, since the file would say something else afterwards. That is an error in pok: please report it with this file. The file has not been changed.
format-read-only = { $file }: not formatted, since the file may not be written. Make it writable, or leave it out.
format-left-out = { $count ->
    [one] Left out by `exclude` in { $config }: { $files }. This file was not formatted.
   *[other] Left out by `exclude` in { $config }: { $files }. These files were not formatted.
}
