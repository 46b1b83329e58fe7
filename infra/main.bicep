targetScope = 'resourceGroup'

metadata description = 'TollBooth: photos in, billed plates out. One resource group holds one environment.'

@description('Short name of the environment, part of every resource name.')
@minLength(2)
@maxLength(8)
param environmentName string

@description('Region. AI Vision Image Analysis 4.0 and Flex Consumption must both be offered there.')
param location string = resourceGroup().location

@description('True once the package is deployed: only then do the functions exist that Event Grid and API Management point at.')
param codeDeployed bool = false

@description('Days a photo is kept. Driver disputes must be over by then.')
@minValue(1)
param photoRetentionDays int = 90

@description('Days a raw usage report and its day files are kept: longer than any month is redriven or applied again, which is a year and its closing.')
@minValue(60)
param usageRetentionDays int = 400

@description('Serverless bills each request unit; otherwise the database scales by itself up to cosmosMaxThroughput.')
param cosmosServerless bool = true

@description('Highest request units a second when not serverless; a tenth of it is always billed.')
@minValue(1000)
param cosmosMaxThroughput int = 4000

@description('Regions with a read-only copy of the database, nearest first. A serverless database has none.')
param cosmosReadRegions array = []

@description('Request units a second that one instance may spend on entering usage: less is slower, and cheaper where throughput is reserved.')
@minValue(100)
param usageRuPerSecond int = 1000

// Counted for each function, all HTTP functions as one. Five readers stay near the 20 calls a second of AI Vision S1; raise both together.
@description('Most instances of a function: what the OCR and the database behind it can bear.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 5

@description('Entra group or principal that administers PostgreSQL: the one that runs grant-database.sh.')
param databaseAdministratorId string

@description('Its display name, which is also its PostgreSQL role name.')
param databaseAdministratorName string

@description('What it is.')
@allowed(['Group', 'ServicePrincipal', 'User'])
param databaseAdministratorType string = 'ServicePrincipal'

@description('Object id of the principal that deploys: it keeps packages and uploads the smoke test\'s photo. Empty for none.')
param deployerPrincipalId string = ''

@description('Kind of the principal that deploys.')
@allowed(['ServicePrincipal', 'User'])
param deployerPrincipalType string = 'ServicePrincipal'

@description('Mail server with STARTTLS and XOAUTH2.')
param mailHost string = 'smtp.office365.com'

param mailPort int = 587

@description('Mailbox the identity may send as.')
param mailUser string

param mailFrom string = mailUser

@description('Customer service.')
param mailTo string

param mailOauthScope string = 'https://outlook.office365.com/.default'

@description('When plates are exported: six fields, UTC.')
param exportSchedule string = '0 0 * * * *'

@description('When the photo store is compared with the registry: six fields, UTC.')
param reconcileSchedule string = '0 30 * * * *'

@description('When months of usage to fetch are looked for: six fields, UTC. Each is fetched once a day; hourly, so that one that failed is tried again.')
param usageSchedule string = '0 15 4-22 * * *'

@description('Who publishes the API, as API Management names it.')
param publisherName string = 'Contoso'

param publisherEmail string = alertEmail

@description('Audience a caller\'s token must be made for: the application id URI of the API\'s app registration.')
param apiAudience string

@description('Tenant whose tokens are accepted.')
param tenantId string = tenant().tenantId

@description('Host key of the functions that the gateway uses; another name rotates it without a gap.')
param gatewayKeyName string = 'default'

@description('Who hears of alerts and of the budget.')
param alertEmail string

@description('Gigabytes of telemetry a day after which the workspace stops taking in.')
param telemetryDailyCapGb int = 1

@description('What a month may cost, in the billing currency.')
param monthlyBudget int

@description('First day of the month the budget begins; cannot change later.')
param budgetStart string

// Storage accounts take small letters and digits only.
var shortName = toLower(replace(environmentName, '-', ''))
var suffix = uniqueString(subscription().id, resourceGroup().id, environmentName)
var names = {
  identity: 'id-tollbooth-${environmentName}'
  photoStorage: take('tbphoto${shortName}${suffix}', 24)
  hostStorage: take('tbhost${shortName}${suffix}', 24)
  photoTopic: 'evgst-tollbooth-photos-${environmentName}'
  plateTopic: 'plate-events-${environmentName}-${suffix}'
  cosmos: 'cosmos-tollbooth-${environmentName}-${suffix}'
  vision: 'cv-tollbooth-${environmentName}-${suffix}'
  keyVault: take('kv-tb-${shortName}-${suffix}', 24)
  postgres: 'psql-tollbooth-${environmentName}-${suffix}'
  plan: 'plan-tollbooth-${environmentName}'
  functions: 'func-tollbooth-${environmentName}-${suffix}'
  apim: 'apim-tollbooth-${environmentName}-${suffix}'
  workspace: 'log-tollbooth-${environmentName}'
  insights: 'appi-tollbooth-${environmentName}'
  actions: 'ag-tollbooth-${environmentName}'
  budget: 'budget-tollbooth-${environmentName}'
}
var tags = {
  application: 'tollbooth'
  environment: environmentName
  'azd-env-name': environmentName
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    photoAccountName: names.photoStorage
    hostAccountName: names.hostStorage
    location: location
    tags: tags
    photoRetentionDays: photoRetentionDays
    usageRetentionDays: usageRetentionDays
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  params: {
    photoTopicName: names.photoTopic
    plateTopicName: names.plateTopic
    photoAccountId: storage.outputs.photoAccountId
    location: location
    tags: tags
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: names.cosmos
    location: location
    tags: tags
    serverless: cosmosServerless
    maxThroughput: cosmosMaxThroughput
    readRegions: cosmosReadRegions
  }
}

module vision 'modules/vision.bicep' = {
  name: 'vision'
  params: {
    name: names.vision
    location: location
    tags: tags
  }
}

module keyVault 'modules/keyvault.bicep' = {
  name: 'keyvault'
  params: {
    name: names.keyVault
    location: location
    tags: tags
  }
}

module postgres 'modules/postgres.bicep' = {
  name: 'postgres'
  params: {
    name: names.postgres
    location: location
    tags: tags
    administratorId: databaseAdministratorId
    administratorName: databaseAdministratorName
    administratorType: databaseAdministratorType
  }
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'telemetry'
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    actionGroupName: names.actions
    location: location
    tags: tags
    alertEmail: alertEmail
    dailyCapGb: telemetryDailyCapGb
    photoTopicId: events.outputs.photoTopicId
    plateTopicId: events.outputs.plateTopicId
    visionId: vision.outputs.id
  }
}

