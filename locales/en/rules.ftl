### Rules, accepted deviations, packs

rule-says = { $text }

## Accepted deviations

allow-about = on { $name }
allow-here = here
allow-in-plan = in this plan
allow-in-scenario = { $where }, in scenario "{ $name }"

allow-unused = This allow accepts nothing: there is no { $code } { $where }.
allow-unused-elsewhere = { $code } is found on { $names }.
allow-unused-others = What is found { $where }: { $codes }.
allow-unused-help = If what it accepted has moved or is called otherwise now, change what it names.
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
