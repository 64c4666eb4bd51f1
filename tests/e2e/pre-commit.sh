#!/usr/bin/env bash
# The hooks in fresh git repositories, with the real pre-commit: once with the pok that was built here as an installed program,
# once with the Python wheel. Installs what it needs into target/e2e.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/target/e2e
command -v python3 >/dev/null || { echo "python3 is needed for the end-to-end tests" >&2; exit 1; }
command -v git >/dev/null || { echo "git is needed for the end-to-end tests" >&2; exit 1; }

if ! cmp -s tests/e2e/requirements.txt "$work/installed.txt"; then
  rm -rf "$work"
  # Debian keeps the module for this in a package of its own.
  python3 -c 'import ensurepip, venv' 2>/dev/null || { apt-get update -q && apt-get install -qy python3-venv; }
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r tests/e2e/requirements.txt
  cp tests/e2e/requirements.txt "$work/installed.txt"
fi
export PATH=$work/venv/bin:$PATH
rm -rf "$work/dist" "$work/run"
mkdir -p "$work/run"

echo "-- the program and the wheel"
cargo build --locked --quiet
maturin build --quiet --locked --out "$work/dist"
mkdir "$work/run/bin"
cp target/debug/pok "$work/run/bin/pok"

# Nothing of the person who runs this takes part.
export HOME=$work/run PRE_COMMIT_HOME=$work/run/store
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=Tester GIT_AUTHOR_EMAIL=tester@example.org
export GIT_COMMITTER_NAME=Tester GIT_COMMITTER_EMAIL=tester@example.org
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE POK_LANG SKIP

# The hooks as others take them: from a repository, at a revision.
hooks=$work/run/hooks
git init --quiet --initial-branch main "$hooks"
cp .pre-commit-hooks.yaml "$hooks"
git -C "$hooks" add .
git -C "$hooks" commit --quiet -m "Hooks"

system_hooks() {
  cat <<YAML
repos:
  - repo: $hooks
    rev: $(git -C "$hooks" rev-parse HEAD)
    hooks:
      - id: pok-fmt-system
      - id: pok-check-system
YAML
}

wheel_hooks() {
  local version
  version=$(basename "$work"/dist/pok_plans-*.whl | cut -d- -f2)
  cat <<YAML
repos:
  - repo: local
    hooks:
      - id: pok-fmt
        name: pok fmt
        entry: pok fmt
        language: python
        additional_dependencies: [pok-plans==$version]
        files: \\.pok\$
        require_serial: true
      - id: pok-check
        name: pok check
        entry: pok check
        language: python
        additional_dependencies: [pok-plans==$version]
        files: \\.pok\$
        require_serial: true
YAML
}

fail() {
  echo "FAILED: $1" >&2
  sed 's/^/  | /' "$work/run/said" >&2
  exit 1
}

# commit MESSAGE: a commit of what is staged; what is said is kept.
commit() { git commit -m "$1" >"$work/run/said" 2>&1; }
passes() { commit "$1" || fail "$1: should pass"; }
stopped() { if commit "$1"; then fail "$1: should be stopped"; fi; }
says() { grep -qF -- "$1" "$work/run/said" || fail "should say: $1"; }
keeps_quiet_on() { if grep -qF -- "$1" "$work/run/said"; then fail "should not say: $1"; fi; }

plan() { # plan COST
  cat <<POK
taal nl

neem op "delen/geld.pok"

plan buurt "Buurthuis" {
  jaren 2025..2026
}

doel huis "Buurthuis" {
  lasten      2025: $1
  betaald uit subsidie
}
POK
}

scenario() { # scenario NAME CONFIG
  echo "-- $1"
  local repository=$work/run/$1
  git init --quiet --initial-branch main "$repository"
  cd "$repository"
  "$2" >.pre-commit-config.yaml
  pre-commit install >"$work/run/said" 2>&1 || fail "pre-commit install"
  printf 'exclude = ["oud"]\n' >pok.toml
  mkdir delen oud
  printf 'taal nl\n\nbron subsidie "Subsidie" {\n  baten 2025: 50.000\n}\n' >delen/geld.pok
  plan 50.000 >buurt.pok
  git add .
  passes "a good plan"

  plan 70.000 >buurt.pok
  git add .
  stopped "a plan that costs more than there is"
  says "POK401"
  says "€ 70.000 nodig"
  git reset --quiet --hard

  sed -i 's/50.000/40.000/' delen/geld.pok
  git add .
  stopped "a part that leaves a plan short, the plan not staged"
  says "POK401"
  says "delen/geld.pok wordt gebruikt door buurt.pok"
  git reset --quiet --hard

  printf 'taal nl\n\nplan feest "Feest"   {\n jaren   2025..2026\n}\n' >feest.pok
  git add .
  stopped "a plan with an untidy layout"
  says "files were modified by this hook"
  git add .
  passes "the same plan, as the hook has left it"
  printf 'taal nl\n\nplan feest "Feest" {\n  jaren 2025..2026\n}\n' >"$work/run/said"
  cmp -s "$work/run/said" feest.pok || { cp feest.pok "$work/run/said"; fail "the layout"; }

  printf 'plan oud "Oud" {\n  years 2025..2026\n  colour "red"\n}\n' >oud/plan.pok
  git add .
  passes "a plan that is left out of the project"
  pre-commit run --verbose --files oud/plan.pok >"$work/run/said" 2>&1 || fail "an excluded plan that is named"
  says "oud/plan.pok"
  says "exclude"

  sed -i 's/entry: pok check$/entry: pok check --fix/; s/id: pok-check-system/&\n        args: [--fix]/' .pre-commit-config.yaml
  plan 50.000 | sed 's/betaald uit subsidie/betaald uit subsidei/' >buurt.pok
  git add .
  stopped "a misspelt name, with --fix"
  says "files were modified by this hook"
  git add .
  passes "the same plan, mended"
  plan 50.000 | cmp -s - buurt.pok || { cp buurt.pok "$work/run/said"; fail "the name"; }
  cd "$root"
}

(
  PATH=$work/run/bin:$PATH
  scenario installed-program system_hooks
)
(
  if command -v pok >/dev/null; then
    echo "a pok is installed on this machine, which would hide that the wheel brings its own: $(command -v pok)" >&2
    exit 1
  fi
  # The wheel comes from the folder where it was built; everything else from the usual index.
  export PIP_FIND_LINKS=$work/dist
  scenario wheel wheel_hooks
)
echo "-- the hooks do what they should"