module apim 'modules/apim.bicep' = {
  name: 'apim'
  params: {
    name: names.apim
    location: location
    tags: tags
    publisherName: publisherName
    publisherEmail: publisherEmail
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    functionsPrincipalId: identity.outputs.principalId
    photoTopicPrincipalId: events.outputs.photoTopicPrincipalId
    plateTopicPrincipalId: events.outputs.plateTopicPrincipalId
    apimPrincipalId: apim.outputs.principalId
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
    photoAccountName: storage.outputs.photoAccountName
    hostAccountName: storage.outputs.hostAccountName
    plateTopicName: events.outputs.plateTopicName
    cosmosName: cosmos.outputs.name
    cosmosDatabaseName: cosmos.outputs.databaseName
    visionName: vision.outputs.name
    keyVaultName: keyVault.outputs.name
    insightsName: telemetry.outputs.insightsName
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    name: names.functions
    planName: names.plan
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    maximumInstances: maximumInstances
    hostAccountName: storage.outputs.hostAccountName
    packageContainerUri: storage.outputs.packageContainerUri
    insightsConnectionString: telemetry.outputs.insightsConnectionString
    appSettings: {
      PhotoStorage__blobServiceUri: storage.outputs.photoBlobUri
      PhotoStorage__queueServiceUri: storage.outputs.photoQueueUri
      PhotoStorage__credential: 'managedidentity'
      PhotoStorage__clientId: identity.outputs.clientId
      AZURE_CLIENT_ID: identity.outputs.clientId
      COSMOS_ENDPOINT: cosmos.outputs.endpoint
      EVENT_TOPIC_ENDPOINT: events.outputs.plateTopicEndpoint
      VISION_ENDPOINT: vision.outputs.endpoint
      BATCH_DB_URL: 'jdbc:postgresql://${postgres.outputs.host}:5432/${postgres.outputs.databaseName}?sslmode=require&authenticationPluginClassName=com.azure.identity.extensions.jdbc.postgresql.AzurePostgresqlAuthenticationPlugin&azure.managedIdentityEnabled=true&azure.clientId=${identity.outputs.clientId}'
      BATCH_DB_USER: names.identity
      MAIL_HOST: mailHost
      MAIL_PORT: string(mailPort)
      MAIL_USER: mailUser
      MAIL_FROM: mailFrom
      MAIL_TO: mailTo
      MAIL_OAUTH_SCOPE: mailOauthScope
      EXPORT_SCHEDULE: exportSchedule
      RECONCILE_SCHEDULE: reconcileSchedule
      USAGE_SCHEDULE: usageSchedule
      USAGE_RU_PER_SECOND: string(usageRuPerSecond)
      // Where this app reads: its own region first. Another that reads elsewhere puts its own first.
      COSMOS_REGIONS: join(concat([location], cosmosReadRegions), ',')
      // Where a person sees a passage's photo: through the gateway, which asks for a token.
      PHOTO_URL: '${apim.outputs.gatewayUrl}/api/passages/{passageId}/photo'
    }
  }
  // The host reads its own storage while it starts, so its rights come first.
  dependsOn: [roles]
}

