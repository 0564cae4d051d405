# Shared by ./run and ./test: what this machine lacks is installed here, and said.
# shellcheck shell=bash
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started=$SECONDS

say() { printf '\033[1m[%3ss]\033[0m %s\n' "$((SECONDS - started))" "$*" >&2; }
fail() { printf '\n\033[1;31m%s\033[0m\n' "$*" >&2; exit 2; }

# need_packages PACKAGE:PROOF... : installs the Debian packages whose proof (a command or a file) is missing.
need_packages() {
  local missing=() entry package proof
  for entry in "$@"; do
    package=${entry%%:*} proof=${entry#*:}
    if [[ $proof == /* ]]; then compgen -G "$proof" > /dev/null || missing+=("$package")
    else command -v "$proof" > /dev/null || missing+=("$package"); fi
  done
  [[ ${#missing[@]} -eq 0 ]] && return 0
  local as=()
  command -v apt-get > /dev/null || fail "These are missing: ${missing[*]}. This is not a Debian machine: install them by its own means, then start again."
  if [[ $(id -u) -ne 0 ]]; then
    if command -v sudo > /dev/null && sudo -n true 2> /dev/null; then as=(sudo -n)
    else fail "These Debian packages are missing and only an administrator may install them. Type:
    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}
then start again."; fi
  fi
  say "Installing Debian packages: ${missing[*]}"
  local log=$root/.run/logs/apt.log
  mkdir -p "$(dirname "$log")"
  { "${as[@]}" apt-get update && DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y --no-install-recommends "${missing[@]}"; } > "$log" 2>&1 \
    || { tail -n 15 "$log" >&2; fail "apt-get failed; its whole output is in ${log#"$root"/}."; }
}

need_toolchains() {
  command -v dotnet > /dev/null || fail "The .NET 10 SDK is missing (command 'dotnet'). Install it, then start again: https://learn.microsoft.com/dotnet/core/install/linux-debian"
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET 10 SDK is missing; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')"
  command -v npm > /dev/null || fail "Node.js with npm is missing. Type:
    sudo apt-get update && sudo apt-get install -y nodejs npm
then start again."
}

# build STAMP ARGS... : dotnet build, unless nothing has changed since the stamp was made.
build() {
  local stamp=$root/.run/$1; shift
  if [[ -f $stamp ]] && [[ -z $(cd "$root" && find . -name bin -prune -o -name obj -prune -o -path ./.run -prune -o -path ./.cache -prune -o -path ./.git -prune \
      -o -name node_modules -prune -o -path '*/wwwroot/lib' -prune -o -type f -newer "$stamp" \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.cshtml' -o -name '*.proto' \
      -o -name '*.json' -o -name '*.yaml' -o -name '*.css' -o -name '*.js' -o -name '*.editorconfig' -o -name '*.txt' -o -name '*.resx' \) -print -quit) ]]; then
    return 0
  fi
  local log=$root/.run/logs/build.log before=$SECONDS
  mkdir -p "$(dirname "$log")"
  say "Building (the first time takes a minute or two)"
  local mark; mark=$(mktemp "$root/.run/stamp.XXXXXX")
  if ! (cd "$root" && dotnet build "$@" -nologo -v q -clp:NoSummary > "$log" 2>&1); then
    rm -f "$mark"; grep -E 'error|warn' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
    fail "The build failed; its whole output is in ${log#"$root"/}."
  fi
  mv "$mark" "$stamp"
  say "Built in $((SECONDS - before)) s"
}

# free_port FIRST : the first port from FIRST on that nobody listens to on loopback.
free_port() {
  local port
  for ((port = $1; port < $1 + 200; port++)); do
    if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then echo "$port"; return; fi
  done
  fail "No free port between $1 and $(($1 + 199)) on 127.0.0.1."
}
