# Sourced by the benches: the npm packages of gateway-job/package.json in .cache/bench, installed once for each change of it.
# shellcheck shell=bash disable=SC2154
cache=$root/.cache/bench
export NODE_PATH=$cache/node_modules

setup() {
  local wanted=$root/bench/gateway-job/package.json
  mkdir -p "$cache"
  command -v npm > /dev/null || fail "Node.js with npm is missing."
  cmp -s "$wanted" "$cache/package.json" && [[ -e $cache/installed ]] && return 0
  say "Installing the peer (Node-RED) and the test ends from npm"
  cp "$wanted" "$cache/package.json"
  rm -f "$cache/installed"
  (cd "$cache" && timeout 600 npm install --no-audit --no-fund --no-package-lock > npm.log 2>&1) || { tail -n 10 "$cache/npm.log" >&2; fail "npm install failed."; }
  touch "$cache/installed"
}
