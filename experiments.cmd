@echo off
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0experiments.ps1" %*
exit /b %ERRORLEVEL%
