@echo off
rem Builds what changed and runs a command of Ingest.Local; "ingest --help" lists them.
setlocal
cd /d "%~dp0"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
where dotnet >nul 2>&1 || (echo ingest: the .NET 10 SDK is missing: https://dot.net/download 1>&2 & exit /b 1)
dotnet --version >nul 2>&1 || (echo ingest: the .NET 10 SDK is missing ^(another one is there^): https://dot.net/download 1>&2 & exit /b 1)
where node >nul 2>&1 || (echo ingest: Node 20 or later is missing: https://nodejs.org 1>&2 & exit /b 1)
if not exist .local mkdir .local
if "%INGEST_PACKAGES%"=="official" call :remember true
if "%INGEST_PACKAGES%"=="carried" call :remember false
if not exist .local\packages.props (
  dotnet restore functions\Standins\Probe -p:OfficialPackages=true -v quiet >nul 2>&1 && call :remember true || call :remember false
)
findstr ">false<" .local\packages.props >nul && if not exist functions\Standins\node_modules (
  call npm ci --force --prefix functions\Standins --no-audit --no-fund --loglevel=error || exit /b 1
)
dotnet build functions\Ingest.Local -c Release -v quiet -clp:NoSummary >.local\build.log 2>&1 || (type .local\build.log 1>&2 & exit /b 1)
dotnet functions\Ingest.Local\bin\Release\net10.0\Ingest.Local.dll %*
exit /b %ERRORLEVEL%

:remember
echo ^<Project^>^<PropertyGroup^>^<OfficialPackages^>%1^</OfficialPackages^>^</PropertyGroup^>^</Project^>> .local\packages.props
exit /b 0
