#!/usr/bin/env bash
# Builds the interface into target/classes/META-INF/heliograph-ui. Does nothing where nothing changed.
#   build.sh          build
#   build.sh test     build, then unit tests and page tests in Chromium (exit 69 where there is none)
# Node 20.19 or newer is used where the system has it; else npm brings its package `node` into target/node.
set -euo pipefail
cd "$(dirname "$0")"

readonly NODE_LEAST_MAJOR=20 NODE_LEAST_MINOR=19 NODE_BROUGHT=24.21.0
readonly CONTRACT=../web/src/main/resources/openapi/heliograph.yaml
readonly OUT=target/classes/META-INF/heliograph-ui

say() { printf 'web-ui: %s\n' "$*"; }
fail() { printf 'web-ui: %s\n' "$2" >&2; exit "$1"; }

node_is_new_enough() {
  local version major minor
  version=$("$1" --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  ((major > NODE_LEAST_MAJOR || (major == NODE_LEAST_MAJOR && minor >= NODE_LEAST_MINOR)))
}

find_node() {
  local brought=$PWD/target/node/node_modules/node/bin
  if command -v node >/dev/null && node_is_new_enough node; then return; fi
  if ! node_is_new_enough "$brought/node"; then
    command -v npm >/dev/null || fail 69 "needs Node ${NODE_LEAST_MAJOR}.${NODE_LEAST_MINOR} or newer, or npm to bring it. Install the packages nodejs and npm."
    say "bringing Node ${NODE_BROUGHT}, since the system's is older than ${NODE_LEAST_MAJOR}.${NODE_LEAST_MINOR}"
    mkdir -p target/node
    # The package places its binary in an install script, which newer npm runs only when it is allowed by name.
    printf '{"private":true,"allowScripts":{"node":true}}\n' >target/node/package.json
    (cd target/node && npm install --no-save --no-package-lock "node@${NODE_BROUGHT}" >install.log 2>&1) ||
      fail 69 "npm could not bring node@${NODE_BROUGHT}; see platform/web-ui/target/node/install.log"
    [[ -x $brought/node ]] || fail 69 "npm brought node@${NODE_BROUGHT} without its binary; see platform/web-ui/target/node/install.log"
  fi
  export PATH=$brought:$PATH
  node_is_new_enough node || fail 69 "the Node that npm brought does not run here"
}

# Everything that the result depends on, as one hash.
hash_of() { find "$@" -type f -not -path '*/api/schema.ts' -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1; }

install_packages() {
  local stamp=target/.packages wanted
  wanted="$(node --version) $(hash_of package-lock.json package.json .npmrc)"
  if [[ -d node_modules && -f $stamp && $(<"$stamp") == "$wanted" ]]; then return; fi
  say "installing packages"
  mkdir -p target
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund >target/npm-ci.log 2>&1 || {
    tail -n 20 target/npm-ci.log >&2
    fail 1 "npm ci failed; the whole of it is in platform/web-ui/target/npm-ci.log"
  }
  printf '%s' "$wanted" >"$stamp"
}

build() {
  local stamp=target/.built wanted
  [[ -f $CONTRACT ]] || fail 1 "the contract is missing at $CONTRACT"
  wanted=$(hash_of src public scripts index.html vite.config.ts tsconfig.json package.json package-lock.json build.sh "$CONTRACT")
  if [[ -f $stamp && $(<"$stamp") == "$wanted" && -f $OUT/index.html && -f src/api/schema.ts && -f target/bom.json ]]; then
    say "unchanged"
    return
  fi
  find_node
  install_packages
  rm -f "$stamp"
  npm run --silent types
  npm run --silent check
  npm run --silent bundle -- --logLevel warn
  npm run --silent budget
  node scripts/bill.mjs
  printf '%s' "$wanted" >"$stamp"
}

run_tests() {
  local stamp=target/.tested wanted
  wanted=$(hash_of src public scripts tests index.html vite.config.ts package-lock.json build.sh "$CONTRACT")
  if [[ -f $stamp && $(<"$stamp") == "$wanted" && -z ${HELIOGRAPH_TEST_AGAIN:-} ]]; then
    say "tests passed before on the same files"
    return
  fi
  find_node
  install_packages
  npm run --silent test
  npm run --silent pages
  printf '%s' "$wanted" >"$stamp"
}

case ${1:-build} in
  build) build ;;
  test) build && run_tests ;;
  *) fail 64 "say nothing, or 'test'" ;;
esac
