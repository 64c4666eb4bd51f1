### Rules, accepted deviations, packs

rule-says = { $text }

## Accepted deviations




rule-without-code = The rule “{ $name }” has no code.
rule-without-code-help = Every finding carries the code of its rule. Add a line such as “code GRANT-001”.
rule-code-form = “{ $code }” is no code for a rule.
rule-code-form-help = A code is letters, a hyphen and digits, such as NL-BBV-001. Codes that begin with POK are those of pok itself.
rule-without-condition = The rule “{ $name }” asks nothing: it has no “where” and no “require”.
rule-without-condition-help = Say what must hold with “require …”, or what may not be with “where …”.
rule-without-message = The rule “{ $name }” has no message.
rule-without-message-help = Say in a sentence what is found: message "{"{"}g{"}"} has no owner". Names between braces are filled in.
rule-name-twice = “{ $name }” is used already in this rule or pack.
rule-name-twice-help = Choose another name, so that it is always clear what is meant.
rule-text-twice = This text stands twice for the language “{ $language }”.
rule-text-twice-help = Keep one. A text for another language begins with its word: message nl "…".
rule-hole-open = This brace is not closed.
rule-hole-open-help = Close it with a closing brace after the name. For a brace as a sign, write it twice.
rule-hole-empty = Nothing stands between these braces.
rule-hole-empty-help = Write what should be filled in, such as the variable of “for”. For a brace as a sign, write it twice.
rule-file-item = This belongs in a plan, not in a rule file.
rule-file-item-help = A rule file has packs, parameters, rules, tests and includes. Put a plan in a file of its own, or inside a test.
pack-missing = This rule file does not say which pack it is.
pack-missing-help = Begin with a line such as: pack our-rules "Rules of our municipality".
pack-unknown = There is no rule pack “{ $name }”. Its rules were not checked.
pack-unknown-help = These packs ship with pok: { $known }. A pack of your own is named by its file: use rules "our-rules.pok".
pack-unknown-help-near = Did you mean “{ $near }”?
pack-unread = The rule file “{ $path }” cannot be read. Its rules were not checked.
pack-unread-help = Check the path. It is read from the folder of this file, and may not lead outside the project.
pack-broken = { $count ->
    [one] One rule of the pack “{ $name }” has a mistake and was not checked: { $rules }.
   *[other] { $count } rules of the pack “{ $name }” have a mistake and were not checked: { $rules }.
}
pack-broken-text = The rule file of the pack “{ $name }” has mistakes. Not all of its rules were checked.
pack-broken-help = Mend the rule file; the mistakes are reported at their place in it. “pok rules check” shows them alone.
parameter-unknown = The pack “{ $pack }” has no parameter “{ $name }”.
parameter-unknown-help = It has: { $known }.
parameter-unknown-help-none = It has no parameters.
parameter-unknown-help-near = Did you mean “{ $near }”?
parameter-type = “{ $name }” is { $needed }, and this is { $is }.
parameter-type-help = In the pack its value is { $value }.
rule-without-basis = The rule “{ $name }” does not say on what it rests.
rule-without-basis-help = Add the article and its date: basis "Gemeentewet art. 189 lid 2" url "…".
rule-without-test = No test makes the rule “{ $name }” ({ $code }) fire.
rule-without-test-help = Add a test with a small plan that breaks the rule, and “expect { $code }”.
rule-value = { $text } = { $value }
rule-yes = yes
rule-no = no
rule-unknown = not known
a-value = an amount, a number, years, a date or a text
a-place = a thing of the plan, or a statement of one such as g.nature
unchecked-rule-of-pack = the rule “{ $name }” ({ $code })
unchecked-rule-of-pack-on = the rule “{ $name }” ({ $code }) for { $on }
because-rule-open = what it asks for is not known
because-rule-large = it would try more combinations than pok does
rule-name = “{ $name }”
because-pack-unread = its rule file could not be read
because-rule-broken = it has a mistake in it
values-heading = because
basis-heading = basis
a-second-value = a second value

## Why a rule finds nothing

why-heading = why
why-with = with { $values }:
why-false = “{ $text }” does not hold
why-open = “{ $text }” is not known
why-kept = “{ $text }” is required, and holds
why-values = { $sentence }, since { $values }
why-fires = here it does fire, but the finding stands elsewhere
why-empty = there is nothing that “{ $variable }” can stand for
why-not-ranged = “{ $name }” is not among what the rule ranges over; what comes nearest:
why-period = the rule counts { $period }, and this plan has the years { $years }
why-from = from { $from }
why-through = through { $through }
why-from-through = from { $from } through { $through }
why-always = in every year

## Tests of rules

