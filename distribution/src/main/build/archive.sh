#!/usr/bin/env bash
# Packs heliograph-VERSION.tar.gz: the home folder with a Java runtime of its own, so that nothing need be installed.
set -euo pipefail
version=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
home="$here/target/home"
name="heliograph-$version"
stage="$here/target/archive/$name"

rm -rf "$here/target/archive"
mkdir -p "$stage"
cp -rl "$home/." "$stage/"

modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.scripting
modules=$modules,java.security.jgss,java.sql,java.sql.rowset,java.transaction.xa,java.xml,jdk.charsets,jdk.crypto.ec
modules=$modules,jdk.httpserver,jdk.jfr,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs
"$JAVA_HOME/bin/jlink" --add-modules "$modules" \
  --strip-java-debug-attributes --no-header-files --no-man-pages --output "$stage/runtime"

"$home/bin/heliograph" config sample > "$stage/config/heliograph.sample.yaml"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2026-11-24 00:00:00Z' \
  -C "$here/target/archive" -czf "$here/target/$name.tar.gz" "$name"
