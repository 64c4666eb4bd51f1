# Words for messages about the text of a plan: what was expected, what was found, where, and how statements are written.

after-text = After “{ $text }”
at-start = Here
found-text = here stands “{ $text }”
found-end = the statement ends here
found-nothing = nothing stands here
written-so = It is written so: { $form }

language-english = English
language-dutch = Dutch

## Where a statement stands

block-file = at the top level of a file
block-plan = in a plan
block-document = in a document
block-decision = in a decision
block-theme = in a theme
block-source = in a source
block-reserve = in a reserve
block-goal = in a goal
block-scenario = in a scenario
block-pack = in a pack
block-rule = in a rule
block-test = in a test
block-table = in a table

## What was expected

expect-name = a name
expect-text = a text in double quotes
expect-code = the code of a finding, such as POK201
expect-pack = the name of a rule pack
expect-colon = a colon (:)
expect-comma = a comma
expect-equals = {"="}
expect-open = an opening parenthesis
expect-close = a closing parenthesis
expect-amount = an amount
expect-number = a number
expect-percent = a percentage, such as 50%
expect-count = a whole number
expect-task-field = a task field such as 6.2
expect-year = a year or a range such as 2024..2026
expect-date = a date such as 2024-10-29
expect-month-day = a month and a day, such as 04-01
expect-reference = a reference with @
expect-given = a year with its amount, such as 2025: 1,000
expect-body = council, executive, or a text in double quotes
expect-payer = the name of a source or reserve
expect-table-kind = what the table is about (income, cost, budget, coverage, addition, withdrawal, movement, course, balance, opening, figures)
expect-table-part = a name, a title, as with a stage, a unit such as (x 1,000)
expect-factor = a unit such as (x 1,000)
expect-expression = an amount, a name or a sum
expect-course-kind = opening, addition, withdrawal, movement or balance
expect-operator = an operator such as + or =
expect-column-head = a column head: a year, a range, a name or total
expect-keyword = “{ $word }”
expect-end = the end of the statement

## How statements are written

form-language = language en
form-plan = plan meadowbrook "Title" {"{"} … {"}"}
form-document = document proposal "Title" {"{"} … {"}"}
form-decision = decision regulation "Title" {"{"} … {"}"}
form-theme = theme digital "Title" {"{"} … {"}"}
form-source = source grant "Title" {"{"} … {"}"}
form-reserve = reserve buffer "Title" {"{"} … {"}"}
form-goal = goal advice "Title" {"{"} … {"}"}
form-table = table cost "Title" @ proposal "p. 4" {"{"} … {"}"}
form-stated = stated income(grant, 2024..2026) = 360,000
form-scenario = scenario low "Title" {"{"} … {"}"}
form-allow = allow POK201 on grant because "reason", or allow POK201 on grant at most 5,000 because "reason"
form-include = include "sources.pok"
form-use-rules = use rules nl.bbv with limit = 15%
form-pack = pack nl.bbv "Title" {"{"} version "2024" {"}"}
form-parameter = parameter limit = 10%, or parameter forbidden = "food", "tobacco"
form-rule = rule recurring-cost {"{"} … {"}"}
form-test = test "what is tested" {"{"} … {"}"}
form-part = part first "Title" {"{"} income 2024: 5,000 {"}"}
form-change = change grant {"{"} unspent lapses {"}"}
form-owner = owner "Municipality of Meadowbrook"
form-note = note "text"
form-years = years 2024..2027
form-evaluate-yearly = evaluate yearly, or evaluate yearly to "council"
form-evaluate = evaluate yearly, or evaluate 2025, 2027 to "council"
form-currency = currency EUR
form-year-starts = year starts 04-01
form-named-by-end = named by end
form-decided = decided 2024-10-29 by council
form-date = date 2024-10-29
form-number = number "2024-017"
form-url = url "https://…"
form-by = by council
form-on = on 2024-10-29
form-proposed = proposed
form-taken = taken
form-rejected = rejected
form-after = after regulation
form-theme-of = theme digital
form-needs-decision = needs decision regulation
form-account = account "6080100"
form-kind = kind specific-grant
form-task-field = task-field 6.2
form-temporary = temporary
form-recurring = recurring
form-for = for debt-help, legal-advice
form-income = income 2024: 175,000, 2025: 180,000
form-available = available 2024..2027
form-unspent = unspent stays, unspent stays 3 years, unspent goes to buffer, unspent lapses or unspent returns
form-status = status granted, or status expected
form-commit-by = commit by 2024-12-31
form-spend-by = spend by 2026-12-31
form-opening = opening 2024: 459,500
form-floor = floor 10,000
form-ceiling = ceiling 500,000
form-add = add 2025: 5,000 from grant
form-withdraw = withdraw 2025: 5,000, or withdraw at most 5,000 per year
form-ends = ends 2026
form-release-to = release to general
form-during = during 2024..2026
form-from = from 2024 through 2026
form-through = through 2026
form-until = through 2026
form-cost = cost 2024: 165,000, 2025: 100,000
form-obligated = obligated 2024: 60,000
form-statutory = statutory
form-paid-by = paid by grant, buffer; or paid by grant 50%, buffer 50%; or paid by grant 2024: 62,000
form-at-most = at most 100,000 per year from grant
form-budget = budget 2024..2025: 6,000 total
form-serves = serves legal-advice
form-priority = priority 1
form-optional = optional
form-follow-up = follow-up "Framework letter 2026"
form-was = was "Old title"
form-continues = continues coaching
form-remainder-of = remainder of grant 2025
form-goal-status = status reached, continued, stopped or new
form-set = set cost(advice, 2025) = 0
form-scale = scale income(grant, 2025..2027) to 90%
form-drop-goal = drop goal advice
form-shift-goal = shift goal advice by 1 year
form-only-granted = only granted
form-version = version "2024"
form-title = title nl "title in that language"
form-code = code NL-BBV-001
form-severity = severity warning
form-basis = basis "article" url "https://…"
form-reading = reading en "what the source says, and how it is read"
form-applies = applies from 2023
form-rule-for = for g in goals, s in payers(g)
form-where = where g is recurring
form-require = require g has follow-up
form-refines = refines POK303
form-at = at g.nature, s.nature
form-let = let x = cost(g, 2025)
form-message = message "text"
form-help = help "text"
form-expect = expect NL-BBV-001 on advice, or expect nothing
# syntax
