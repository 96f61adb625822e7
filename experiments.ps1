# Runs the Experiments program from a clone on Windows, as ./experiments does elsewhere: builds when a source has changed, then
# hands the command line over. The packages are always used here. Plain ASCII, for Windows PowerShell 5.1.
#
#   .\experiments run depth      and every other verb of the program: .\experiments --help
#   .\experiments test           builds everything, runs all tests; further arguments go to the xunit runners (-class NAME ...)
#   .\experiments bench          times the engine beside PyTorch; EXPERIMENTS_PYTHON names a Python that has torch and numpy

$root = $PSScriptRoot
$state = Join-Path $root 'artifacts\launcher'
$program = Join-Path $root 'artifacts\bin\Recipes\release\Recipes.dll'
$rest = @($args)
$env:DOTNET_NOLOGO = '1'
$env:MSBUILDTERMINALLOGGER = 'off'

function Stop-With([string] $message, [int] $code = 1) {
    [Console]::Error.WriteLine("experiments: $message")
    exit $code
}

function Find-Dotnet {
    $onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    $candidates = @()
    if ($onPath) { $candidates += $onPath.Source }
    if ($env:DOTNET_ROOT) { $candidates += Join-Path $env:DOTNET_ROOT 'dotnet.exe' }
    $candidates += Join-Path $HOME '.dotnet\dotnet.exe'
    $candidates += Join-Path $env:ProgramFiles 'dotnet\dotnet.exe'
    Push-Location $root # global.json there says which SDK will do
    try {
        foreach ($candidate in $candidates) {
            if (-not (Test-Path $candidate)) { continue }
            & $candidate --version > $null 2> $null
            if ($LASTEXITCODE -eq 0) { return $candidate }
        }
    }
    finally { Pop-Location }
    Stop-With 'needs the .NET 10 SDK and finds none. Get it from https://dot.net and run this again.'
}

# Folders are looked at, too: theirs is the time at which a file in them came or went.
function Test-Built([string] $what) {
    $stamp = Join-Path $state "$what.built"
    if (-not (Test-Path $stamp) -or -not (Test-Path $program)) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $parts = @('recipes', 'src', 'global.json', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props')
    if ($what -eq 'tests') { $parts += 'tests' }
    if ($what -ne 'program') { $parts += 'bench' }
    foreach ($part in $parts) {
        $path = Join-Path $root $part
        if ((Get-Item $path).LastWriteTimeUtc -gt $built) { return $false }
        if (-not (Test-Path $path -PathType Container)) { continue }
        if (Get-ChildItem $path -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { return $false }
    }
    return $true
}

function Build-Project([string] $what, [string] $project) {
    New-Item -ItemType Directory -Force $state -ErrorAction SilentlyContinue > $null
    $lock = $null
    while (-not $lock) {
        try { $lock = [IO.File]::Open((Join-Path $state 'lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [UnauthorizedAccessException] { Stop-With "cannot write to $state. Make a clone of your own, or get the right to write there." }
        catch [IO.DirectoryNotFoundException] { Stop-With "cannot write to $root. Make a clone of your own, or get the right to write there." }
        catch [IO.IOException] { Start-Sleep -Milliseconds 300 } # another launcher is building
    }
    try {
        if (Test-Built $what) { return }
        [Console]::Error.WriteLine("experiments: building the $what ...")
        $started = Join-Path $state "$what.started"
        Set-Content $started 'packages'
        $log = & $dotnet build $project -c Release -nr:false -nologo -v quiet
        if ($LASTEXITCODE -ne 0) {
            $log | Where-Object { $_ -match ': error ' } | Select-Object -Unique | ForEach-Object { [Console]::Error.WriteLine($_) }
            Stop-With 'the build failed'
        }
        Move-Item -Force $started (Join-Path $state "$what.built")
    }
    finally { $lock.Dispose() }
}

# Runs every test program and ends with the sum alone on the last line.
function Invoke-Tests([string[]] $arguments) {
    $passed = 0; $failed = 0; $skipped = 0
    foreach ($tests in Get-ChildItem (Join-Path $root 'artifacts\bin\*.Tests\release\*.Tests.dll')) {
        & $dotnet $tests.FullName -noLogo -noColor @arguments | Tee-Object -Variable output | Out-Host
        $code = $LASTEXITCODE
        $sum = $output | Where-Object { $_ -match 'Total: \d+' } | Select-Object -Last 1
        $bad = 0
        if ($sum -match 'Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+), Not Run: (\d+)') {
            $bad = [int] $Matches[2] + [int] $Matches[3]
            $passed += [int] $Matches[1] - [int] $Matches[3] - [int] $Matches[4] - [int] $Matches[5]
            $skipped += [int] $Matches[4]
        }
        if ($code -ne 0 -and $bad -eq 0) { $bad = 1 }
        $failed += $bad
    }
    if ($passed + $failed + $skipped -eq 0) { $failed = 1 }
    if ($skipped -gt 0) { Write-Host "$skipped skipped" }
    Write-Host "$passed passed, $failed failed"
    if ($failed -gt 0) { exit 1 }
    exit 0
}

$verb = if ($rest.Count -gt 0) { $rest[0] } else { '' }
if ($verb -eq 'use') {
    if ($rest.Count -gt 1 -and $rest[1] -eq 'stand-ins') { Stop-With 'the stand-ins need Linux; on Windows the packages are used' }
    Stop-With 'on Windows the packages are always used' 0
}

# An environment variable or a remembered choice of another system in the same folder must not decide here.
$env:StandIns = 'false'
$dotnet = Find-Dotnet
$what = 'program'; $project = Join-Path $root 'recipes\Recipes.csproj'
if ($verb -eq 'test') { $what = 'tests'; $project = Join-Path $root 'Experiments.sln' }
if ($verb -eq 'bench') {
    $what = 'bench'; $project = Join-Path $root 'bench\Experiments.Bench\Experiments.Bench.csproj'
    $program = Join-Path $root 'artifacts\bin\Experiments.Bench\release\Experiments.Bench.dll'
    $rest = @($rest | Select-Object -Skip 1)
    if (-not $env:EXPERIMENTS_PYTHON) { $env:EXPERIMENTS_PYTHON = 'python' }
}
if (-not (Test-Built $what)) { Build-Project $what $project }

$env:EXPERIMENTS_ROOT = $root
$env:EXPERIMENTS_PACKAGES = 'packages'
$env:EXPERIMENTS_PACKAGES_REASON = 'on Windows the packages are always used'
if ($verb -eq 'test') { Invoke-Tests @($rest | Select-Object -Skip 1) }
& $dotnet $program @rest
exit $LASTEXITCODE