module photoSubscription 'modules/photo-subscription.bicep' = {
  name: 'photo-subscription'
  params: {
    topicName: events.outputs.photoTopicName
    photoAccountId: storage.outputs.photoAccountId
    photosContainer: storage.outputs.photosContainer
    queueName: storage.outputs.photoQueueName
    deadLetterContainer: storage.outputs.deadLetterContainer
  }
  dependsOn: [roles]
}

module usageSubscription 'modules/usage-subscription.bicep' = {
  name: 'usage-subscription'
  params: {
    topicName: events.outputs.photoTopicName
    photoAccountId: storage.outputs.photoAccountId
    usageContainer: storage.outputs.usageContainer
    queueName: storage.outputs.usageQueueName
    deadLetterContainer: storage.outputs.deadLetterContainer
  }
  dependsOn: [roles]
}

module plateSubscriptions 'modules/plate-subscriptions.bicep' = if (codeDeployed) {
  name: 'plate-subscriptions'
  params: {
    topicName: events.outputs.plateTopicName
    functionAppId: functions.outputs.id
    photoAccountId: storage.outputs.photoAccountId
    deadLetterContainer: storage.outputs.deadLetterContainer
  }
  dependsOn: [roles]
}

module api 'modules/api.bicep' = if (codeDeployed) {
  name: 'api'
  params: {
    apimName: apim.outputs.name
    functionAppName: functions.outputs.name
    functionAppHost: functions.outputs.host
    keyVaultName: keyVault.outputs.name
    insightsId: telemetry.outputs.insightsId
    insightsConnectionString: telemetry.outputs.insightsConnectionString
    tenantId: tenantId
    audience: apiAudience
    gatewayKeyName: gatewayKeyName
  }
  dependsOn: [roles]
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: names.budget
    amount: monthlyBudget
    startDate: budgetStart
    actionGroupId: telemetry.outputs.actionGroupId
  }
}

output FUNCTION_APP_NAME string = functions.outputs.name
output API_URL string = apim.outputs.gatewayUrl
output APIM_NAME string = apim.outputs.name
output API_AUDIENCE string = apiAudience
output PHOTO_STORAGE_ACCOUNT string = storage.outputs.photoAccountName
output HOST_STORAGE_ACCOUNT string = storage.outputs.hostAccountName
output BATCH_DB_HOST string = postgres.outputs.host
output BATCH_DB_SERVER string = names.postgres
output BATCH_DB_ADMINISTRATOR string = databaseAdministratorName
output FUNCTION_IDENTITY_NAME string = names.identity
output FUNCTION_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
