using 'main.bicep'

// Who and whom comes from the environment of the deployment; nothing of it is secret.
param environmentName = 'dev'
param photoRetentionDays = 7
param cosmosServerless = true
param maximumInstances = 2
param telemetryDailyCapGb = 1
param monthlyBudget = 60
param budgetStart = '2026-11-01'
param codeDeployed = bool(readEnvironmentVariable('CODE_DEPLOYED', 'false'))
param databaseAdministratorId = readEnvironmentVariable('DATABASE_ADMINISTRATOR_ID')
param databaseAdministratorName = readEnvironmentVariable('DATABASE_ADMINISTRATOR_NAME')
param databaseAdministratorType = readEnvironmentVariable('DATABASE_ADMINISTRATOR_TYPE', 'ServicePrincipal')
param deployerPrincipalId = readEnvironmentVariable('DEPLOYER_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('DEPLOYER_PRINCIPAL_TYPE', 'ServicePrincipal')
param apiAudience = readEnvironmentVariable('API_AUDIENCE')
param mailUser = readEnvironmentVariable('MAIL_USER')
param mailTo = readEnvironmentVariable('MAIL_TO')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
