# shellcheck shell=sh
# The test part of the launcher; read by ./custodia, which gives it root, artifacts, say and build.

# What the tests need beside the SDK: a browser, Chinese fonts for its pictures, and Python for the offline verifier.
need_tools() {
    packages=
    [ -x "${CUSTODIA_CHROMIUM:-/usr/bin/chromium}" ] || packages="$packages chromium"
    command -v python3 >/dev/null 2>&1 || packages="$packages python3"
    fc-list :lang=zh-tw family 2>/dev/null | grep -q . || packages="$packages fontconfig fonts-noto-cjk"
    [ -n "$packages" ] || return 0
    install="apt-get install -y --no-install-recommends$packages"
    if ! command -v apt-get >/dev/null 2>&1; then
        fail "the tests need:$packages. Install them (CUSTODIA_CHROMIUM may name a browser elsewhere)."
    elif [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        fail "the tests need more packages. Run: sudo apt-get update && sudo $install"
    fi
    say "installing$packages ..."
    mkdir -p "$artifacts"
    # Unquoted on purpose: each is several words.
    # shellcheck disable=SC2086
    if ! { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive $install; } \
        >"$artifacts/install.log" 2>&1; then
        tail -n 20 "$artifacts/install.log" >&2
        fail "installing failed (the lines above are in artifacts/install.log)"
    fi
}

# Whatever ends the run early is one failure, said in the line that every run ends with.
fail() {
    say "$*"
    echo '0 passed, 1 failed, 0 skipped'
    exit 1
}

# Whether the layout of every C# file is as .editorconfig says.
format_is_right() {
    say 'checking the format ...'
    (cd "$root" && dotnet format whitespace . --folder --verify-no-changes \
        --exclude artifacts --exclude tests/artifacts)
}

# number LOG NAME: the figure beside a name in the summary that a test program prints.
number() { sed -n "s/^  $2: \([0-9][0-9]*\)\$/\1/p" "$1" | tail -n 1; }

# run_suite PROJECT: runs one test program and adds its figures to passed, failed and skipped.
run_suite() {
    log=$artifacts/test-results/$1.log
    code=0
    "$artifacts/bin/$1/release/$1" --no-progress --no-ansi >"$log" 2>&1 </dev/null || code=$?
    good=$(number "$log" succeeded) bad=$(number "$log" failed) left=$(number "$log" skipped)
    good=${good:-0} bad=${bad:-0} left=${left:-0}
    # A program that ran no test, or that ended badly without a failed test, counts as one failure.
    if [ "$bad" = 0 ] && { [ "$code" != 0 ] || [ "$good" = 0 ]; }; then
        bad=1
    fi
    [ "$bad" = 0 ] || cat "$log"
    printf '%-36s %5s passed %5s failed %5s skipped\n' "$1" "$good" "$bad" "$left"
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
}

run_tests() {
    need_tools
    build "$root/Custodia.slnx" "$artifacts/.built-all"
    cp -p "$artifacts/.built-all" "$artifacts/.built-cli"
    mkdir -p "$artifacts/test-results"
    passed=0 failed=0 skipped=0 suites=0
    if [ $# = 0 ] && ! format_is_right; then
        say 'the format differs (one failure). Run: dotnet format whitespace . --folder'
        failed=1
    fi
    # By the sources, so that a program left over from a deleted project is not run, and a missing one is seen.
    for project in "$root"/tests/*.Tests/*.Tests.csproj; do
        name=$(basename "$project" .csproj)
        case ${1:-} in '' | "$name") ;; *) [ "Custodia.$1.Tests" = "$name" ] || continue ;; esac
        suites=$((suites + 1))
        run_suite "$name"
    done
    [ "$suites" -gt 0 ] || fail "there is no test suite named '$1'"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ]
}
