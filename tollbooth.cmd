@echo off
rem Builds what is missing and runs TollBooth. "tollbooth help" lists the commands.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
set "JAR=%HERE%local-runner\target\tollbooth-app.jar"
set "JDK="
call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :consider "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :consider "%%d"
if not defined JDK (
  echo tollbooth: needs a JDK 21 or newer and found none in JAVA_HOME, on PATH or in the usual folders; install one, for example Eclipse Temurin 21, and run this again 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"
where mvn >nul 2>nul
if errorlevel 1 (
  echo tollbooth: needs Apache Maven 3.8 or newer and found no mvn on PATH; install it and run this again 1>&2
  exit /b 1
)
if /i "%~1"=="test" (
  pushd "%HERE%"
  call mvn -B verify
  set "STATUS=!errorlevel!"
  popd
  exit /b !STATUS!
)
if not exist "%JAR%" (
  echo tollbooth: building ^(a first build fetches its libraries and takes some minutes^) 1>&2
  pushd "%HERE%"
  call mvn -B -q -DskipTests -pl local-runner -am package
  if errorlevel 1 exit /b 1
  popd
)
if "%~1"=="" (
  "%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -jar "%JAR%" help
) else (
  "%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -jar "%JAR%" %*
)
exit /b %errorlevel%

:consider
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
  for /f "delims=." %%m in ("%%~v") do if %%m geq 21 set "JDK=%~1"
)
exit /b 0
