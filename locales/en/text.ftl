# Family 0: the text of a plan.

## 001 syntax

syntax = { $after } there should be { $expected }, but { $found }.
unclosed-block = The closing brace of this block is missing.
unclosed-block-help = Put a { "}" } on a line of its own after the last statement of this block.
stray-brace = This closing brace closes nothing; a brace may have been closed too early above.
brace-on-own-line = The opening brace belongs on the line of the item that it opens.
not-on-own-line = “{ $found }” follows a closing brace on the same line; a new statement begins on a line of its own.
no-block-here = “{ $word }” has no block, so no brace can stand here.
unclosed-text = This text has no closing quote; a text in double quotes ends on the line where it begins.
unknown-escape = “{ $found }” means nothing in a text; a backslash stands only before ", \ and n.
unclosed-parenthesis = This parenthesis is never closed.
reserved-name = Nothing can be called “{ $name }”: that word stands where names stand.
reserved-name-help = Choose another name, for example with a word added. Not allowed are total, all, and, or, not and pm, and in Dutch totaal, alle, en, of and niet.
language-not-first = The language of a file is its first line; here it comes too late and is not used.
language-unknown = “{ $found }” is not a language that pok reads; write en or nl.
years-reversed = The range { $found } runs backwards; the first year comes first: { $right }.
years-not-consecutive = { $found } is not a financial year: the second year must follow the first, as in { $right }.
years-form = Years are not written as “{ $found }”; write { $right }.
years-mixed = { $found } begins with one kind of year and ends with another; use calendar years or financial years, not both.
until-ambiguous = “{ $found }” may or may not include that year; write “{ $with }” if it does, “{ $without }” if it does not.
date-form = A date is written as year-month-day: { $right } in place of { $found }.
date-impossible = There is no day { $found } in the calendar.
count-out-of-range = { $found } is out of range here; write a whole number from 0 to 9999.
task-field-form = A task field is not written as { $found }, but as two numbers with a full stop between them: 6.2.
comparison-chain = A second “{ $operator }” follows in the same comparison; only two things can be compared at a time.
comparison-chain-help = Write two stated lines, or join two comparisons with and.
claim-without-comparison = What is stated must be a comparison, such as an amount after =.
operator-spacing = White space must stand before and after “{ $operator }”, since without it names and years may hold it.
aggregate-form = “{ $function }” is not written so; name what is added up, the variable, and what it ranges over.
aggregate-form-help = For example: sum(cost(g, 2025) for g in goals where g is recurring). Such a range can stand in sum, min, max, count, all and any.
allow-without-reason = A deviation is accepted only with a reason; this allow gives none.
allow-limit = Up to { $found } nothing can be accepted: an upper limit is an amount that is known and not negative.
allow-limit-help = Write an amount, such as at most 5,000, or leave “at most” out to accept the deviation however large it is.
part-twice = “{ $found }” is given here a second time; once is enough.
factor-unreadable = “{ $found }” is not a unit for a table.
factor-unreadable-help = Write a power of ten: (x 1,000), (x 1 million).
table-empty = This table has no row of column heads.
cell-count = The row “{ $row }” has { $cells ->
    [one] one cell
   *[other] { $cells } cells
  }, but the table has { $columns ->
    [one] one column
   *[other] { $columns } columns
  }.
label-columns = { $columns ->
    [one] the one column
   *[other] the { $columns } columns
  }
label-next-statement = the next statement
leading-bar = { $rows ->
    [one] A row does
   *[other] In this table { $rows } rows begin with a bar; a row does
  } not begin with a bar: the first bar stands between its name and its first cell.
separator-row = { $rows ->
    [one] This is a separator line
   *[other] This is one of { $rows } separator lines
  }, which does not belong in a table. Remove what is made of dashes alone.
