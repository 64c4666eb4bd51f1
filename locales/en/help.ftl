# The texts of help: see src/bin/pok/speech/help.rs for how they are named.

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-default = default: { $value }
help-possible = possible: { $value }
help-more = `{ $command } --help` says more.

place-options = OPTIONS
place-command = COMMAND
place-path = PATH
place-file = FILE
place-format-file = [FORMAT=]FILE
place-code = CODE
place-pack = PACK
place-pack-code = PACK|CODE
place-date = DATE
place-name = NAME
place-level = LEVEL
place-language = LANGUAGE
place-when = WHEN
place-format = FORMAT
place-expression = EXPRESSION
place-of = WHAT
place-width = COLUMNS

## Commands

cmd-pok = Checks public spending plans: do the stated figures hold, and does every finding explain itself?
cmd-check = Check plans and show what does not hold
cmd-eval = Show what the money comes to: who pays what, what is left
cmd-fmt = Lay out plans and rule files in one way, or translate their keywords and figures
cmd-snap = Keep the outcome of plans beside them, and tell when it changes
cmd-explain = Explain what a code such as POK201 means, with an example
cmd-test = Run the tests of rules: each a small plan, and what must be found in it
cmd-rules = Look into rule packs: which there are, what they say, what is wrong in them
cmd-rules-list = List the packs that ship with pok, and those of rule files that are named
cmd-rules-show = Show the rules of a pack, or one rule: what it says, on what it rests, when it counts
cmd-rules-check = Check rule files: what is wrong in their rules and tests
cmd-rules-help = Show help about a command
cmd-schema = Print the JSON Schema of what --format json gives
cmd-trace = Show where a figure comes from, down to the amounts as they were written
cmd-help = Show help about a command

after-pok =
    To begin:
      pok check                every plan in this folder and below
      pok explain POK201       what a finding means
    Language: --lang en or nl, else the variable POK_LANG, `language` in pok.toml, the language of the system.
after-check =
    Exit codes:
      0  no errors (with --deny warnings: no warnings either)
      1  errors found
      2  the work could not be done: a wrong argument, a file that cannot be read

    Folders are searched for files that end in .pok, leaving out hidden ones and what .gitignore names.
    The settings of a project stand in pok.toml; `pok check pok.toml` checks that file alone.
after-eval =
    Exit codes:
      0  no errors
      1  errors found, in the plan or in the scenario that is asked for
      2  the work could not be done: a wrong argument, a file that cannot be read
after-fmt =
    Comments, blank lines and the line ends within a statement stay where they are; what a file means never changes. With
    --language the keywords and figures follow that language, and texts and names stay.

    Exit codes:
      0  every file is laid out, or was already
      1  with --check or --diff: a file would change
      2  a file was left as it is: a mistake in its text, it cannot be read or written, a wrong argument
after-snap =
    A plan PLAN.pok has its snapshot in PLAN.pok.snap. Where there is none it is written; where there is one it is compared.

    Exit codes:
      0  every outcome is as its snapshot says, or was written
      1  an outcome has changed; with --check also: a snapshot is missing
      2  the work could not be done: a wrong argument, a file that cannot be read or written
after-test =
    A test stands in a rule file, or in a plan beside rules: test "…" {"{"} … expect CODE on NAME {"}"}. What the rules find in its
    plan must be exactly what it expects. Files without tests are skipped.

    Exit codes:
      0  every test does what it says
      1  a test fails or cannot be read, or there is a mistake in the rules beside it
      2  the work could not be done: a wrong argument, a file that cannot be read
after-rules-show =
    Examples:
      pok rules show nl.bbv
      pok rules show NL-BBV-001 --lang en
      pok rules show our-rules.pok --format markdown
after-rules-check =
    Exit codes:
      0  no mistakes
      1  mistakes found
      2  the work could not be done: a wrong argument, a file that cannot be read
after-trace =
    Examples:
      pok trace plan.pok 'cost(2025)'
      pok trace plan.pok 'balance(buffer, 2026)'
      pok trace plan.pok 'income(2025..2027) - cost(2025..2027)'

    Exit codes:
      0  the figure was traced
      1  the expression has errors
      2  the work could not be done: a wrong argument, a file that cannot be read or declares no plan

## Arguments of several commands

