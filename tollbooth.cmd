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
if /i "%~1"=="package" (
  echo tollbooth: building the Azure function app 1>&2
  pushd "%HERE%"
  call mvn -B -q -DskipTests -pl azure-adapter -am package
  set "STATUS=!errorlevel!"
  popd
  if not "!STATUS!"=="0" (
    echo tollbooth: the build failed 1>&2
    exit /b !STATUS!
  )
  "%JAVA_HOME%\bin\java" -cp "%HERE%azure-adapter\target\worker-lib\*;%HERE%azure-adapter\target\test-classes" com.contoso.tollbooth.azure.testkit.PackageCheck "%HERE%azure-adapter\target\azure-functions\tollbooth"
  exit /b !errorlevel!
)
if /i "%~1"=="bench" (
  echo tollbooth: building 1>&2
  pushd "%HERE%"
  call mvn -B -q -DskipTests -pl benchmarks -am package
  set "STATUS=!errorlevel!"
  popd
  if not "!STATUS!"=="0" (
    echo tollbooth: the build failed 1>&2
    exit /b !STATUS!
  )
  for /f "tokens=1,*" %%a in ("%*") do "%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -jar "%HERE%benchmarks\target\benchmarks-app.jar" %%b
  exit /b !errorlevel!
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
