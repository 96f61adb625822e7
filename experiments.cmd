@echo off
setlocal
set "EXPERIMENTS_CALLED=%~0"
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0experiments.ps1" %*
exit /b %ERRORLEVEL%
