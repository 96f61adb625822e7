# Runs the Experiments program from a clone on Windows, as ./experiments does elsewhere: finds the .NET SDK, builds what has changed, and
# hands the command line over. Plain ASCII, for Windows PowerShell 5.1; PowerShell 7 runs it everywhere.
#
#   .\experiments run depth      and every other verb of the program: .\experiments --help
#   .\experiments test           builds everything and runs all tests: .\experiments test --help
#   .\experiments bench          times training beside a natural TorchSharp loop, and PyTorch's: .\experiments bench --help

$root = $PSScriptRoot
$state = "$root/artifacts/launcher"
$download = 250 # MB; most of it is libtorch
# PowerShell has made an array of a list with commas: --variants A,B
$rest = @($args | ForEach-Object { $_ -join ',' })
$env:DOTNET_NOLOGO = '1'
$env:MSBUILDTERMINALLOGGER = 'off'
$env:DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = '1'

function Say([string] $message) { [Console]::Error.WriteLine("experiments: $message") }
function Stop-With([string] $message) { Say $message; exit 1 }

# The first one whose SDKs satisfy global.json: an old one on the PATH does not hide a new one elsewhere.
function Find-Dotnet {
    $name = if ($env:OS -eq 'Windows_NT') { 'dotnet.exe' } else { 'dotnet' }
    $onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    $candidates = $onPath.Source, "$env:DOTNET_ROOT/$name", "$HOME/.dotnet/$name", "$env:ProgramFiles/dotnet/$name",
        "/usr/share/dotnet/$name", "/usr/lib/dotnet/$name"
    Push-Location $root # global.json there says which SDK will do
    try {
        foreach ($candidate in $candidates) {
            if (-not $candidate -or -not (Test-Path $candidate -PathType Leaf)) { continue }
            & $candidate --version > $null 2> $null
            if ($LASTEXITCODE -eq 0) { return $candidate }
            $unfit += "; $candidate has none that global.json accepts"
        }
    }
    finally { Pop-Location }
    Stop-With ("needs the .NET 10 SDK and finds none (on the PATH, in DOTNET_ROOT, .dotnet, Program Files$unfit). " +
        'Get it from https://dot.net and run this again.')
}

# Whether nothing has changed since what is asked for was built. Sets dotnet to the one that built it.
# Folders are looked at, too: theirs is the time at which a file in them came or went.
function Test-Built {
    if (-not (Test-Path $stamp) -or -not (Test-Path $program)) { return $false }
    $script:dotnet = Get-Content $stamp -TotalCount 1
    if (-not $dotnet -or -not (Test-Path $dotnet)) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $parts = @(Get-Item $sources)
    $parts += $parts | Where-Object { $_.PSIsContainer } | Get-ChildItem -Recurse -Force
    return -not ($parts | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.Extension -ne '.md' } | Select-Object -First 1)
}