testing-passed = passed
testing-failed = failed
testing-broken = cannot be read
testing-missing = { $code } was expected, and not found.
testing-missing-on = { $code } was expected on “{ $name }”, and not found.
testing-unexpected = { $code } was found, and not expected: { $sentence }
testing-undecided = It could not be decided: { $what }, because { $why }.
testing-count = { $count ->
    [one] 1 test
   *[other] { $count } tests
}
testing-count-passed = { $count } passed
testing-count-failed = { $count } failed
testing-count-broken = { $count } cannot be read
testing-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
testing-none = There are no tests here. A test stands in a rule file, or in a plan beside rules: test "…" {"{"} … expect CODE on NAME {"}"}
testing-never-fires = No test makes these rules fire:
testing-never-clean = No test shows these rules at rest where they ask something:
test-without-expect = This test expects nothing, not even “nothing”.
test-without-expect-help = Say what must be found (expect CODE on NAME), or that nothing may be found: expect nothing.
test-expects-both = This test expects nothing, and it expects something.
test-expects-both-help = Keep one of the two.
test-code-unknown = No rule has the code { $code }.
test-code-unknown-near = Did you mean { $near }?
test-code-unknown-known = These rules are tested here: { $known }.
test-code-unknown-own = A test is about the rules of packs, not about what pok itself finds.
test-code-unknown-broken = A rule with a mistake in it takes no part in tests; it may be that one.
test-name-unknown = Nothing in this test is called “{ $name }”.
test-name-unknown-near = Did you mean “{ $near }”?
test-name-unknown-help = Name a goal, source, reserve, theme, decision, document or table of the test, or its plan.
test-include = A test includes no files.
test-include-help = Write the plan of the test between its braces.

## Pages about rules

page-pack = { $level }; rule “{ $name }” of the pack { $pack }.
page-pack-version = { $level }; rule “{ $name }” of the pack { $pack } { $version }.
page-refines = It stands in place of { $codes } about the same things.
page-says = What it says
page-rests = On what it rests
page-rests-on-nothing = The rule does not say.
page-reading = What is certain, and what is our reading
page-period = When it counts
page-from = From { $from }.
page-through = Through { $through }.
page-from-through = From { $from } through { $through }.
page-parameters = What you can set
page-parameters-how = In a plan: use rules { $pack } with { $name } = …
page-do = What to do
page-example = Example
page-clean = Clean twin
packs-rules = { $count ->
    [one] 1 rule
   *[other] { $count } rules
}
packs-none = No rule packs ship with this version.
rules-none = There are no rule files here. A rule file begins with: pack NAME "Title"
codes-heading = Codes
codes-intro = Everything that pok can find. “pok explain CODE” shows the page of a code, with an example and how it is mended. Words between braces are filled in.
codes-own = pok itself
codes-columns = | Code | Level | What | Meaning |
rule-absent = nothing
a-list = a list

## Accepted deviations

allow-about = on { $name }
allow-here = here
allow-in-plan = in this plan
allow-in-scenario = { $where }, in scenario "{ $name }"

allow-unused = This allow accepts nothing: there is no { $code } { $where }.
allow-unused-elsewhere = { $code } is found on { $names }.
allow-unused-others = What is found { $where }: { $codes }.
allow-unused-help = Remove it if the deviation is gone; if it has moved, change what it names.
fix-remove-allow = remove this allow
allow-unknown-code = { $code } is no code of pok or of the rule packs in use, so this allow accepts nothing.
allow-unknown-code-near = Did you mean { $near }?
allow-unknown-code-help = `pok explain --list` lists all codes of pok.
allow-cannot = { $code } cannot be accepted: { $why }.
allow-cannot-unread = while something cannot be read, what depends on it is not checked, so it has to be mended
allow-cannot-itself = a finding about an allow is mended by changing that allow
allow-expired = { $code } { $where } was accepted through { $date }, and today is { $today }: it is no longer accepted.
allow-expired-help = Mend the deviation, or have it accepted again and write the later date here.
allow-no-amount = This allow accepts { $code } { $where } up to { $limit }, but what was found has no amount to compare, so it is not accepted.
allow-no-amount-help = Leave “at most …” out to accept it as it is.
allow-no-reason = Why { $code } { $where } is accepted is not filled in yet.
allow-no-reason-help = Write the reason between the quotes after “because”: who agreed to this deviation, and why.
accepted-up-to = It was accepted up to { $limit } and has grown: it is now { $amount }. Mend it, or have the larger amount accepted and write that after “at most”.

unchecked-allow-until = whether { $code } { $where } is still accepted, which it is through { $date }
because-no-today = nobody said what day it is; give --today

accepted-heading = Accepted:
accepted-because = because “{ $because }”
accepted-by = by { $by }
accepted-until = through { $date }
level-accepted = accepted
count-accepted = { $count ->
    [one] 1 accepted
   *[other] { $count } accepted
}

add-allow-written = { $file }: { $count ->
    [one] one allow written
   *[other] { $count } allows written
}
add-allow-nothing = { $file }: nothing to accept
add-allow-reasons = Fill in the reason of each; until then pok asks for it (POK601).
add-allow-left = What cannot be read has to be mended and cannot be accepted; pok check shows it.
because-warning-open = what it asks for is not known; it only warns