unit-in-corner = The unit “{ $found }” stands in the corner of the table, where it does not count; put { $right } on the first line, after table and what it is about.
stage-as-name = “{ $found }” stands here as the name of the table; write “{ $right }” if that is what the table is about.
invisible-sign = An invisible sign ({ $sign }) stands here, which came along with pasted text; the line cannot be read so.
label-colon = Remove the colon after “{ $name }”; in a table a bar stands between a name and its amounts.
label-blanks = A row begins with a name without blanks, such as { $right }; “{ $found }” is not a name.
table-without-heads = The first line of a table names the years, such as | 2024 | 2025; amounts stand here at once.
years-ambiguous = “{ $found }” can be read in two ways: as the financial year { $first } or as the range { $second }.
date-ambiguous = “{ $found }” can be read in two ways: as { $first } or as { $second }.
trailing-comma = This comma lets the list go on, but the next line begins with “{ $word }”, which is a statement of its own.

## 002 amounts

amount-ambiguous = “{ $found }” can be read in two ways: as { $first } or as { $second }.
amount-notation = “{ $found }” is not written so in this file; write { $right }.
amount-decimals = “{ $found }” has { $decimals ->
    [one] one decimal
   *[other] { $decimals } decimals
  }, but an amount has { $most ->
    [0] none
    [one] at most one
   *[other] at most { $most }
  }.
amount-too-large = “{ $found }” is too large: an amount has at most 15 digits before the decimal sign.
amount-is-percent = “{ $found }” is a percentage; an amount belongs here.
amount-unreadable = “{ $found }” is not an amount.
amount-unreadable-help = Write an amount such as 1,234 or 1,234.50, - for none, or pm for one that is not known yet.

## 003 bytes

bad-byte = The byte { $byte } is not UTF-8{ $count ->
    [one] {""}
   *[other] {" "}(and { $count } bad bytes in all stand here)
  }.
bad-byte-help = Save the file as UTF-8 text.
file-utf16 = This file is text in UTF-16, and pok reads only text in UTF-8.
file-office = This is a Word or Excel file or a zip, not plain text.
file-pdf = This is a PDF, not plain text.
file-binary = This file is not text.
file-old-line-ends = The lines of this file end in a lone CR (the line ends of old Macs), which pok does not read.
control-character = The invisible control character { $character } stands here; it does not belong in a plan.
control-character-help = Delete it; it often comes along with pasted text.

## 004 limits

too-large = The file is { $size } MiB, and pok reads at most { $limit } MiB.
too-deep = This is nested more than { $limit } levels deep; pok reads no deeper.
too-long = This expression has more than { $limit } operators; pok reads no longer ones.

## 005 keywords

unknown-keyword = “{ $found }” is not a word that pok knows { $here }.
misspelt-keyword = “{ $found }” is not a keyword; did you mean “{ $word }”?
foreign-keyword = “{ $found }” is a keyword of the other language; this file is in { $language }, so write “{ $word }”.
foreign-file = This file uses Dutch keywords, but does not say that it is in Dutch.
foreign-file-help = Put “taal nl” on the first line. The file has been read as Dutch.
misplaced-statement = “{ $found }” cannot stand { $here }; it stands { $blocks }.
allowed-here = What may stand { $here }: { $words }.
unknown-kind = “{ $name }” is not a kind of { $item } that pok knows.
unknown-kind-elsewhere = It is a kind of { $item }.
unknown-kind-help = After “kind” one of these words may stand here: { $known }.

## Fixes

fix-replace = write “{ $text }”
fix-move-brace = move the brace to the end of the line before
fix-new-line = begin a new line here
fix-remove-bar = remove the bar at the beginning of every row
fix-remove-colon = remove the colon
fix-remove-sign = remove the invisible sign
fix-remove-line = remove the separator lines
fix-remove-comma = remove the comma
fix-declare-language = say that the file is in Dutch
# text

change-part = A part of a source is changed by its own name, not within the source that it is a part of.
change-part-help = Give it a statement of its own: change NAME of the part, with what changes between braces.
scaled-too-large = Scaled like this, an amount in { $year } grows beyond 15 digits.
