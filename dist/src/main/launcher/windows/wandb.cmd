@echo off
rem wandb-login: this line tells other launchers that this is one of them, not the SDK's wandb.
rem
rem The launcher of Windows where wandb.exe (wandb.c) could not be made. It starts our own commands; it neither hands others on to the
rem SDK nor runs programs ('auth exec'), and cmd.exe takes percent signs out of arguments. Installed as wandb.cmd and wandb-auth.cmd.
setlocal DisableDelayedExpansion
set "_wandb_bin=%~dp0"
if exist "%_wandb_bin%jli.dll" goto run
set "_wandb_bin=%~dp0..\lib\wandb-auth\bin\"
if exist "%_wandb_bin%jli.dll" goto run
set "_wandb_bin=%~dp0..\..\lib\wandb-auth\bin\"
if exist "%_wandb_bin%jli.dll" goto run
echo %~n0: the program is incomplete: there is no lib\wandb-auth. Install it again. 1>&2
exit /b 1
:run
for %%v in (CLASSPATH JAVA_HOME JAVA_OPTIONS JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS JDK_AOT_VM_OPTIONS _JAVA_OPTIONS) do set "%%v="
"%_wandb_bin%java.exe" -Djdk.console=java.base "-Dwandb.program=%~n0" -m wandb.auth.cli/wandb.auth.cli.Main %*
exit /b %ERRORLEVEL%
