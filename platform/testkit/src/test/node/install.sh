#!/usr/bin/env bash
# Lays out target/node for the end-to-end tests: the packages of package.json, the scripts beside it, and `node`, which
# runs them and Playwright's driver. Does nothing where nothing changed.
# Node 20 or newer is the system's, or the one that the web interface's build brought (platform/web-ui/build.sh).
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here module=${here%/src/test/node} LEAST_MAJOR=20
readonly out=$module/target/node brought=$module/../web-ui/target/node/node_modules/node/bin

fail() { printf 'testkit: %s\n' "$2" >&2; exit "$1"; }

is_new_enough() {
  local version
  version=$("$1" --version 2>/dev/null) || return 1
  version=${version#v}
  ((${version%%.*} >= LEAST_MAJOR))
}

if ! { command -v node >/dev/null && is_new_enough node; }; then
  is_new_enough "$brought/node" || fail 69 "needs Node $LEAST_MAJOR or newer; install it, or build platform/web-ui, which brings one."
  export PATH=$brought:$PATH
fi
command -v npm >/dev/null || fail 69 'needs npm; install the package npm.'

mkdir -p "$out"
ln -sfn "$(command -v node)" "$out/node"
cp -- "$here"/package.json "$here"/package-lock.json "$here"/.npmrc "$here"/*.mjs "$out/"
wanted="$(node --version) $(cat "$here"/package-lock.json "$here"/package.json "$here"/.npmrc | sha256sum)"
if [[ ! -f $out/.packages || $(<"$out/.packages") != "$wanted" ]]; then
  rm -f "$out/.packages"
  (cd "$out" && npm ci --no-audit --no-fund >npm-ci.log 2>&1) || {
    tail -n 20 "$out/npm-ci.log" >&2
    fail 1 'npm ci failed; the whole of it is in platform/testkit/target/node/npm-ci.log'
  }
  printf '%s' "$wanted" >"$out/.packages"
fi