arg-help = Show help; -h is shorter
arg-version = Show the version
arg-config = Take the settings from this file [default: the nearest pok.toml above each plan]
arg-no-config = Use no settings of a project
arg-lang = Language of the messages [default: that of the variable POK_LANG, of pok.toml, else the plan's own]
arg-color = When to use colour
arg-exit-zero = Exit with 0 whatever was found
arg-strict = Exit with 1 also where the verdict is undecided
arg-rules = Also hold the plans against this rule pack: its name, or a file; may be given more than once
arg-format = How it is shown

value-lang-en = English
value-language-en = English
value-lang-nl = Nederlands
value-language-nl = Nederlands
value-color-auto = where the terminal shows it; NO_COLOR, CLICOLOR and CLICOLOR_FORCE are followed
value-color-always = always
value-color-never = never
value-format-text = for people
value-format-json = one object for machines
value-format-markdown = to put in a document
value-format-csv = one row for each amount, for spreadsheets

## Arguments of one command

arg-fmt-paths = Files and folders; `-` is standard input, to standard output [default: this folder]
arg-fmt-check = Write nothing; name the files that would change
arg-fmt-diff = Write nothing; show what would change
arg-fmt-language = Translate the keywords and figures of the files
arg-check-paths = Files and folders to check; `-` is standard input [default: this folder]
arg-check-format = How findings are shown
arg-check-output = Write to this file instead of to the screen; with a format before it (sarif=FILE) beside it, as often as wanted
arg-check-statistics = Show how many findings there are of each code, instead of the findings
arg-check-all = Show long sums whole
arg-check-deny = Treat warnings as errors for the exit code
arg-check-select = Show only findings of these codes, or starts of codes (POK201, POK2)
arg-check-ignore = Do not show findings of these codes, or starts of codes
arg-check-today = What day it is, as YYYY-MM-DD: what is accepted until a date before it is not accepted any more
arg-check-add-allow = Write an `allow` into each plan for every error and warning that is shown, its reason to be filled in
arg-check-fix = Mend what can be mended without changing an amount or a period: writes into the files that are named
arg-check-unsafe-fixes = As --fix, and also what changes an amount or a period: read that afterwards
arg-check-watch = Keep checking: what a change touches is checked again, until you stop it with Ctrl-C
arg-check-diff = Show what --fix would change, and write nothing
value-deny-warnings = warnings too make the exit code 1
value-check-format-text = for people: each finding with the lines that it is about
value-check-format-short = one line for each finding
value-check-format-sarif = SARIF 2.1.0, for code scanning
value-check-format-github = commands that GitHub Actions shows at the lines of a change
value-check-format-gitlab = code quality of GitLab
value-check-format-junit = results of tests, for Jenkins and GitLab
value-check-format-markdown = a document: one page for who decides, then every finding

arg-eval-paths = Plans; `-` is standard input, a folder stands for the plans in it
arg-eval-format = How the outcome is shown
arg-eval-scenario = Only this scenario
arg-eval-headroom = Also how much single figures could change; of NAME alone, with what binds it
value-eval-format-table = tables for people
value-eval-format-json = one object for machines, with all scenarios
value-eval-format-markdown = tables to paste into a proposal

arg-snap-paths = Plans and folders [default: this folder]
arg-snap-accept = Take the new outcomes
arg-snap-check = Write nothing; a missing snapshot fails too

arg-explain-code = The code, such as POK201, 201, or that of a rule such as NL-BBV-001
arg-explain-list = List all codes

arg-test-paths = Files and folders with tests; `-` is standard input [default: this folder]
arg-test-format = How the outcome is shown
value-test-format-text = for people: each test that fails, and why
value-test-format-short = one line for each test that fails

arg-rules-list-packs = Rule files to list as well
arg-rules-list-format = How they are listed
arg-rules-show-what = A pack by its name, a rule file, or the code of a rule
arg-rules-show-format = How they are shown
arg-rules-check-paths = Rule files and folders; `-` is standard input [default: this folder]
arg-rules-check-format = How mistakes are shown
arg-rules-check-strict = Ask of own rules what is asked of packs that ship: a basis, and a test that makes each fire
value-rules-check-format-text = for people: each mistake with the lines that it is about
value-rules-check-format-short = one line for each mistake

arg-schema-of = Of what
value-of-outcome = `pok eval --format json`
value-of-check = `pok check --format json`

arg-trace-file = The plan; `-` is standard input
arg-trace-expression = The figure, in the language of plans
arg-trace-all = Show all parts, also of long lists
value-trace-format-text = for people: the parts below each figure

arg-commands = The command that help is wanted about, such as check, or rules show

arg-plain = Write everything as plain sentences, without lines, arrows and columns; also by the variable POK_PLAIN

cmd-init = Make a first plan that explains itself, to be filled in
after-init =
    Examples:
      pok init
      pok init budget.pok --owner "Borough of Eastmere" --years 2027..2030
      pok init - --lang nl

    The plan holds at once, with made-up amounts. What is there already is not overwritten.
arg-init-file = The file to write; `-` only shows the plan
arg-init-name = The name of the plan within the plan [default: after the file]
arg-init-title = The title of the plan
arg-init-owner = Whose plan it is, such as “Borough of Eastmere”
arg-init-years = The years of the plan, such as 2027..2030 [default: the four budget years after this year]
arg-init-currency = The currency of the amounts, by its code of three letters
arg-init-force = Replace a file that is there already
arg-init-lang = Language of the plan [default: that of the variable POK_LANG, of pok.toml, else of the system]
place-title = TITLE
place-years = YEARS
place-currency = CURRENCY

cmd-completions = Print a script with which a shell completes commands and options
after-completions =
    Examples:
      pok completions bash > ~/.local/share/bash-completion/completions/pok
      pok completions zsh > ~/.zfunc/_pok
      pok completions fish > ~/.config/fish/completions/pok.fish
arg-completions-shell = Which shell
arg-completions-lang = Language of what is said about commands and options
place-shell = SHELL
value-shell-bash = Bash
value-shell-elvish = Elvish
value-shell-fish = fish
value-shell-powershell = PowerShell
value-shell-zsh = Zsh

cmd-man = Print the manual of a command as a man page
after-man =
    Examples:
      pok man check | man -l -
      pok man --out ~/.local/share/man/man1
arg-man-commands = The command, such as check, or rules show [default: pok itself]
arg-man-out = Write all pages into this folder
arg-man-lang = Language of the pages
place-folder = FOLDER

arg-help-lang = Language of the help
arg-rules-help-lang = Language of the help

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-more = NOTES
man-version = VERSION
man-written = { $count ->
    [one] 1 page written in { $folder }
   *[other] { $count } pages written in { $folder }
}

init-title = Spending plan
init-owner = Name of your municipality
init-written =
    Written: { $file }. The plan holds, but its names and amounts are made up. Fill in your own document, and then:
      pok check { $quoted }    sees whether everything holds
      pok eval { $quoted }     shows who pays what
