# Words of `pok eval` and `pok snap`: tables of what the money comes to.

overview-plan = Plan { $name }
overview-scenario = scenario { $name }: { $verdict }
overview-scenarios-heading = Scenarios:
overview-findings-heading = Findings:
overview-open-heading = Not yet known (counted as 0):
overview-open-entry = { $name }
overview-open-entry-years = { $name }, { $years }
overview-open-entry-most = { $name }, { $years }: at most { $amount }
overview-nothing = Who pays what was not worked out; the reason stands above.
overview-amounts = Amounts in { $currency }.

overview-sources = Income and what is left
overview-reserves = Course of the reserves
overview-goals = Coverage: what the goals cost and who pays
overview-left = What is left at the end of the year
overview-years = By year
overview-headroom-goals = Headroom: how much more a goal may cost
overview-headroom-tranches = Headroom: how much a tranche may fall

overview-source = source
overview-reserve = reserve
overview-goal = goal
overview-who = what
overview-total = total
overview-all = All together
overview-unknown = unknown
overview-unbounded = no limit
overview-not-computed = not computed
overview-at-least = at least { $amount }
overview-unlimited = { $name } (without limit)
overview-left-out = { $name } (optional, not taken)
overview-theme = { $name } (theme budget)

overview-income = income
overview-brought = brought forward
overview-paid = paid to goals
overview-added = added to reserves
overview-moved = left over, to a reserve
overview-lapsed = lapsed or repaid
overview-carried = left for later
overview-opening = opening balance
overview-additions = additions
overview-withdrawn = withdrawals
overview-released = released
overview-overflow = did not fit, lost
overview-closing = closing balance

overview-cost = cost
overview-from = from { $name }
overview-from-sources = from sources
overview-from-reserves = from reserves
overview-uncovered = not covered
overview-total-cost = total cost
overview-total-covered = total covered
overview-total-left = total left

snap-written = { $file }: written
snap-accepted = { $file }: the new outcome is accepted
snap-same = { $file }: unchanged
snap-changed = { $file }: the outcome has changed
snap-missing = { $file }: there is no snapshot; `pok snap` writes it
snap-part = { $file }: part of other plans, skipped
snap-rules = { $file }: rules, skipped
snap-hint = Is the new outcome right? Then `pok snap --accept` takes it.
