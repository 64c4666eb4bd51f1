### The project file, pok.toml, and what follows from it

project-syntax = This is not how a setting is written: { $cause }.
project-syntax-list = a list begins with “[”, ends with “]”, and has a comma between its texts
project-syntax-table = a heading stands alone on its line, between “[” and “]”
project-syntax-value = after the name come “=” and one value
project-syntax-text = a text begins and ends with the same quotation mark, on one line
project-syntax-other = pok cannot read this sign here
project-syntax-help = Mend this line. Until then pok uses none of the settings in this file.
project-unquoted = The text “{ $text }” stands without quotation marks.
project-unquoted-help = Write { $example }. Until then pok uses none of the settings in this file.
project-key-twice = The setting “{ $key }” is given twice.
project-key-twice-help = Keep one of the two. Until then pok uses none of the settings in this file.
project-unknown-key = There is no setting “{ $key }”.
project-unknown-key-help = The settings are { $known }.
project-near = Did you mean { $near }?
project-key-below = The setting “{ $key }” stands below “[severity]”, so that it reads like the code of a finding.
project-key-below-help = Put this line above “[severity]”.
project-type = “{ $key }” takes { $needed }, but this is { $is }.
project-type-help = Write it like this: { $example }
project-type-help-severity = Write the code and its level on a line below “[severity]”: { $example }
project-a-list = a list of texts
project-texts = names or patterns between quotation marks
project-a-text = a text
project-an-empty-text = an empty text
project-a-word = a word between quotation marks
project-a-flag = true or false
project-a-table = a list of codes with their level
project-a-number = a number
project-a-date = a date
project-unknown-word = “{ $key }” has no meaning for the word “{ $word }”.
project-unknown-word-help = It can be { $known }.
project-pattern = “{ $pattern }” is no pattern of files.
project-pattern-help = Write it as in .gitignore: "drafts/" is a folder, "*.draft.pok" every file that ends so. Braces come in pairs.
project-code-twice = The code { $code } has two levels.
project-code-twice-first = the first one, which counts
project-code-twice-help = Keep one of the two.
project-own-code = The level of { $code } cannot be set: it is about this file itself.
project-own-code-help = Mend what it finds in this file, and take this line out.
project-code-unknown = No finding has the code “{ $code }”, so this line does nothing.
project-code-unknown-help = “pok explain --list” shows all codes.
project-code-unknown-help-rule = No rule pack that is used here has such a rule. Name its pack at “rules”, or take this line out.
project-excludes-nothing = The pattern “{ $pattern }” leaves out no file.
project-excludes-nothing-help = Look whether the folder or the files have another name now; else take the pattern out. A pattern counts from the folder of this file.

project-in-order = in order
project-not-read = cannot be read whole
count-off = { $count ->
    [one] 1 finding is not shown because pok.toml switches it off
   *[other] { $count } findings are not shown because pok.toml switches them off
}
# file: the named file; plans: those that use it and were not named; count: how many.
also-checked = { $count ->
    [one] { $file } is used by { $plans }, which was checked too.
   *[other] { $file } is used by { $plans }, which were checked too.
}

left-out = { $count ->
    [one] Left out by “exclude” in { $config }: { $files }. It was not checked.
   *[other] Left out by “exclude” in { $config }: { $files }. They were not checked.
}
