# SPDX-License-Identifier: MIT
# Sourced by app/run, tests/run, tests/windows/run and .ci/run: what they need from Debian 12, and how it gets there.

# To build the program and to show its window.
run_packages=(
    g++ cmake ninja-build zlib1g-dev
    qt6-base-dev qt6-websockets-dev qt6-declarative-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qcoro-qt6-dev
    libqt6svg6 qt6-qpa-plugins qt6-translations-l10n fonts-dejavu-core
)

# To test it with clients that are not ours, and with a display that nobody sees.
test_packages=(python3 python3-websockets openssl chromium xvfb xauth)
command -v node >/dev/null || test_packages+=(nodejs)
command -v npm >/dev/null || test_packages+=(npm ca-certificates)

# To check the format.
format_packages=(clang-format-14)

say() { printf '%s\n' "$*" >&2; }

# need_packages PACKAGE...: installs those that are missing; does nothing, quickly, when none is.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "This is not a Debian system: please install by hand what matches $*"
        return 0
    fi
    local installed missing=() package sudo=()
    installed=" $(dpkg-query -W -f='${Package}=${db:Status-Status} ' "$@" 2>/dev/null || true)"
    for package; do
        [[ $installed == *" $package=installed "* ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            say "Packages are missing and there is no sudo here; please run as root: apt-get install ${missing[*]}"
            return 1
        fi
        sudo=(sudo)
    fi
    say "Installing ${missing[*]}"
    local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    if ! "${apt[@]}" update >&2; then
        say "The package lists could not be renewed; going on with those that are here."
    fi
    if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2; then
        say "The packages could not be installed; what apt-get says about it stands above."
        return 1
    fi
}

# Node's ws, the version that tests/clients/package-lock.json pins.
need_node_modules() {
    local modules=build/tests-node
    if cmp -s tests/clients/package-lock.json "$modules/installed"; then
        return 0
    fi
    say "Installing the Node packages of tests/clients/package.json"
    mkdir -p "$modules"
    cp tests/clients/package.json tests/clients/package-lock.json "$modules"
    npm ci --prefix "$modules" --ignore-scripts --no-audit --no-fund --loglevel=error >&2 || return
    cp "$modules/package-lock.json" "$modules/installed"
}

# build_preset PRESET: configures and builds what is out of date; silent when nothing is.
build_preset() {
    local preset=$1 build=build/$1
    if [[ ! -e $build/build.ninja || CMakePresets.json -nt $build/.configured ]]; then
        cmake --preset "$preset" >&2 || return
        touch "$build/.configured"
    fi
    if [[ $(ninja -C "$build" -n 2>&1) != *"no work to do"* ]]; then
        cmake --build "$build" >&2 || return
    fi
}