# Waits for other launchers' builds.
function Open-Lock {
    $refused = "has to build the $what and cannot write to $root/artifacts. Get the right to write there, or make a clone of your own."
    New-Item -ItemType Directory -Force $state -ErrorAction SilentlyContinue > $null
    while ($true) {
        try { return [IO.File]::Open("$state/lock", 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [UnauthorizedAccessException] { Stop-With $refused }
        catch [IO.DirectoryNotFoundException] { Stop-With $refused }
        catch [IO.IOException] { Start-Sleep -Milliseconds 300 }
    }
}

function Invoke-Build {
    $script:dotnet = Find-Dotnet
    $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { "$HOME/.nuget/packages" }
    if (-not (Test-Path "$packages/libtorch-cpu-*")) { Say "the first build downloads about $download MB of packages to $packages" }
    Say "building the $what ..."
    Set-Content "$stamp.new" $dotnet
    $log = & $dotnet build $project -c Release -nr:false -nologo -v quiet
    if ($LASTEXITCODE -ne 0) { Show-Failure $log }
    Move-Item -Force "$stamp.new" $stamp
    # Who built the tests has built everything; who built the bench, the program.
    if ($what -ne 'program') { Copy-Item $stamp "$state/program.built" }
    if ($what -eq 'tests') { Copy-Item $stamp "$state/bench.built" }
}

# MSBuild says everything twice, and restore once more for every project.
function Show-Failure([string[]] $log) {
    $errors = @($log | Where-Object { $_ -cmatch ': error ' -and $_ -notmatch 'NU1102:   - Found' })
    if ($errors.Count -eq 0) { $errors = $log }
    $errors -replace ' \[[^\]]*\]$' -replace '^.* : error NU', 'error NU' | Select-Object -Unique |
        ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($errors -match 'error NU1301') {
        Stop-With ("a package feed does not answer. Check the network, and the feeds that 'dotnet nuget list source' shows; " +
            'then run this again.')
    }
    if ($errors -match 'error NU(110[123]|1603)') {
        Stop-With "the package feeds lack what is named above. Add one that has it ('dotnet nuget add source URL') and run this again."
    }
    Stop-With 'the build failed'
}

$testsQuoted = "'$($root.Replace("'", "''"))/artifacts/bin/Experiments.Tests/release/Experiments.Tests.dll'"
$testHelp = @"
Usage: ./experiments test [OPTION...]

Builds what has changed and runs all tests, or only some. The last line is "N passed, N failed"; exit code 1 if any failed.

  -class NAME        the tests of a class: -class "*.BuildingTests"
  -method NAME       a test: -method "*.Two_calls_at_once_build_once"
  -namespace NAME    the tests of a namespace: -namespace Experiments.Tests.Launcher
  -explicit only     the long tests, which otherwise do not run
  -stopOnFail        end at the first failure

A name may begin or end with *. An option given twice takes both; -class- NAME and so on leave tests out. These are options
of the xunit.v3 runner. It lists all of them: dotnet $testsQuoted "-?"
"@

# Runs every test program and ends with the sum alone on the last line.
function Invoke-Tests {
    $passed = 0; $failed = 0; $skipped = 0
    foreach ($tests in Get-ChildItem "$root/artifacts/bin/*.Tests/release/*.Tests.dll") {
        & $dotnet $tests.FullName -noLogo -noColor @rest | Tee-Object -Variable output | Out-Host
        $code = $LASTEXITCODE
        $bad = 0
        $sum = $output | Where-Object { $_ -match ' Total: \d+' } | Select-Object -Last 1
        if ($sum -match 'Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+), Not Run: (\d+)') {
            $total, $errors, $failures, $skips, $notRun = 1..5 | ForEach-Object { [int] $Matches[$_] }
            $passed += $total - $failures - $skips - $notRun
            $skipped += $skips
            $bad = $errors + $failures
        }
        if ($code -ne 0 -and $bad -eq 0) { Say "$($tests.BaseName) ended with exit code $code"; $bad = 1 }
        $failed += $bad
    }
    if ($passed + $failed + $skipped -eq 0) { Say 'no test ran'; $failed = 1 }
    if ($skipped -gt 0) { Write-Host "$skipped skipped" }
    Write-Host "$passed passed, $failed failed"
    exit [int] ($failed -gt 0)
}

# The first Python on the PATH that has torch and numpy; that of an environment may lack what the system's has.
function Find-Python {
    foreach ($candidate in Get-Command python3, python -All -CommandType Application -ErrorAction SilentlyContinue) {
        $question = "import sys; from importlib.util import find_spec as find; sys.exit(not (find('torch') and find('numpy')))"
        & $candidate.Source -c $question > $null 2> $null
        if ($LASTEXITCODE -eq 0) { return $candidate.Source }
    }
}

# "help test" is "test --help".
if ($rest.Count -gt 1 -and $rest[0] -eq 'help') { $rest = @($rest | Select-Object -Skip 1) + '--help' }
$verb = "$($rest | Select-Object -First 1)"
$what = 'program'; $project = "$root/recipes/Recipes.csproj"; $program = "$root/artifacts/bin/Recipes/release/Recipes.dll"
$sources = "$root/recipes", "$root/src", "$root/global.json", "$root/Directory.*"
if ($verb -in 'test', 'bench') { $rest = @($rest | Select-Object -Skip 1) }
if ($verb -eq 'test') {
    if ($rest | Where-Object { $_ -in '--help', '-h', '-?' }) { $testHelp; exit 0 }
    $what = 'tests'; $project = "$root/Experiments.sln"
    $sources += "$root/tests", "$root/bench", $project
}
if ($verb -eq 'bench') {
    $what = 'bench'; $project = "$root/bench/Experiments.Bench/Experiments.Bench.csproj"
    $program = "$root/artifacts/bin/Experiments.Bench/release/Experiments.Bench.dll"
    $sources += "$root/bench/Experiments.Bench"
    if (-not $env:EXPERIMENTS_PYTHON) { $env:EXPERIMENTS_PYTHON = Find-Python }
}
$stamp = "$state/$what.built"

if (-not (Test-Built)) {
    $lock = Open-Lock
    try { if (-not (Test-Built)) { Invoke-Build } }
    finally { $lock.Dispose() }
}
$env:EXPERIMENTS_ROOT = $root
# How to call this again from the same folder: hints begin with it. experiments.cmd says how it was called itself.
$env:EXPERIMENTS_PROGRAM = if ($env:EXPERIMENTS_CALLED) { $env:EXPERIMENTS_CALLED }
    elseif ($MyInvocation.InvocationName -in '&', '.', '') { $PSCommandPath }
    else { $MyInvocation.InvocationName }
if ($verb -eq 'test') { Invoke-Tests }
& $dotnet $program @rest
exit $LASTEXITCODE
