metadata description = 'Who may do what: each identity on each resource only what it does there.'

param functionsPrincipalId string
param photoTopicPrincipalId string
param plateTopicPrincipalId string
param apimPrincipalId string

@description('Empty for none.')
param deployerPrincipalId string

@allowed(['ServicePrincipal', 'User'])
param deployerPrincipalType string
param photoAccountName string
param hostAccountName string
param plateTopicName string
param cosmosName string
param cosmosDatabaseName string
param visionName string
param keyVaultName string
param insightsName string

var roleIds = {
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageQueueDataMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  eventGridDataSender: 'd5a91429-5739-47e2-a06b-3470a27159e7'
  cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
var cosmosDataContributor = '00000000-0000-0000-0000-000000000002'
var topicPrincipals = [photoTopicPrincipalId, plateTopicPrincipalId]

resource photoAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: photoAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource photos 'containers' existing = { name: 'photos' }
    resource deadLetters 'containers' existing = { name: 'deadletters' }
  }

  resource queues 'queueServices' existing = {
    name: 'default'

    resource photoUploads 'queues' existing = { name: 'photo-uploads' }
    resource usageReports 'queues' existing = { name: 'usage-reports' }
  }
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource releases 'containers' existing = { name: 'releases' }
  }
}

resource plateTopic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: plateTopicName
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' existing = {
  name: cosmosName
}

resource vision 'Microsoft.CognitiveServices/accounts@2024-10-01' existing = {
  name: visionName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: keyVaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The functions: photos, exports and dead letters.
resource functionsOnBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: photoAccount
  name: guid(photoAccount.id, functionsPrincipalId, roleIds.storageBlobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// They take messages, put poison aside and send on its way what is missing.
resource functionsOnQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: photoAccount
  name: guid(photoAccount.id, functionsPrincipalId, roleIds.storageQueueDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageQueueDataContributor)
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The host keeps leases, timers, keys and the package here.
resource functionsOnHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount
  name: guid(hostAccount.id, functionsPrincipalId, roleIds.storageBlobDataOwner)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataOwner)
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource functionsOnTopic 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: plateTopic
  name: guid(plateTopic.id, functionsPrincipalId, roleIds.eventGridDataSender)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.eventGridDataSender)
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Cosmos DB Built-in Data Contributor, in one database.
resource functionsOnCosmos 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: cosmos
  name: guid(cosmos.id, cosmosDatabaseName, functionsPrincipalId, cosmosDataContributor)
  properties: {
    roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/${cosmosDataContributor}'
    principalId: functionsPrincipalId
    scope: '${cosmos.id}/dbs/${cosmosDatabaseName}'
  }
}

resource functionsOnVision 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vision
  name: guid(vision.id, functionsPrincipalId, roleIds.cognitiveServicesUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.cognitiveServicesUser)
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// The functions read the keys of enrollments, the gateway reads the host key.
resource readersOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for principalId in [functionsPrincipalId, apimPrincipalId]: {
    scope: vault
    name: guid(vault.id, principalId, roleIds.keyVaultSecretsUser)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultSecretsUser)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource sendersOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for principalId in [functionsPrincipalId, apimPrincipalId]: {
    scope: insights
    name: guid(insights.id, principalId, roleIds.monitoringMetricsPublisher)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.monitoringMetricsPublisher)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

// Event Grid: the photo topic puts messages into two queues, both topics put dead letters into one container.
resource photoTopicOnQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: photoAccount::queues::photoUploads
  name: guid(photoAccount::queues::photoUploads.id, photoTopicPrincipalId, roleIds.storageQueueDataMessageSender)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageQueueDataMessageSender)
    principalId: photoTopicPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource photoTopicOnUsageQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: photoAccount::queues::usageReports
  name: guid(photoAccount::queues::usageReports.id, photoTopicPrincipalId, roleIds.storageQueueDataMessageSender)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageQueueDataMessageSender)
    principalId: photoTopicPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource topicsOnDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for principalId in topicPrincipals: {
    scope: photoAccount::blobs::deadLetters
    name: guid(photoAccount::blobs::deadLetters.id, principalId, roleIds.storageBlobDataContributor)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

// The deployment uploads the smoke test's photo and keeps packages to roll back to.
resource deployerOnPhotos 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: photoAccount::blobs::photos
  name: guid(photoAccount::blobs::photos.id, deployerPrincipalId, roleIds.storageBlobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
  }
}

resource deployerOnReleases 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: hostAccount::blobs::releases
  name: guid(hostAccount::blobs::releases.id, deployerPrincipalId, roleIds.storageBlobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataContributor)
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
  }
}
