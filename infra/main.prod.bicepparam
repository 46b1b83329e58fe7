using 'main.bicep'

// Who and whom comes from the environment of the deployment; nothing of it is secret.
param environmentName = 'prod'
param photoRetentionDays = 90
param cosmosServerless = true
param maximumInstances = 5
// Each run asks for every photo kept, so hourly is for a day's worth of photos, not for months (README, costs).
param reconcileSchedule = '0 30 3 * * *'
param telemetryDailyCapGb = 5
param monthlyBudget = 2500
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
