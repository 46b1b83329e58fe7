metadata description = 'Passages, reviews, the billing ledger and export runs. Only what is queried is indexed; every index entry costs a write.'

param name string
param location string
param tags object

@description('Bill each request unit; false: scale by itself up to maxThroughput.')
param serverless bool

@description('Request units a second, for the database as a whole.')
param maxThroughput int

var databaseName = 'tollbooth'
var keyAccessOnly = {
  indexingMode: 'none'
  automatic: false
}
var containers = [
  {
    name: 'passages'
    partitionKey: '/id'
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [{ path: '/state/?' }, { path: '/arrival/?' }]
      excludedPaths: [{ path: '/*' }]
      compositeIndexes: [
        [
          { path: '/state', order: 'ascending' }
          { path: '/arrival', order: 'descending' }
        ]
      ]
    }
  }
  {
    name: 'reviews'
    partitionKey: '/queue'
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [{ path: '/waitingSince/?' }]
      excludedPaths: [{ path: '/*' }]
    }
  }
  {
    name: 'ledger'
    partitionKey: '/slot'
    indexingPolicy: keyAccessOnly
  }
  {
    name: 'exports'
    partitionKey: '/kind'
    indexingPolicy: keyAccessOnly
  }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    capabilities: serverless ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: 'Continuous7Days' }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: serverless ? {} : { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

resource collections 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for container in containers: {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        partitionKey: { kind: 'Hash', version: 2, paths: [container.partitionKey] }
        indexingPolicy: container.indexingPolicy
      }
    }
  }
]

output name string = account.name
output endpoint string = account.properties.documentEndpoint
output databaseName string = database.name
