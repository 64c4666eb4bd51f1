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
