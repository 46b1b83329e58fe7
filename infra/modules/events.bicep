metadata description = 'The two topics. Each delivers and dead-letters as itself, so each has an identity.'

param photoTopicName string
param plateTopicName string
param photoAccountId string
param location string
param tags object

resource photoTopic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: photoTopicName
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: photoAccountId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource plateTopic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: plateTopicName
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    inputSchema: 'CloudEventSchemaV1_0'
    disableLocalAuth: true
    minimumTlsVersionAllowed: '1.2'
    publicNetworkAccess: 'Enabled'
  }
}

output photoTopicId string = photoTopic.id
output photoTopicName string = photoTopic.name
output photoTopicPrincipalId string = photoTopic.identity.principalId
output plateTopicId string = plateTopic.id
output plateTopicName string = plateTopic.name
output plateTopicEndpoint string = plateTopic.properties.endpoint
output plateTopicPrincipalId string = plateTopic.identity.principalId
