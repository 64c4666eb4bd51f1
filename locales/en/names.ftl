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

## From the model

unknown-name = There is no { $wanted } called “{ $name }”.
unknown-name-help = Check the spelling, or declare “{ $name }” in this plan or in a file that it includes.
unknown-name-help-document = Declare it: document { $name } "Title of the document".
unknown-name-help-near = Did you mean { $near }?
unknown-name-help-minus = “-” between two letters is part of a name. For a difference, put spaces around it: { $near }.
unknown-name-help-subtotal = A row that adds up other rows names them: { $example }. Does it add up everything? Then write: total.
unknown-name-help-line = Use a name exactly as it stands in the table; a name with spaces goes in quotes.
unknown-currency = “{ $name }” is not a currency code.
unknown-currency-help = Use the three letters of ISO 4217, such as EUR, SEK or PLN.
declared-twice = “{ $name }” is declared twice; here it is { $is }. The first counts, what stands in this one is not used.
line-twice = The table has two { $line ->
    [row] rows
   *[other] columns
  } called “{ $name }”.
plan-twice = There are two plans in these files; the second, { $name }, is not used.
wrong-kind = “{ $name }” is { $is }, and here { $wanted } is needed.
wrong-column = “{ $head }” cannot head a column of this table; what belongs here is { $wanted }.
wrong-column-help-movements = Say of each year what the column holds: { $example }.
wrong-kind-help-tag = “for” takes tags: words that goals repeat after “serves”. To let this money pay only “{ $name }”, write a tag here and after “serves” in its goals.
theme-circle = The theme { $name } lies within itself.
unused = Nothing in the plan uses the { $kind } { $name }.
unused-help-document = Refer to it with @ after what comes from it, or remove it.
unused-help-decision = Let what hangs on it say “needs decision”, or remove it.
unused-help-theme = Let its goals, sources or reserves say “theme”, or remove it.
tag-not-served = No goal serves “{ $tag }”, so money that is only for it can pay nothing.
tag-not-served-help = Add “{ $tag }” to “serves” of the goals that this money is for, or correct the tag.
tag-not-funded = Every source and reserve is earmarked, and none is for “{ $tag }”.
tag-not-funded-help = Add “{ $tag }” to “for” of a source or reserve, or correct the tag.

type-operands = “{ $operator }” cannot stand between { $left } and { $right }.
type-operands-help-percentage = To raise an amount by a percentage, multiply: amount * 102%.
type-operands-help-year = A year says when; to ask for the amount of a year, name it inside the parentheses: cost(goal, 2025).
type-needed = “{ $text }” is { $is }, and here { $needed } is needed.
type-arguments = { $name } is used in another way: { $form }. Any of the names and years may be left out.
type-needed-help-not = Put the whole comparison in parentheses: not ({ $text } = an amount).
type-not-comparison = “{ $claim }” compares nothing: it is { $is }.
type-not-comparison-help = Say what it should be: { $claim } = an amount.
type-unknown-function = There is no measure or function called “{ $name }”.
type-unknown-function-help = There are { $known }.
type-stage = “{ $text }” belongs after a measure such as cost(goal, 2025); here it says nothing.
type-unknown-property = { $kind } has no “{ $name }”.
type-unknown-property-help = It can be asked for { $known }.
type-function-arguments = { $name } is used in another way: { $form }.
type-relation = “{ $text }” is no value: { $name } gives things, to go over one by one.
type-relation-help = Count them, or ask something of each: { $form }.
type-only-has = “{ $name }” has no value to compare; it can only be asked whether it is there.
type-only-has-help = Write: { $form }.
type-unknown-state = “{ $name }” cannot be said of { $kind }.
type-unknown-word = “{ $name }” is not a word for “{ $property }” of { $kind }.
type-unknown-word-help = The words are { $known }.

label-declared-as = declared here as { $is }
label-declared-first = first declared here
label-first-plan = the first plan
label-first = the first one
label-here-too = here too
label-type = { $type }

fix-write = write { $text }
fix-add = add “{ $text }”

kind-plan = plan
kind-source = source
kind-reserve = reserve
kind-goal = goal
kind-theme = theme
kind-decision = decision
kind-document = document
kind-table = table
kind-scenario = scenario
kind-item = source, reserve, goal or theme
kind-row = row in this table
kind-column = column in this table

column-of-years = a year, such as 2025
column-of-payers = a source or reserve
column-of-movements = a kind with a year, such as opening 2025
a-plan = a plan
a-source = a source
a-reserve = a reserve
a-goal = a goal
a-theme = a theme
a-decision = a decision
a-document = a document
a-payer = a source or a reserve
a-stated = a stated line
a-line = a cost line
a-table = a table
a-scenario = a scenario
a-name = the name of something in the plan
a-tag = a tag
a-word = a word
a-range = a kind in the plural (goals, sources, …), years, or what belongs to something (payers(goal), tags(goal), …)
a-measure = a measure (such as cost(goal, 2025))
a-amount = an amount
a-number = a number
a-percentage = a percentage
a-year = a year
a-date = a date
a-text = a text
a-boolean = something that is true or not (such as a comparison)
body-council = council
body-executive = executive
body-other = { $name }

## Scenarios

set-result = “{ $text }” follows from the rest of the plan, so a scenario cannot set it.
set-result-help = A scenario sets or scales what the plan states: income, cost, budget, coverage, paid, opening, addition, withdrawal or movement.
set-several = “{ $text }” takes in { $count ->
    [one] one amount
   *[other] { $count } amounts
  } together, and nothing says how a new total divides over them.
set-several-help = Set each of them by its own name, or scale them together: each then changes by the same percentage.
set-unlimited = “{ $text }” has no limit, so one year of it cannot be set by itself.
set-unlimited-help = Set all years together, without naming a year: then the income is no longer without limit.
set-later-opening = “{ $text }” follows from an earlier opening balance, so a scenario cannot set it.
set-later-opening-help = Set the first opening balance of this reserve, or an addition or withdrawal in the year before.
scale-nothing = There is no amount in this plan for “{ $text }”, so this changes nothing.
scale-nothing-help = Check the name and the years.
