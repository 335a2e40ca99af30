#!/usr/bin/env bash
# Runs every test and ends with "N passed, N failed". The exit code is 0 only when nothing failed and nothing was skipped.
#
#   tests/run.sh                  everything: format check, then each tests/*.Tests
#   tests/run.sh Fetcher Storage  these projects only, without the format check
#
# DATELINE_TEST_BACKENDS=docker|native  where RabbitMQ and PostgreSQL come from (default: containers when an engine
#                                       answers and has or gets the images, else programs of this machine)
# RABBITMQ_IMAGE, POSTGRES_IMAGE        other images than rabbitmq:4-management and postgres:18
# DATELINE_CHAOS_SECONDS                a longer dose of chaos than the default
# DATELINE_TEST_TIMEOUT                 seconds after which one project counts as hung (default 1800)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly results=artifacts/test-results
export LANG=C.UTF-8 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

fail_hard() {
  printf '\n%s\n' "$*" >&2
  printf '\n%d passed, %d failed\n' "$passed" $((failed + 1))
  exit 1
}

record() { # NAME PASSED FAILED SKIPPED
  passed=$((passed + $2)) failed=$((failed + $3 + $4)) skipped=$((skipped + $4))
  printf -- '-- %s: %d passed, %d failed' "$1" "$2" "$3"
  if (($4 > 0)); then printf ', %d skipped (a skipped test counts as failed)' "$4"; fi
  printf '\n'
}

# --- what must be there ------------------------------------------------------------------------------------------

has_rabbitmq() { [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] || command -v rabbitmq-server >/dev/null; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null; }
find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

has_sdk() { command -v dotnet >/dev/null && dotnet --version >/dev/null 2>&1; }

has_image() { docker image inspect "$1" >/dev/null 2>&1 || timeout 300 docker pull --quiet "$1" >/dev/null 2>&1; }

use_containers() {
  [[ ${DATELINE_TEST_BACKENDS:-} != native ]] && command -v docker >/dev/null || return 1
  local api
  api=$(timeout 10 docker version --format '{{.Server.APIVersion}}' 2>/dev/null) || return 1
  # An engine refuses a client that is newer than itself.
  export DOCKER_API_VERSION=${DOCKER_API_VERSION:-$api}
  has_image "${RABBITMQ_IMAGE:-rabbitmq:4-management}" && has_image "${POSTGRES_IMAGE:-postgres:18}"
}

install_packages() {
  local command="apt-get update && apt-get install -y --no-install-recommends $*"
  command -v apt-get >/dev/null || fail_hard "Missing: $*. This machine has no apt-get: install what provides them, then run again."
  ((EUID == 0)) || fail_hard "Missing: $*. Run as root: $command"
  say "installing $*"
  # The programs are wanted, not the system services that their packages would start.
  local policy=/usr/sbin/policy-rc.d made=
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    made=$policy
  fi
  local ok=true
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; } || ok=false
  if [[ -n $made ]]; then rm -f "$made"; fi
  $ok || fail_hard "Installing $* failed. Mend it and run again: $command"
}

prepare() {
  local missing=()
  if ! has_sdk; then
    if command -v apt-cache >/dev/null && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then
      missing+=(dotnet-sdk-10.0)
    else
      fail_hard "The .NET SDK that global.json asks for is missing. Install it (https://dot.net/download), then run again."
    fi
  fi
  if use_containers; then
    say "RabbitMQ and PostgreSQL come from containers"
  elif [[ ${DATELINE_TEST_BACKENDS:-} == docker ]]; then
    fail_hard "DATELINE_TEST_BACKENDS=docker, but no Docker engine with the images answers. Start it, or set RABBITMQ_IMAGE and POSTGRES_IMAGE."
  else
    say "RabbitMQ and PostgreSQL are programs of this machine"
    export DATELINE_TEST_BACKENDS=native
    has_rabbitmq || missing+=(rabbitmq-server)
    has_postgres || missing+=(postgresql)
  fi
  find_chromium >/dev/null || missing+=(chromium)
  if ((${#missing[@]} > 0)); then install_packages "${missing[@]}"; fi
  DATELINE_CHROMIUM=${DATELINE_CHROMIUM:-$(find_chromium)} || fail_hard "No Chromium: install the package chromium."
  export DATELINE_CHROMIUM
}

# --- what is run -------------------------------------------------------------------------------------------------

check_format() {
  say "format"
  if dotnet format Platform.sln --no-restore --verify-no-changes --severity warn; then
    record format 1 0 0
  else
    echo "Run: dotnet format Platform.sln"
    record format 0 1 0
  fi
}

# The last figures behind a name in xunit's summary, "Total: 34, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: …".
figure() { sed -nE "s/^.*[ ,]$1: ([0-9]+),.*$/\1/p" <<<"$2"; }

run_project() {
  local name=$1 log=$results/$1.log code=0 summary total errors broken not_run
  say "$name"
  timeout --kill-after=30 "${DATELINE_TEST_TIMEOUT:-1800}" \
    "artifacts/bin/$name/debug/Dateline.$name" -noColor -xml "$results/$name.xml" 2>&1 | tee "$log" || code=$?
  summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -1) || summary=
  total=$(figure Total "$summary") errors=$(figure Errors "$summary") broken=$(figure Failed "$summary")
  local left=$(figure Skipped "$summary")
  not_run=$(figure 'Not Run' "$summary")

  if [[ -z $summary ]]; then
    if ((code == 124)); then echo "$name did not end in time."; else echo "$name ended with $code before it could count its tests."; fi
    record "$name" 0 1 0
    return
  fi
  if ((total == 0)); then
    echo "$name holds no test."
    record "$name" 0 1 0
    return
  fi
  local bad=$((errors + broken)) idle=$((left + ${not_run:-0}))
  local good=$((total - broken - idle))
  if ((code != 0 && bad + idle == 0)); then
    echo "$name ended with $code although every test passed."
    bad=1
  fi
  record "$name" "$good" "$bad" "$idle"
}

choose() {
  local all=(tests/*.Tests) name
  if (($# == 0)); then
    printf '%s\n' "${all[@]##*/}"
    return
  fi
  for name in "$@"; do
    name=${name%.Tests}.Tests
    [[ -d tests/$name ]] || return 1
    echo "$name"
  done
}

main() {
  local projects chosen
  chosen=$(choose "$@") || fail_hard "No such test project among: $* (there are: $(cd tests && echo *.Tests))"
  mapfile -t projects <<<"$chosen"
  prepare
  mkdir -p "$results"

  say "restore"
  dotnet restore Platform.sln --locked-mode || fail_hard "Restoring failed. If a package was changed on purpose: dotnet restore --force-evaluate, and commit the lock files."
  say "build"
  if (($# == 0)); then
    dotnet build Platform.sln --no-restore --configuration Debug || fail_hard "The build failed."
    check_format
  else
    for project in "${projects[@]}"; do
      dotnet build "tests/$project" --no-restore --configuration Debug || fail_hard "The build of $project failed."
    done
  fi

  for project in "${projects[@]}"; do run_project "$project"; done

  printf '\n'
  echo "$passed passed, $failed failed"
  ((failed == 0))
}

main "$@"
